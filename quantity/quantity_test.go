package quantity_test

import (
	"fmt"
	"os"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/conllu"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/timex"
)

func document(text string) *rashomon.Document {
	doc := rashomontest.Document(text)
	doc.Sentences, doc.Tokens = segment.Find(doc)
	return doc
}

// bounds prints "low..high", or one where they are the same.
func bounds(q rashomon.Quantity) string {
	number := func(v *float64) string {
		if v == nil {
			return ""
		}
		return strconv.FormatFloat(*v, 'f', -1, 64)
	}
	if low, high := number(q.Low), number(q.High); low != high {
		return low + ".." + high
	} else {
		return low
	}
}

func printed(q rashomon.Quantity) string {
	return strings.Join(strings.Fields(fmt.Sprintf("%s %s %s %s", q.Kind, bounds(q), q.Qualifier, q.Unit)), " ")
}

func find(c rashomontest.Case) []rashomontest.Finding {
	doc := document(c.Phrase)
	var found []rashomontest.Finding
	for _, q := range quantity.Find(doc) {
		extent := doc.Extent(q.Span)
		found = append(found, rashomontest.Finding{Start: extent.Start, End: extent.End, Value: printed(q)})
	}
	return found
}

func TestFigures(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/figures.cases", find)
	rashomontest.RunCarriers(t, "testdata/figures.cases", []string{
		"Officials spoke of %s.", "The ministry named %s.", "It came to (%s) they say.",
	}, find)
}

// told prints all that is said of a quantity, as testdata/sentences.cases has it.
func told(doc *rashomon.Document, all []rashomon.Quantity, q rashomon.Quantity) string {
	text := "[" + doc.QuoteSpan(q.Span) + "] " + printed(q)
	if q.Of != "" {
		text += fmt.Sprintf(" of=%q", q.Of)
	}
	if q.Per != "" {
		text += " per=" + q.Per
	}
	if q.Period != rashomon.None {
		text += fmt.Sprintf(" period=%q", doc.QuoteSpan(doc.Timexes[q.Period].Span))
	}
	if q.PartOf != rashomon.None {
		text += fmt.Sprintf(" part=%q", doc.QuoteSpan(all[q.PartOf].Span))
	}
	if q.Cumulative {
		text += " cumulative"
	}
	return text
}

// TestSentences reads sentences whose tags and trees stand in testdata/sentences.conllu. The value of a case is all
// that is found in the sentence.
func TestSentences(t *testing.T) {
	t.Parallel()
	docs := parsed(t)
	rashomontest.RunCases(t, "testdata/sentences.cases", func(c rashomontest.Case) []rashomontest.Finding {
		doc, ok := docs[c.Phrase]
		if !ok {
			t.Fatalf("%s:%d: %q is not in sentences.conllu", c.File, c.Line, c.Phrase)
		}
		found := quantity.Find(doc)
		if len(found) == 0 {
			return nil
		}
		var values []string
		for _, q := range found {
			values = append(values, told(doc, found, q))
		}
		return []rashomontest.Finding{{Start: 0, End: len(doc.Text), Value: strings.Join(values, " | ")}}
	})
}

// parsed returns the sentences of testdata/sentences.conllu, which the parser wrote and people corrected, with their
// times, by their text.
func parsed(t testing.TB) map[string]*rashomon.Document {
	t.Helper()
	file, err := os.Open("testdata/sentences.conllu")
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	docs, err := conllu.Read("sentences.conllu", file)
	if err != nil {
		t.Fatal(err)
	}
	byText := map[string]*rashomon.Document{}
	for _, doc := range docs {
		doc.Timexes = timex.Find(doc)
		byText[doc.Text] = doc
	}
	return byText
}
