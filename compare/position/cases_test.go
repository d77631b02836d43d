package position_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases finds how the texts of testdata/*.cases stand to parties, on the trees that stand beside them.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			return printed(grounded(t, trees, c.Phrase), filepath.Base(path))
		})
	}
}

// grounded returns the ground of the documents of a phrase, which all tell of one story.
func grounded(t *testing.T, trees digesttest.Trees, phrase string) *ground.Ground {
	t.Helper()
	digests := trees.Digests(t, phrase, parted)
	return ground.New(digests, digesttest.OneStory(digests))
}

// parted makes the first paragraph of a document its head, where it has several.
func parted(_ int, doc *rashomon.Document) {
	if head, _, found := strings.Cut(doc.Text, "\n\n"); found {
		doc.Parts = []rashomon.Part{
			{Extent: rashomon.Extent{Start: 0, End: len(head)}, Kind: rashomon.PartByline, Rule: "hand"},
			{Extent: rashomon.Extent{Start: len(head) + 2, End: len(doc.Text)}, Kind: rashomon.PartBody, Rule: "hand"},
		}
	}
}

// printed tells what a case asks for in the form that its file explains.
func printed(g *ground.Ground, file string) string {
	var all []string
	if file == "opposed.cases" {
		differences := position.Compare(g)
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
