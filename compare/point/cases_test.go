package point_test

import (
	"path/filepath"
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
			return between(ground.New(digests, digesttest.OneStory(digests)), filepath.Base(path) == "likeness.cases")
		})
	}
}

// between prints what rules find: the kinds and rules of differences, the rules of agreements. Where what is likely is asked for, it
// prints the agreements that signs make likely.
func between(g *ground.Ground, likely bool) string {
	differences, agreements, _ := point.Compare(g)
	var found []string
	for _, d := range differences {
		if !likely {
			found = append(found, string(d.Kind)+" "+d.Rule)
		}
	}
	for _, a := range agreements {
		if a.IsLikely() == likely {
			found = append(found, a.Rule)
		}
	}
	slices.Sort(found)
	return strings.Join(slices.Compact(found), ", ")
}
