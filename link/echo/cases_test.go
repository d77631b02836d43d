package echo_test

import (
	"fmt"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest/digesttest"
	"rashomon/link/echo"
	"rashomon/rashomontest"
)

// TestTrees gives every text of the cases a tree.
func TestTrees(t *testing.T) { digesttest.RunTrees(t) }

// TestCases finds the echoes between the documents of testdata/*.cases, whose trees stand in the file .conllu of the
// same name.
func TestCases(t *testing.T) {
	t.Parallel()
	for _, path := range rashomontest.CaseFiles(t) {
		digesttest.RunCases(t, path, func(trees digesttest.Trees, c rashomontest.Case) string {
			return printed(echo.Find(trees.Digests(t, c.Phrase, details(c))))
		})
	}
}

// details gives the documents of a case what it has of them in lists.
func details(c rashomontest.Case) func(int, *rashomon.Document) {
	return func(i int, doc *rashomon.Document) {
		doc.ID = strconv.Itoa(i + 1)
		for field, key := range map[rashomon.Field]string{
			rashomon.FieldSource: "sources", rashomon.FieldPublished: "published", rashomon.FieldAgency: "agencies",
		} {
			if value := piece(c.Given[key], i); value != "" {
				doc.Details = append(doc.Details, rashomon.Detail{Field: field, Value: value, Rule: "hand"})
			}
		}
	}
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
