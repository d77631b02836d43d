package figure_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
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

// TestCases compares the documents of testdata/pairs.cases, whose trees stand in the file .conllu of the same name.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(pairs))
	rashomontest.RunCases(t, pairs, func(c rashomontest.Case) []rashomontest.Finding {
		found := between(grounded(digests(t, trees, names, c.Phrase, c.Given["published"])))
		if found == "" {
			return nil
		}
		return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: found}}
	})
}

// digests returns the digests of the documents of a phrase, published on the days given.
func digests(
	t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, phrase, published string,
) []*digest.Digest {
	t.Helper()
	days := strings.Fields(published)
	var digests []*digest.Digest
	for i, text := range rashomontest.Documents(phrase) {
		tree := trees[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test ./compare/figure -run Trees -update", text)
		}
		doc := *tree
		doc.ID = strconv.Itoa(i)
		if i < len(days) {
			doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: days[i], Rule: "hand"}}
		}
		doc.Timexes = timex.Find(&doc)
		doc.Quantities = quantity.Find(&doc)
		rashomontest.AddEntities(&doc, names)
		doc.Statements = attribution.Find(&doc)
		doc.Events = event.Find(&doc)
		factuality.Judge(&doc)
		digests = append(digests, digest.Of(&doc))
	}
	return digests
}

// grounded links digests as documents of one story: every event is a happening of its own.
func grounded(digests []*digest.Digest) *ground.Ground {
	parties := party.Link(digests)
	for range 2 { // of which nothing else need be common
		var story rashomon.Party
		for _, d := range digests {
			story.Entities = append(story.Entities, rashomon.Element{Document: d.Document, Index: rashomon.None})
		}
		parties = append(parties, story)
	}
	return ground.New(digests, rashomon.Links{Parties: parties})
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
