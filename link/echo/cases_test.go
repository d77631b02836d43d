package echo_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/digest"
	"rashomon/link/echo"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/timex"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// TestCases finds the echoes between the documents of testdata/*.cases, whose trees stand in the file .conllu of the
// same name.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			found := printed(echo.Find(given(t, trees, names, c)))
			if found == "" {
				return nil
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: found}}
		})
	}
}

// given returns the digests of the documents of a case. Their ids are their numbers.
func given(
	t *testing.T, trees map[string]*rashomon.Document, names []rashomontest.ListedName, c rashomontest.Case,
) []*digest.Digest {
	t.Helper()
	var digests []*digest.Digest
	for i, text := range rashomontest.Documents(c.Phrase) {
		tree := trees[text]
		if tree == nil {
			t.Fatalf("%q has no tree: run go test ./link/echo -run Trees -update", text)
		}
		doc := *tree
		doc.ID = strconv.Itoa(i + 1)
		for field, key := range map[rashomon.Field]string{
			rashomon.FieldSource: "sources", rashomon.FieldPublished: "published", rashomon.FieldAgency: "agencies",
		} {
			if value := piece(c.Given[key], i); value != "" {
				doc.Details = append(doc.Details, rashomon.Detail{Field: field, Value: value, Rule: "hand"})
			}
		}
		doc.Timexes, doc.Quantities = timex.Find(&doc), quantity.Find(&doc)
		rashomontest.AddEntities(&doc, names)
		doc.Statements = attribution.Find(&doc)
		digests = append(digests, digest.Of(&doc))
	}
	return digests
}

// piece returns one of the pieces that ";" divides.
func piece(list string, i int) string {
	if pieces := strings.Split(list, ";"); i < len(pieces) {
		return strings.TrimSpace(pieces[i])
	}
	return ""
}

// printed tells echoes in the form that testdata/sources.cases explains.
func printed(echoes []rashomon.Echo) string {
	var all []string
	for _, e := range echoes {
		var documents []string
		for _, p := range e.Passages {
			documents = append(documents, p.Document)
		}
		all = append(all, fmt.Sprintf("%s %s %s of %s", e.Kind, e.Rule, e.Root, strings.Join(slices.Compact(documents), " ")))
	}
	slices.Sort(all)
	return strings.Join(all, ", ")
}
