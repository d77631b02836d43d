package tense

import (
	"testing"

	"rashomon"
)

// sentence builds a document of one sentence without a tree.
func sentence(words ...string) *rashomon.Document {
	doc := &rashomon.Document{}
	for _, word := range words {
		start := len(doc.Text)
		doc.Text += word
		doc.Tokens = append(doc.Tokens, rashomon.Token{Extent: rashomon.Extent{Start: start, End: len(doc.Text)}})
		doc.Text += " "
	}
	doc.Sentences = []rashomon.Sentence{{Span: rashomon.Span{Start: 0, End: len(doc.Tokens)}}}
	return doc
}

// hang sets tag, head and relation of a token.
func hang(doc *rashomon.Document, token int, upos, xpos string, head int, relation string) {
	t := &doc.Tokens[token]
	t.UPOS, t.XPOS, t.Relation, t.Lemma = upos, xpos, relation, doc.Quote(t.Extent)
	if head != token {
		t.Head = head - token
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	if _, err := load(); err != nil {
		t.Error(err)
	}
}

func TestAroundWithoutTree(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		words []string
		want  Tense
	}{
		{[]string{"he", "will", "come", "Friday"}, Future},
		{[]string{"he", "may", "come", "Friday"}, Possible},
		{[]string{"he", "came", "Friday"}, None},
		{[]string{"Friday", "he", "will"}, None},
	} {
		doc := sentence(test.words...)
		at := len(test.words) - 1
		if test.words[0] == "Friday" {
			at = 0
		}
		if got := Around(doc, rashomon.Span{Start: at, End: at + 1}); got != test.want {
			t.Errorf("%q: got %d, want %d", test.words, got, test.want)
		}
	}
}

// TestAroundAndBeside: a time that hangs on a noun has the tense of the verb above; beside it stands the noun's verb only where the
// noun is its subject.
func TestAroundAndBeside(t *testing.T) {
	t.Parallel()
	doc := sentence("they", "left", "before", "talks", "Friday")
	hang(doc, 0, "PRON", "PRP", 1, "nsubj")
	hang(doc, 1, "VERB", "VBD", 1, "root")
	hang(doc, 2, "ADP", "IN", 3, "case")
	hang(doc, 3, "NOUN", "NNS", 1, "obl")
	hang(doc, 4, "PROPN", "NNP", 3, "nmod")
	span := rashomon.Span{Start: 4, End: 5}
	if got := Around(doc, span); got != Past {
		t.Errorf("around: got %d, want %d", got, Past)
	}
	if got := Beside(doc, span); got != None {
		t.Errorf("beside: got %d, want %d", got, None)
	}
	doc.Tokens[3].Relation = "nsubj"
	if got := Beside(doc, span); got != Past {
		t.Errorf("beside a subject: got %d, want %d", got, Past)
	}
}

func TestToCome(t *testing.T) {
	t.Parallel()
	for tense, want := range map[Tense][2]bool{
		None: {}, Past: {true, false}, Conditional: {true, false}, Present: {false, true}, Possible: {false, true},
		Planned: {false, true}, Future: {false, true},
	} {
		if got := [2]bool{tense.Happened(), tense.ToCome()}; got != want {
			t.Errorf("%d: got %v, want %v", tense, got, want)
		}
	}
}
