package silence_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/silence"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases finds who is silent on what, on the trees that stand beside the cases.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			days := []string{c.Given["first"], c.Given["second"], c.Given["third"]}
			return printed(trees.Digests(t, c.Phrase, func(i int, doc *rashomon.Document) {
				doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: days[i], Rule: "given"}}
				if title, _, found := strings.Cut(doc.Text, "\n"); found {
					doc.Details = append(doc.Details, rashomon.Detail{Field: rashomon.FieldTitle, Value: title, Rule: "given"})
				}
			}))
		})
	}
}

// TestUndatedIsNeverSilent takes the days of publication from the accounts of every case.
func TestUndatedIsNeverSilent(t *testing.T) {
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

func printed(digests []*digest.Digest) string {
	g := ground.New(digests, link.Link(digests))
	silences := silence.New(g)
	var all []string
	for _, h := range g.Links.Happenings {
		d, event := g.Event(h.Events[0])
		for _, document := range silences.Of(h) {
			all = append(all, fmt.Sprintf("%s: %s", document, d.Quote(event.Extent)))
		}
	}
	slices.Sort(all)
	return strings.Join(all, " ; ")
}
