package digest_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rashomon/digest"
	"rashomon/digest/digesttest"
)

// TestFold: what was folded is whole as it was, and is stored as it was.
func TestFold(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		folded, err := digest.Decode(digest.Encode(d))
		if err != nil {
			t.Fatal(err)
		}
		folded.Fold()
		if len(d.Clauses) == 0 || len(folded.Clauses) > 0 || len(folded.Events) > 0 || folded.Title != d.Title {
			t.Fatalf("%s: got %d clauses of %d beside what is folded", d.Name, len(folded.Clauses), len(d.Clauses))
		}
		if diff := cmp.Diff(folded.Whole(), d, cmpopts.EquateEmpty()); diff != "" {
			t.Errorf("%s (-got +want): %s", d.Name, diff)
		}
		if string(digest.Encode(folded)) != string(digest.Encode(d)) {
			t.Errorf("%s: folded, it is stored in another form", d.Name)
		}
	}
}
