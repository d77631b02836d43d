package prediction_test

import (
	"path/filepath"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
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

// TestCases finds what the texts of testdata/*.cases foretell, and what came of it, on the trees that stand beside them.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			digests := digests(t, trees, names, c)
			predictions, _ := prediction.Find(ground.New(digests, related(digests)))
			value := printOutcome(digests, predictions)
			if filepath.Base(path) == "foretold.cases" {
				value = printForetold(digests[0], predictions)
			}
			if value == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: value}}
		})
	}
}

// digests returns the digests of the documents of a case.
func digests(t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, c rashomontest.Case) []*digest.Digest {
	t.Helper()
	var digests []*digest.Digest
	published := c.Given["published"]
	for i, text := range rashomontest.Documents(c.Phrase) {
		tree := trees[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test ./compare/prediction -run Trees -update", text)
		}
		doc := *tree
		doc.ID = strconv.Itoa(i)
		doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: published, Rule: "given"}}
		doc.Timexes, doc.Quantities = timex.Find(&doc), quantity.Find(&doc)
		rashomontest.AddEntities(&doc, names)
		doc.Statements, doc.Events = attribution.Find(&doc), event.Find(&doc)
		factuality.Judge(&doc)
		digests = append(digests, digest.Of(&doc))
		published = c.Given["later"]
	}
	return digests
}

// related links the parties of documents, and makes them tell of one story by a party that all of them have.
func related(digests []*digest.Digest) rashomon.Links {
	story := rashomon.Party{ID: "the story"}
	for _, d := range digests {
		story.Entities = append(story.Entities, rashomon.Element{Document: d.Document, Index: rashomon.None})
	}
	return rashomon.Links{Parties: append(party.Link(digests), story)}
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
