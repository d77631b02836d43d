package petrarch_test

import (
	"fmt"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/event/petrarch"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/syntax"
)

// load reads the dictionary in a folder of testdata, which must have no damage.
func load(t testing.TB, name string) *petrarch.Dictionary {
	t.Helper()
	dictionary, problems := petrarch.Load([]string{filepath.Join("testdata", name)})
	for _, problem := range problems {
		t.Error(problem)
	}
	return dictionary
}

// TestCases codes the phrases in testdata/NAME.cases with the dictionary in testdata/NAME, on the trees that stand beside
// them.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		dictionary := load(t, strings.TrimSuffix(filepath.Base(path), ".cases"))
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, ok := trees[c.Phrase]
			if !ok {
				t.Errorf("%s:%d: %q has no tree: run go test ./event/petrarch -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			coding := dictionary.Code(published(doc, c.Given["published"]), options(t, c))
			if len(coding.Events) == 0 {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(doc.Text), Value: triples(coding.Events)}}
		})
	}
}

func TestTrees(t *testing.T) {
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error {
		doc.Sentences, doc.Tokens = segment.Find(doc)
		parser.Parse(doc)
		return nil
	})
}

// published returns a copy of a document with a day of publication.
func published(doc *rashomon.Document, date string) *rashomon.Document {
	if date == "" {
		return doc
	}
	dated := *doc
	dated.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: date, Rule: "hand"}}
	return &dated
}

func options(t *testing.T, c rashomontest.Case) petrarch.Options {
	t.Helper()
	options := petrarch.Options{AllowMonads: c.Given["one-sided"] == "yes"}
	if said := c.Given["comma-end"]; said != "" {
		if _, err := fmt.Sscanf(said, "%d-%d", &options.End.Min, &options.End.Max); err != nil {
			t.Errorf("%s:%d: %v", c.File, c.Line, err)
		}
	}
	return options
}
