package claim_test

import (
	"testing"

	"rashomon"
	"rashomon/attribution"
	"rashomon/claim"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestCases judges the phrases in testdata/*.cases: a claim and, in the paragraph behind it, an account. Their tags
// and trees stand in the file .conllu of the same name, so that no model is needed.
func TestCases(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, found := trees[c.Phrase]
			if !found {
				t.Errorf("%s:%d: %q has no tree: run go test ./claim -run Trees -update", c.File, c.Line, c.Phrase)
				return nil
			}
			of, account := annotated(doc, names)
			judgement := claim.JudgeWordings(of, account)
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: string(judgement.Relation)}}
		})
	}
}

// annotated fills what a phrase's tree does not tell, and returns the claim and the account.
func annotated(doc *rashomon.Document, names []rashomontest.ListedName) (of, account *claim.Wording) {
	rashomontest.AddEntities(doc, names)
	doc.Quantities = quantity.Find(doc)
	doc.Statements = attribution.Find(doc)
	text := claim.NewText(doc)
	return text.Wording(doc.Span(doc.Parts[0].Extent)), text.Wording(doc.Span(doc.Parts[1].Extent))
}

func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}
