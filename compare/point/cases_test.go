package point_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/digest"
	"rashomon/event"
	"rashomon/factuality"
	"rashomon/link/party"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/timex"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// TestCases compares the documents of testdata/*.cases, whose trees stand in the file .conllu of the same name.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			found := between(ground.New(digests(t, trees, names, c.Phrase)))
			if found == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: found}}
		})
	}
}

// digests returns the digests and links of the documents of a phrase: every event is a happening of its own.
func digests(t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, phrase string) ([]*digest.Digest, rashomon.Links) {
	t.Helper()
	var digests []*digest.Digest
	for i, text := range rashomontest.Documents(phrase) {
		tree := trees[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test ./compare/point -run Trees -update", text)
		}
		doc := *tree
		doc.ID = strconv.Itoa(i)
		doc.Timexes, doc.Quantities = timex.Find(&doc), quantity.Find(&doc)
		rashomontest.AddEntities(&doc, names)
		doc.Statements, doc.Events = attribution.Find(&doc), event.Find(&doc)
		factuality.Judge(&doc)
		digests = append(digests, digest.Of(&doc))
	}
	related := rashomon.Party{ID: "the story"} // of which nothing else need be common
	for _, d := range digests {
		related.Entities = append(related.Entities, rashomon.Element{Document: d.Document, Index: rashomon.None})
	}
	return digests, rashomon.Links{Parties: append(party.Link(digests), related)}
}

// between prints what is found: the kinds and rules of differences, the rules of agreements.
func between(g *ground.Ground) string {
	differences, agreements := point.Compare(g)
	var found []string
	for _, d := range differences {
		found = append(found, string(d.Kind)+" "+d.Rule)
	}
	for _, a := range agreements {
		found = append(found, a.Rule)
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), ", ")
}
