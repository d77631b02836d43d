package segment_test

import (
	"fmt"
	"reflect"
	"strings"
	"sync"
	"testing"
	"unicode"

	"pgregory.net/rapid"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
)

// find returns the document of a text, with its sentences and tokens.
func find(text string) *rashomon.Document {
	original := rashomon.Original{Bytes: []byte(text), Name: "text"}
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: original.Name, Text: text}
	doc.Reading = "test"
	doc.Sentences, doc.Tokens = segment.Find(doc)
	return doc
}

// whole is the one finding of a case: the whole phrase, with the value.
func whole(c rashomontest.Case, value string) []rashomontest.Finding {
	return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: value}}
}

func TestTokens(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/tokens.cases", func(c rashomontest.Case) []rashomontest.Finding {
		doc := find(c.Phrase)
		var forms []string
		for _, tok := range doc.Tokens {
			forms = append(forms, doc.Quote(tok.Extent))
		}
		return whole(c, strings.Join(forms, " "))
	})
}

func TestSentences(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/sentences.cases", func(c rashomontest.Case) []rashomontest.Finding {
		doc := find(c.Phrase)
		var sentences []string
		for _, sent := range doc.Sentences {
			sentences = append(sentences, strings.Join(strings.Fields(doc.QuoteSpan(sent.Span)), " "))
		}
		return whole(c, strings.Join(sentences, " | "))
	})
}

func TestJoined(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{
		"I don't":               "I do+n't",
		"the mayor's dog":       "the mayor+'s dog",
		"the mayors' dogs":      "the mayors+' dogs",
		"we cannot":             "we can+not",
		"I'd've gone":           "I+'d+'ve gone",
		"example.org's page":    "example.org+'s page",
		"a 10km march":          "a 10 km march",
		"nine-month":            "nine - month",
		"Tom 's here":           "Tom 's here",
		"the 'rebels' left":     "the ' rebels ' left",
		"you shouldn’t’ve come": "you should+n’t+’ve come",
	} {
		doc := find(text)
		var got strings.Builder
		for i, tok := range doc.Tokens {
			if tok.Joined {
				got.WriteByte('+')
			} else if i > 0 {
				got.WriteByte(' ')
			}
			got.WriteString(doc.Quote(tok.Extent))
		}
		if got.String() != want {
			t.Errorf("%q: got %q, want %q", text, got.String(), want)
		}
	}
}

func TestRules(t *testing.T) {
	t.Parallel()
	tests := []struct{ text, token, sentence string }{
		{"Nobody left.", "segment/punctuation", "segment/paragraph"},
		{"They live in the U.S. They", "segment/word", "segment/shortened"},
		{"They ran... They don't", "segment/contraction", "segment/trailing"},
		{"They left. Ann Roe's", "segment/possessive", "segment/terminator"},
		{"Port burns\nMayor weeps at 7pm", "segment/unit", "segment/line"},
	}
	for _, test := range tests {
		doc := find(test.text)
		if got := doc.Tokens[len(doc.Tokens)-1].Rule; got != test.token {
			t.Errorf("%q: last token: got rule %q, want %q", test.text, got, test.token)
		}
		if got := doc.Sentences[0].Rule; got != test.sentence {
			t.Errorf("%q: first sentence: got rule %q, want %q", test.text, got, test.sentence)
		}
	}
}

// TestHeadingMark sees that the marks of Markdown's headings, which begin comments in case files, are tokens of their own.
func TestHeadingMark(t *testing.T) {
	t.Parallel()
	for text, want := range map[string]string{"# Mayor denies fire": "#", "## Mayor denies fire": "##", "#Mayor denies": "#Mayor"} {
		doc := find(text + "\n\nNobody saw the smoke.")
		if got := doc.Quote(doc.Tokens[0].Extent); got != want || len(doc.Sentences) != 2 {
			t.Errorf("%q: got first token %q in %d sentences, want %q in 2", text, got, len(doc.Sentences), want)
		}
	}
}

// TestContinued sees that a sentence goes on over an empty line within a part, and not over one elsewhere.
func TestContinued(t *testing.T) {
	t.Parallel()
	tests := []struct {
		text string
		want int // sentences, with the whole text as one part
	}{
		{"He said that the\n\nsand had been washed away. He asked for money.", 2},
		{"He said that the\n \r\n\nsand, which was wet,\n\nhad been washed away.", 1},
		{"He said that the sand was gone.\n\nand left", 2},
		{"What the watch found\n\nThe sand was gone", 2},
		{"They found:\n\nthe lamp", 2},
	}
	for _, test := range tests {
		doc := &rashomon.Document{Text: test.text}
		doc.Parts = []rashomon.Part{{Extent: rashomon.Extent{End: len(doc.Text)}, Kind: rashomon.PartBody}}
		if got, _ := segment.Find(doc); len(got) != test.want {
			t.Errorf("%q: got %d sentences, want %d", test.text, len(got), test.want)
		}
	}
	if got := find("He said that the\n\nsand had been washed away.").Sentences; len(got) != 2 {
		t.Errorf("without parts: got %d sentences, want 2", len(got))
	}
}

func TestParts(t *testing.T) {
	t.Parallel()
	doc := &rashomon.Document{Text: "Port burns and\nthe mayor of Orlo weeps"}
	doc.Parts = []rashomon.Part{
		{Extent: rashomon.Extent{Start: 0, End: len("Port burns and")}, Kind: rashomon.PartHeadline},
		{Extent: rashomon.Extent{Start: len("Port burns and\n"), End: len(doc.Text)}, Kind: rashomon.PartBody},
	}
	sentences, _ := segment.Find(doc)
	if len(sentences) != 2 || sentences[0].Rule != "segment/part" {
		t.Errorf("got %v, want two sentences that end with their parts", sentences)
	}
	doc.Parts = nil
	if sentences, _ := segment.Find(doc); len(sentences) != 1 {
		t.Errorf("without parts: got %v, want one sentence", sentences)
	}
}

// checkLaws returns what is wrong with the segmentation of a document, or nil: no text is lost, tokens and sentences are
// in order, and every token is in one sentence.
func checkLaws(doc *rashomon.Document) error {
	end := 0
	for i, tok := range doc.Tokens {
		switch between := doc.Text[end:max(end, tok.Extent.Start)]; {
		case tok.Extent.Start < end || tok.Extent.Empty() || tok.Extent.End > len(doc.Text):
			return fmt.Errorf("token %d is %v after %d", i, tok.Extent, end)
		case strings.TrimSpace(between) != "":
			return fmt.Errorf("%q stands before token %d and is in none", between, i)
		case strings.ContainsFunc(doc.Quote(tok.Extent), unicode.IsSpace):
			return fmt.Errorf("token %d is %q", i, doc.Quote(tok.Extent))
		case tok.Joined && (i == 0 || tok.Extent.Start > end):
			return fmt.Errorf("token %d is joined to nothing", i)
		case tok.Rule == "":
			return fmt.Errorf("token %d has no rule", i)
		}
		end = tok.Extent.End
	}
	if rest := doc.Text[end:]; strings.TrimSpace(rest) != "" {
		return fmt.Errorf("%q is in no token", rest)
	}
	next := 0
	for i, sent := range doc.Sentences {
		if sent.Span.Start != next || sent.Span.Empty() || sent.Rule == "" || doc.Tokens[next].Joined {
			return fmt.Errorf("sentence %d is %v after token %d", i, sent, next)
		}
		next = sent.Span.End
	}
	if next != len(doc.Tokens) {
		return fmt.Errorf("the last sentence ends at token %d of %d", next, len(doc.Tokens))
	}
	return doc.Check()
}

// shifted returns the sentences and tokens as they would be after the given numbers of bytes and tokens.
func shifted(doc *rashomon.Document, bytes, tokens int) ([]rashomon.Sentence, []rashomon.Token) {
	var sentences []rashomon.Sentence
	for _, sent := range doc.Sentences {
		sent.Span.Start += tokens
		sent.Span.End += tokens
		sentences = append(sentences, sent)
	}
	var shiftedTokens []rashomon.Token
	for _, tok := range doc.Tokens {
		tok.Extent.Start += bytes
		tok.Extent.End += bytes
		shiftedTokens = append(shiftedTokens, tok)
	}
	return sentences, shiftedTokens
}

// checkJoined returns an error unless two texts with an empty line between are segmented as they are alone, and empty
// lines at the end change nothing.
func checkJoined(a, b string) error {
	first, second, both := find(a), find(b), find(a+"\n\n"+b+"\n\n \n")
	sentences, tokens := shifted(second, len(a)+2, len(first.Tokens))
	if want := append(first.Tokens, tokens...); !equal(both.Tokens, want) {
		return fmt.Errorf("%q and %q: joined they have the tokens %v, alone %v", a, b, both.Tokens, want)
	}
	if want := append(first.Sentences, sentences...); !equal(both.Sentences, want) {
		return fmt.Errorf("%q and %q: joined they have the sentences %v, alone %v", a, b, both.Sentences, want)
	}
	return nil
}

func equal[T any](a, b []T) bool { return len(a) == 0 && len(b) == 0 || reflect.DeepEqual(a, b) }

// texts draws texts of the pieces that the cases are made of, in any order.
func texts(t *testing.T) *rapid.Generator[string] {
	var pieces []string
	for _, phrase := range rashomontest.Phrases(t, "testdata/*.cases") {
		pieces = append(pieces, strings.SplitAfter(phrase, " ")...)
	}
	signs := rapid.SampledFrom([]string{"\n", " ", ".", "'", "-"})
	piece := rapid.OneOf(rapid.SampledFrom(pieces), rapid.StringN(0, 3, -1), signs)
	return rapid.Map(rapid.SliceOfN(piece, 0, 30), func(drawn []string) string {
		return strings.ToValidUTF8(strings.Join(drawn, ""), "")
	})
}

func TestLaws(t *testing.T) {
	t.Parallel()
	drawn := texts(t)
	rapid.Check(t, func(t *rapid.T) {
		a, b := drawn.Draw(t, "a"), drawn.Draw(t, "b")
		if err := checkLaws(find(a)); err != nil {
			t.Fatalf("%q: %v", a, err)
		}
		if err := checkJoined(a, b); err != nil {
			t.Fatal(err)
		}
	})
}

func FuzzFind(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase, "The end.")
	}
	f.Add(rashomontest.Article(), "(")
	f.Fuzz(func(t *testing.T, a, b string) {
		a, b = strings.ToValidUTF8(a, ""), strings.ToValidUTF8(b, "")
		if err := checkLaws(find(a)); err != nil {
			t.Fatalf("%q: %v", a, err)
		}
		if err := checkJoined(a, b); err != nil {
			t.Fatal(err)
		}
	})
}

func TestConcurrentUse(t *testing.T) {
	t.Parallel()
	doc := &rashomon.Document{Text: rashomontest.Article() + rashomontest.NastyArticle()}
	wantSentences, wantTokens := segment.Find(doc)
	var group sync.WaitGroup
	for range 8 {
		group.Go(func() {
			sentences, tokens := segment.Find(doc)
			if !equal(sentences, wantSentences) || !equal(tokens, wantTokens) {
				t.Error("two readings of the same document differ")
			}
		})
	}
	group.Wait()
}
