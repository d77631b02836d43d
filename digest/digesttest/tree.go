package digesttest

import (
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
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

// RunTrees gives every text of the cases of a package a tree, by the reader (see [rashomontest.RunTrees]).
func RunTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// Trees are the trees of a case file, and the names that its texts may hold.
type Trees struct {
	byText map[string]*rashomon.Document
	names  []rashomontest.ListedName
}

// ReadTrees returns the trees that stand beside a case file, with the names of testdata/names.txt.
func ReadTrees(t testing.TB, path string) Trees {
	t.Helper()
	return Trees{rashomontest.ReadTrees(t, rashomontest.TreesOf(path)), rashomontest.ListedNames(t)}
}

// ExchangedTrees returns them with words exchanged, as if somebody had written of others.
func ExchangedTrees(t testing.TB, path string, exchange *strings.Replacer) Trees {
	t.Helper()
	return Trees{rashomontest.ExchangedTrees(t, rashomontest.TreesOf(path), exchange), rashomontest.ListedNames(t)}
}

// Digests returns the digests of the documents of a phrase, whose ids are their numbers from 0. What a case gives of a
// document besides its text, given tells before anything is found in it; it may be nil.
func (x Trees) Digests(t testing.TB, phrase string, given func(i int, doc *rashomon.Document)) []*digest.Digest {
	t.Helper()
	var digests []*digest.Digest
	for i, text := range rashomontest.Documents(phrase) {
		tree := x.byText[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test -run Trees -update in the package of the test", text)
		}
		doc := *tree
		doc.ID = strconv.Itoa(i)
		if given != nil {
			given(i, &doc)
		}
		x.find(&doc)
		digests = append(digests, digest.Of(&doc))
	}
	return digests
}

// find finds what the reader finds above trees and names, in its order, but for what needs a model.
func (x Trees) find(doc *rashomon.Document) {
	doc.Timexes = timex.Find(doc)
	doc.Quantities = quantity.Find(doc)
	rashomontest.AddEntities(doc, x.names)
	doc.Statements = attribution.Find(doc)
	doc.Events = event.Find(doc)
	factuality.Judge(doc)
	doc.Labels, doc.LoadedWords = framing.Find(doc)
}

// RunCases holds what is found in the documents of each phrase of a case file to what the case wants of the phrase as a
// whole: nothing is found where it is "".
func RunCases(t *testing.T, path string, find func(Trees, rashomontest.Case) string) {
	trees := ReadTrees(t, path)
	rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
		found := find(trees, c)
		if found == "" {
			return nil
		}
		return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: found}}
	})
}

// OneStory links the parties of documents, and makes them tell of one story by two parties that all of them have: nothing
// else need be common. Every event is a happening of its own.
func OneStory(digests []*digest.Digest) rashomon.Links {
	parties := party.Link(digests)
	for _, name := range []string{"the story", "its place"} {
		common := rashomon.Party{ID: name}
		for _, d := range digests {
			common.Entities = append(common.Entities, rashomon.Element{Document: d.Document, Index: rashomon.None})
		}
		parties = append(parties, common)
	}
	return rashomon.Links{Parties: parties}
}
