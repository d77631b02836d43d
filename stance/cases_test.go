package stance_test

import (
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestCases finds the stances of the phrases in testdata/*.cases, on trees that stand beside them, towards those whom
// testdata/names.txt lists.
func TestCases(t *testing.T) {
	t.Parallel()
	finder, names := english(t), rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, found := trees[c.Phrase]
			if !found {
				t.Errorf("%s:%d: %q has no tree: run go test ./stance -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			copied := *doc
			copied.Entities, copied.Mentions = nil, nil
			rashomontest.AddEntities(&copied, names)
			copied.Stances = finder.Find(&copied)
			if err := copied.Check(); err != nil {
				t.Errorf("%s:%d: %v", c.File, c.Line, err)
			}
			if len(copied.Stances) == 0 {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(copied.Text), Value: printed(&copied)}}
		})
	}
}

func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// printed tells stances in the form that testdata/persons.cases explains.
func printed(doc *rashomon.Document) string {
	var values []string
	for _, s := range doc.Stances {
		sign := map[int]string{-1: "-", 1: "+"}[s.Value]
		values = append(values, doc.QuoteSpan(doc.Mentions[s.Mention].Span)+" "+sign)
	}
	return strings.Join(values, " ; ")
}
