package prediction_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases finds what the texts of testdata/*.cases foretell, and what came of it, on the trees that stand beside them.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			digests := trees.Digests(t, c.Phrase, published(c))
			predictions, _ := prediction.Find(ground.New(digests, digesttest.OneStory(digests)))
			if filepath.Base(path) == "foretold.cases" {
				return printForetold(digests[0], predictions)
			}
			return printOutcome(digests, predictions)
		})
	}
}

// published gives the first document of a case its day, and the others theirs.
func published(c rashomontest.Case) func(int, *rashomon.Document) {
	return func(i int, doc *rashomon.Document) {
		day := c.Given["published"]
		if i > 0 {
			day = c.Given["later"]
		}
		doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: day, Rule: "given"}}
	}
}

func printForetold(d *digest.Digest, predictions []rashomon.Prediction) string {
	var all []string
	for _, p := range predictions {
		one := strings.TrimPrefix(p.Rule, "prediction/")
		if p.By != "" {
			one += " @" + p.By
		}
		all = append(all, one+": "+d.Quote(p.Extent))
	}
	return strings.Join(all, " ; ")
}

// printOutcome prints what came of what the first document foretells; nothing where nobody tells anything.
func printOutcome(digests []*digest.Digest, predictions []rashomon.Prediction) string {
	var all []string
	for _, p := range predictions {
		for _, told := range p.ToldBy {
			if p.Document == digests[0].Document {
				i, _ := strconv.Atoi(told.Document)
				all = append(all, string(p.Outcome)+": "+digests[i].Quote(told.Extent))
			}
		}
	}
	return strings.Join(all, " ; ")
}
