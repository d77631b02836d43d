package position_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest"
	"rashomon/event"
	"rashomon/factuality"
	"rashomon/framing"
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

// TestCases finds how the texts of testdata/*.cases stand to parties, on the trees that stand beside them.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			value := printed(grounded(t, trees, names, c.Phrase), filepath.Base(path))
			if value == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: value}}
		})
	}
}

// grounded returns the ground of the documents of a phrase, which all tell of one story.
func grounded(t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, phrase string) *ground.Ground {
	t.Helper()
	var digests []*digest.Digest
	story := rashomon.Party{ID: "the story"}
	for i, text := range rashomontest.Documents(phrase) {
		tree := trees[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test ./compare/position -run Trees -update", text)
		}
		d := digested(*tree, strconv.Itoa(i), names)
		digests = append(digests, d)
		story.Entities = append(story.Entities, rashomon.Element{Document: d.Document, Index: rashomon.None})
	}
	return ground.New(digests, rashomon.Links{Parties: append(party.Link(digests), story)})
}

// digested reads a document that has trees. Its first paragraph, where it has several, is its head.
func digested(doc rashomon.Document, id string, names []rashomontest.ListedName) *digest.Digest {
	doc.ID = id
	if head, _, found := strings.Cut(doc.Text, "\n\n"); found {
		doc.Parts = []rashomon.Part{
			{Extent: rashomon.Extent{Start: 0, End: len(head)}, Kind: rashomon.PartByline, Rule: "hand"},
			{Extent: rashomon.Extent{Start: len(head) + 2, End: len(doc.Text)}, Kind: rashomon.PartBody, Rule: "hand"},
		}
	}
	doc.Timexes, doc.Quantities = timex.Find(&doc), quantity.Find(&doc)
	rashomontest.AddEntities(&doc, names)
	doc.Statements, doc.Events = attribution.Find(&doc), event.Find(&doc)
	factuality.Judge(&doc)
	doc.Labels, doc.LoadedWords = framing.Find(&doc)
	return digest.Of(&doc)
}

// printed tells what a case asks for in the form that its file explains.
func printed(g *ground.Ground, file string) string {
	var all []string
	if file == "opposed.cases" {
		differences, _ := position.Compare(g)
		for _, d := range differences {
			all = append(all, d.Rule)
		}
		slices.Sort(all)
		return strings.Join(slices.Compact(all), ", ")
	}
	for _, p := range position.Find(g) {
		at := slices.IndexFunc(g.Links.Parties, func(party rashomon.Party) bool { return party.ID == p.Party })
		all = append(all, fmt.Sprintf("%+d %s", p.Stance, g.Links.Parties[at].Name))
	}
	slices.SortFunc(all, func(a, b string) int { return strings.Compare(a[1:], b[1:]) })
	return strings.Join(all, " ; ")
}
