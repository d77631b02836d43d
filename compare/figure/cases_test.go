package figure_test

import (
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases compares the documents of testdata/pairs.cases, whose trees stand in the file .conllu of the same name.
func TestCases(t *testing.T) {
	t.Parallel()
	digesttest.RunCases(t, pairs, func(trees digesttest.Trees, c rashomontest.Case) string {
		return between(grounded(trees.Digests(t, c.Phrase, published(c))))
	})
}

// published gives the documents of a case their days, as many as there are.
func published(c rashomontest.Case) func(int, *rashomon.Document) {
	days := strings.Fields(c.Given["published"])
	return func(i int, doc *rashomon.Document) {
		if i < len(days) {
			doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: days[i], Rule: "hand"}}
		}
	}
}

// grounded links digests as documents of one story.
func grounded(digests []*digest.Digest) *ground.Ground {
	return ground.New(digests, digesttest.OneStory(digests))
}

// between prints the rules of what is found, those of scope marked.
func between(g *ground.Ground) string {
	differences, agreements := figure.Compare(g)
	var found []string
	for _, d := range differences {
		if d.Scope != "" {
			d.Rule = "scope " + d.Rule
		}
		found = append(found, d.Rule)
	}
	for _, a := range agreements {
		found = append(found, a.Rule)
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), ", ")
}
