package digest_test

import (
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// TestTrees gives every phrase of the cases a tree.
func TestTrees(t *testing.T) {
	rashomontest.RunTrees(t, func(doc *rashomon.Document) error { return reader.New().Read(t.Context(), doc) })
}

// TestClauses draws the clauses of the phrases in testdata/*.cases, whose trees stand in the file .conllu of the same name.
func TestClauses(t *testing.T) {
	t.Parallel()
	names := rashomontest.ListedNames(t)
	for _, path := range rashomontest.CaseFiles(t) {
		trees := rashomontest.ReadTrees(t, rashomontest.TreesOf(path))
		rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
			doc, found := trees[c.Phrase]
			if !found {
				t.Errorf("%q has no tree: run go test ./digest -run Trees -update", c.Phrase)
				return nil
			}
			rashomontest.AddEntities(doc, names)
			d := digest.Of(doc)
			var clauses []string
			for _, clause := range d.Clauses {
				clauses = append(clauses, printed(d, clause))
			}
			return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: strings.Join(clauses, "; ")}}
		})
	}
}

// printed tells a clause in the form that testdata/clauses.cases explains.
func printed(d *digest.Digest, c digest.Clause) string {
	words := []string{c.Predicate}
	if c.Negated {
		words = []string{"not", c.Predicate}
	}
	for _, role := range c.Roles {
		word := role.Relation + ":" + role.Head
		if role.Shared {
			word = "~" + word
		}
		if role.Entity != rashomon.None {
			word += "=" + d.Entities[role.Entity].Name
		}
		words = append(words, word)
	}
	return strings.Join(words, " ")
}

// TestExtentsLieInTheText draws digests of tangled texts: whatever the trees are, extents and indexes fit.
func TestExtentsLieInTheText(t *testing.T) {
	t.Parallel()
	for seed := range uint64(50) {
		doc := rashomontest.Tangled(rashomontest.Article(), seed)
		d := digest.Of(doc)
		for _, clause := range d.Clauses {
			within(t, doc, clause.Extent)
			within(t, doc, clause.Head)
			if clause.Above >= len(d.Clauses) || clause.Sentence >= len(d.Sentences) {
				t.Fatalf("seed %d: clause %q hangs on %d of %d, in sentence %d of %d", seed, clause.Predicate, clause.Above, len(d.Clauses), clause.Sentence, len(d.Sentences))
			}
			for _, role := range clause.Roles {
				within(t, doc, role.Extent)
			}
		}
	}
}

func within(t *testing.T, doc *rashomon.Document, e rashomon.Extent) {
	t.Helper()
	if e.Start < 0 || e.End > len(doc.Text) || e.Start > e.End {
		t.Fatalf("extent %v is not within a text of %d bytes", e, len(doc.Text))
	}
}
