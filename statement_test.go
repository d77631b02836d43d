package rashomon_test

import (
	"slices"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
)

// reported is a text in which an agency reports what a ministry's data showed, and then speaks for itself.
func reported(t *testing.T) *rashomon.Document {
	t.Helper()
	doc := rashomontest.Document("Norvik wrote that data showed forty dead .\nIt snowed .")
	doc.Entities = []rashomon.Entity{{Name: "Norvik", Type: rashomon.EntityOrganization, Rule: "test"}}
	doc.Mentions = []rashomon.Mention{{
		Span: rashomon.Span{Start: 0, End: 1}, Kind: rashomon.MentionName, Antecedent: rashomon.None, Rule: "test",
	}}
	doc.Statements = []rashomon.Statement{{
		Within: rashomon.None, Holder: 0, Source: rashomon.Span{Start: 0, End: 1}, Cue: rashomon.Span{Start: 1, End: 2},
		Content: []rashomon.Span{{Start: 2, End: 7}}, Kind: rashomon.StatementIndirect, Type: rashomon.StatementAssertion, Rule: "test",
	}, {
		Within: 0, Holder: rashomon.None, Source: rashomon.Span{Start: 3, End: 4}, Cue: rashomon.Span{Start: 4, End: 5},
		Content: []rashomon.Span{{Start: 5, End: 7}}, Kind: rashomon.StatementIndirect, Type: rashomon.StatementAssertion, Rule: "test",
	}}
	if err := doc.Check(); err != nil {
		t.Fatal(err)
	}
	return doc
}

func TestChain(t *testing.T) {
	t.Parallel()
	doc := reported(t)
	for _, test := range []struct {
		name    string
		span    rashomon.Span
		chain   []int
		printed string
	}{
		{"innermost", rashomon.Span{Start: 5, End: 6}, []int{0, 1}, "author <- Norvik <- data"},
		{"outer", rashomon.Span{Start: 3, End: 5}, []int{0}, "author <- Norvik"},
		{"across the border of a statement", rashomon.Span{Start: 4, End: 6}, []int{0}, "author <- Norvik"},
		{"a cue is the author's", rashomon.Span{Start: 1, End: 2}, nil, "author"},
		{"the author", rashomon.Span{Start: 8, End: 11}, nil, "author"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			chain := doc.Chain(doc.Extent(test.span))
			if !slices.Equal(chain, test.chain) {
				t.Errorf("got chain %v, want %v", chain, test.chain)
			}
			if got := doc.PrintChain(chain); got != test.printed {
				t.Errorf("got %q, want %q", got, test.printed)
			}
		})
	}
}

func TestOwnWords(t *testing.T) {
	t.Parallel()
	doc := reported(t)
	if got, want := doc.OwnWords(), 4; got != want { // Norvik wrote, it snowed
		t.Errorf("got %d words in the author's own voice, want %d", got, want)
	}
	doc.Statements = nil
	if got, want := doc.OwnWords(), doc.Words(); got != want {
		t.Errorf("got %d words without statements, want all %d", got, want)
	}
}
