package change_test

import (
	"fmt"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases finds how what the accounts of each case tell changes, on the trees that stand beside the cases.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			return printed(trees.Digests(t, c.Phrase, published(c)))
		})
	}
}

// TestUndatedChangesNothing takes the days of publication from the accounts of every case.
func TestUndatedChangesNothing(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		trees := digesttest.ReadTrees(t, path)
		for _, c := range rashomontest.LoadCases(t, path) {
			if got := printed(trees.Digests(t, c.Phrase, nil)); got != "" {
				t.Errorf("%s: got %s, want nothing", c.Phrase, got)
			}
		}
	}
}

// published gives the documents of a case their days and sources.
func published(c rashomontest.Case) func(int, *rashomon.Document) {
	days, sources := strings.Fields(c.Given["published"]), strings.Fields(c.Given["sources"])
	return func(i int, doc *rashomon.Document) {
		doc.Details = []rashomon.Detail{
			{Field: rashomon.FieldPublished, Value: days[i], Rule: "given"},
			{Field: rashomon.FieldSource, Value: sources[i], Rule: "given"},
		}
	}
}

func printed(digests []*digest.Digest) string {
	g := ground.New(digests, link.Link(digests))
	var changes []string
	for _, c := range compare.Compare(g).Changes {
		var reports []string
		for _, r := range c.Reports {
			value := r.Value
			if value == "" {
				value = g.Digest(r.Document).Quote(r.Extent)
			}
			reports = append(reports, fmt.Sprintf("%s %s: %s", r.Kind, r.Document, value))
		}
		changes = append(changes, strings.Join(reports, " ; "))
	}
	return strings.Join(changes, " | ")
}
