package dating_test

import (
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// parse turns a text into a document that is not read yet.
func parse(t testing.TB, text string) *rashomon.Document {
	t.Helper()
	doc, err := source.Parse(original(text))
	if err != nil {
		t.Fatal(err)
	}
	return doc
}

func original(text string) rashomon.Original {
	return rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: "case"}
}

// read reads a text as the program does. A day of publication that is given goes before what the text says.
func read(t *testing.T, text, published string) *rashomon.Document {
	t.Helper()
	doc := parse(t, text)
	if published != "" {
		doc.Details = slices.Insert(doc.Details, 0, given(published))
	}
	fill(t, doc)
	return doc
}

func given(published string) rashomon.Detail {
	return rashomon.Detail{Field: rashomon.FieldPublished, Value: published, Rule: "given"}
}

func fill(t testing.TB, doc *rashomon.Document) {
	t.Helper()
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	if err := doc.Check(); err != nil {
		t.Error(err)
	}
}

func TestCases(t *testing.T) {
	t.Parallel()
	paths, err := filepath.Glob("testdata/*.cases")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	for _, path := range paths {
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc := read(t, c.Phrase, c.Given["published"])
			if len(doc.Written) == 0 {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: printed(doc)}}
		})
	}
}

// printed writes the days of writing and the values deduced as the cases have them.
func printed(doc *rashomon.Document) string {
	var days, values []string
	for _, d := range doc.Written {
		days = append(days, d.From+".."+d.To)
	}
	for _, timex := range doc.Timexes {
		if timex.Anchor == rashomon.AnchorDeduced {
			values = append(values, timex.Value)
		}
	}
	text := strings.Join(days, ", ")
	if len(values) > 0 {
		text += " | " + strings.Join(values, "; ")
	}
	return text
}
