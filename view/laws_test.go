package view_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/view"
)

// TestWhatWasKnownIsWhatWasPublished compares the case as it was known on each day on which an account of it was
// published with the accounts published by then, given alone.
func TestWhatWasKnownIsWhatWasPublished(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	days := map[string]bool{}
	for _, d := range digests {
		if d.Day() == "" || days[d.Day()] {
			continue
		}
		days[d.Day()] = true
		published := slices.DeleteFunc(slices.Clone(digests), func(other *digest.Digest) bool {
			return other.Day() == "" || other.Day() > d.Day()
		})
		want := view.New(published, view.Options{}).Comparison
		if diff := cmp.Diff(want, view.New(digests, view.Options{KnownOn: d.Day()}).Comparison); diff != "" {
			t.Errorf("%s: what was known then differs from what was published by then: %s", d.Day(), diff)
		}
	}
	if len(days) < 3 {
		t.Fatalf("got %d days of publication, want three at least", len(days))
	}
}

// TestChangesBeginWithCorrections shows first what a source put right.
func TestChangesBeginWithCorrections(t *testing.T) {
	t.Parallel()
	changes := view.New(digesttest.Case(t), view.Options{}).Changes()
	if len(changes) == 0 {
		t.Fatal("nothing in the case changes")
	}
	if last := changes[0].Reports[len(changes[0].Reports)-1]; last.Kind != "correction" {
		t.Errorf("got %s first, want a correction", last.Kind)
	}
}

// TestAmendmentKeepsWhatIsNotHere shows a correction of a document that is not compared, and of words that are no longer in one.
func TestAmendmentKeepsWhatIsNotHere(t *testing.T) {
	t.Parallel()
	v := view.New([]*digest.Digest{account("a1", "A", "2015-04-02", "The ferry sank.")}, view.Options{})
	here := rashomon.Passage{Document: "a1", Extent: rashomon.Extent{Start: 4, End: 9}}
	gone := rashomon.Passage{Document: "a1", Extent: rashomon.Extent{Start: 4, End: 900}}
	away := rashomon.Passage{Document: "b2", Extent: rashomon.Extent{Start: 4, End: 9}}
	got := v.Amendment(rashomon.Correction{
		Number: 3, Kind: rashomon.CorrectionRecode, Type: "ASSAULT", Codes: []string{"GBR", "GOV"},
		Targets: []rashomon.Target{{Kind: rashomon.TargetEvent, Passages: []rashomon.Passage{here, gone, away}}},
	}, 7)
	var words []string
	for _, q := range got.Targets[0].Passages {
		words = append(words, q.Name+": "+q.Words)
	}
	if diff := cmp.Diff([]string{"A: ferry", "A: ", "b2: "}, words); diff != "" {
		t.Error(diff)
	}
	if diff := cmp.Diff([]view.Changed{{"type", "ASSAULT"}, {"codes", "GBR GOV"}}, got.Changes); diff != "" || got.UndoneBy != 7 {
		t.Errorf("undone by %d; %s", got.UndoneBy, diff)
	}
}
