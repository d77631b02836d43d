package point_test

import (
	"slices"
	"strings"
	"testing"

	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases compares the documents of testdata/*.cases, whose trees stand in the file .conllu of the same name.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			digests := trees.Digests(t, c.Phrase, nil)
			return between(ground.New(digests, digesttest.OneStory(digests)))
		})
	}
}

// between prints what is found: the kinds and rules of differences, the rules of agreements.
func between(g *ground.Ground) string {
	differences, agreements, _ := point.Compare(g)
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
