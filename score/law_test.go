package score_test

import (
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/score"
)

// drawDocument cuts letters into words, multiword tokens and sentences, and gives them tags and trees.
func drawDocument(t *rapid.T, letters, name string) *rashomon.Document {
	const within, joined, touching, apart, sentence = 0, 1, 2, 3, 4
	var text strings.Builder
	var tokens []rashomon.Token
	var firsts []int // first token of each sentence
	for i := range letters {
		border := sentence
		if i > 0 {
			border = rapid.IntRange(within, sentence).Draw(t, name+" border")
		}
		if border >= apart && i > 0 {
			text.WriteString(rapid.SampledFrom([]string{" ", "\u00a0 ", "\t"}).Draw(t, name+" space"))
		}
		if border == sentence {
			firsts = append(firsts, len(tokens))
		}
		if border != within {
			tokens = append(tokens, rashomon.Token{
				Extent: rashomon.Extent{Start: text.Len()}, Joined: border == joined, Rule: "hand",
				UPOS:     rapid.SampledFrom([]string{"NOUN", "VERB"}).Draw(t, name+" tag"),
				Features: rapid.SampledFrom([]string{"", "Number=Sing", "Style=Coll"}).Draw(t, name+" features"),
				Lemma:    rapid.SampledFrom([]string{"a", "b"}).Draw(t, name+" lemma"),
			})
		}
		text.WriteByte(letters[i])
		tokens[len(tokens)-1].Extent.End = text.Len()
	}
	doc := rashomontest.Document(text.String())
	doc.Parts, doc.Sentences, doc.Tokens = nil, nil, tokens
	for i, first := range firsts {
		span := rashomon.Span{Start: first, End: append(firsts, len(tokens))[i+1]}
		doc.Sentences = append(doc.Sentences, rashomon.Sentence{Span: span, Rule: "hand"})
		drawTree(t, tokens[span.Start:span.End], name)
	}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc
}

// drawTree hangs each word, in a drawn order, on one that hangs already.
func drawTree(t *rapid.T, tokens []rashomon.Token, name string) {
	order := make([]int, len(tokens))
	for i := range order {
		order[i] = i
	}
	order = rapid.Permutation(order).Draw(t, name+" order")
	tokens[order[0]].Relation = "root"
	for n, at := range order[1:] {
		tokens[at].Head = rapid.SampledFrom(order[:n+1]).Draw(t, name+" head") - at
		tokens[at].Relation = rapid.SampledFrom([]string{"nsubj", "nsubj:pass", "det", "aux"}).Draw(t, name+" relation")
	}
}

func parse(t *rapid.T, got, want *rashomon.Document) score.Parsing {
	parsing, err := score.Parse(got, want)
	if err != nil {
		t.Fatal(err)
	}
	return parsing
}

// TestParseLaws: a document is perfect against itself, the sides are mirror images of each other, however white space
// is set, sums are sums, and another head costs just that head.
func TestParseLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		letters := rapid.StringOfN(rapid.SampledFrom([]rune("abc")), 1, 12, -1).Draw(t, "letters")
		one, other := drawDocument(t, letters, "one"), drawDocument(t, letters, "other")
		itself := parse(t, one, one)
		for _, count := range counts(&itself) {
			if count.Right != count.Found || count.Right != count.Wanted {
				t.Errorf("against itself: got %+v", *count)
			}
		}
		checkMirror(t, parse(t, one, other), parse(t, other, one))
		checkLostHead(t, one, itself)
	})
}

func checkMirror(t *rapid.T, forth, back score.Parsing) {
	sum := forth
	sum.Add(back)
	for i, count := range counts(&forth) {
		mirrored := *counts(&back)[i]
		if want := (score.Count{Right: count.Right, Found: count.Wanted, Wanted: count.Found}); mirrored != want {
			t.Errorf("figure %d: got %+v, want %+v", i, mirrored, want)
		}
		if count.Right > min(count.Found, count.Wanted) {
			t.Errorf("figure %d: got more right than there are: %+v", i, *count)
		}
		both := count.Found + count.Wanted
		if want := (score.Count{Right: 2 * count.Right, Found: both, Wanted: both}); *counts(&sum)[i] != want {
			t.Errorf("figure %d: got the sum %+v, want %+v", i, *counts(&sum)[i], want)
		}
	}
}

// checkLostHead hangs one word on another head.
func checkLostHead(t *rapid.T, doc *rashomon.Document, want score.Parsing) {
	worse := *doc
	worse.Tokens = slices.Clone(doc.Tokens)
	at := rapid.IntRange(0, len(doc.Tokens)-1).Draw(t, "word without its head")
	sentence := doc.Sentences[doc.SentenceOf(at)].Span
	token := &worse.Tokens[at]
	head := rapid.IntRange(sentence.Start, sentence.End-1).Draw(t, "new head") - at
	if head == token.Head {
		return
	}
	token.Head = head
	want.UAS.Right--
	want.LAS.Right--
	if token.Relation != "det" && token.Relation != "aux" {
		want.CLAS.Right--
	}
	if diff := cmp.Diff(parse(t, &worse, doc), want); diff != "" {
		t.Errorf("without the head of word %d: got - want +\n%s", at, diff)
	}
}
