package gazetteer_test

import (
	"strings"
	"testing"
	"unicode/utf8"

	"rashomon"
	"rashomon/rashomontest"
)

// FuzzLocate: whatever stands in a text, every location is sound, names a place that a name of the text leads to, and
// locating again changes nothing.
func FuzzLocate(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase)
	}
	f.Add("50 [[]] of [A]")
	f.Add("between [[A , B]] and [[]] ) 5 km ( of [the] 's coast")
	g := load(f)
	f.Fuzz(func(t *testing.T, text string) {
		if !utf8.ValidString(text) || strings.TrimSpace(text) == "" {
			return
		}
		doc, _ := markedDocument(text)
		if len(doc.Tokens) == 0 {
			return
		}
		doc.SHA256 = strings.Repeat("0", 64)
		doc.ID = doc.SHA256[:rashomon.IDLength]
		if doc.Check() != nil {
			return // the marks of the text are no marks
		}
		g.Locate(doc)
		if err := doc.Check(); err != nil {
			t.Fatal(err)
		}
		before := make([]string, len(doc.Entities))
		for i, entity := range doc.Entities {
			before[i] = entity.Location.String()
		}
		for i := range doc.Mentions {
			location, found := g.Relatives(doc).At(i)
			if found && (location.Radius < 0 || location.Rule == "" || location.Name == "") {
				t.Errorf("got %+v", location)
			}
		}
		g.Locate(doc)
		for i, entity := range doc.Entities {
			if got := entity.Location.String(); got != before[i] {
				t.Errorf("%q: got %s when located again, %s before", entity.Name, got, before[i])
			}
		}
	})
}
