package prediction_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

func find(digests []*digest.Digest) ([]rashomon.Prediction, []rashomon.Difference) {
	return prediction.Find(ground.New(digests, link.Link(digests)))
}

// TestOrderChangesNothing gives the same documents in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	links := link.Link(digests)
	predictions, differences := prediction.Find(ground.New(digests, links))
	rapid.Check(t, func(t *rapid.T) {
		gotPredictions, gotDifferences := prediction.Find(ground.New(rapid.Permutation(digests).Draw(t, "order"), links))
		if diff := cmp.Diff(gotPredictions, predictions) + cmp.Diff(gotDifferences, differences); diff != "" {
			t.Fatalf("got - want +\n%s", diff)
		}
	})
}

// TestACopyTellsNothing compares every document with its copy under another id: what it foretells comes to no more by it.
func TestACopyTellsNothing(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		alone, _ := find([]*digest.Digest{d})
		both, _ := find([]*digest.Digest{d, digesttest.Copy(d)})
		if len(both) != 2*len(alone) {
			t.Errorf("%s: got %d predictions with its copy, want twice %d", d.Name, len(both), len(alone))
		}
		for i, p := range both {
			if want := alone[i%len(alone)]; p.Outcome != want.Outcome {
				t.Errorf("%s: %q: got %s, want %s", d.Name, d.Quote(p.Extent), p.Outcome, want.Outcome)
			}
		}
	}
}

// TestAForeignDocumentChangesNothing adds a document that has nothing in common with the others.
func TestAForeignDocumentChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	foreign := digesttest.Read(t, "foreign.txt", []byte("Bees in the garden\n\n6 June 2031\n\nThe bees did not come that spring. Nobody has been charged. "+
		"Riots broke out in the hives. The river went down by a hand.\n"))
	want, wantDifferences := find(digests)
	got, gotDifferences := find(append(slices.Clone(digests), foreign))
	if diff := cmp.Diff(got, want) + cmp.Diff(gotDifferences, wantDifferences); diff != "" {
		t.Errorf("got - want +\n%s", diff)
	}
}

// TestPassages demands that every passage lies in its document, is short and not empty, and that what is told comes with a
// reason.
func TestPassages(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	predictions, differences := find(digests)
	g := ground.New(digests, rashomon.Links{})
	for _, p := range predictions {
		for _, passage := range append(slices.Clone(p.ToldBy), p.Passage) {
			if e := passage.Extent; e.Empty() || e.Len() > 400 || e.End > len(g.Digest(passage.Document).Text) {
				t.Errorf("%s: got the extent %v", passage.Document, e)
			}
		}
		if p.Why == "" || p.Rule == "" || (p.Outcome != rashomon.OutcomeOpen && len(p.ToldBy) == 0) {
			t.Errorf("got %+v, want a rule, a reason and who tells the outcome", p)
		}
	}
	for _, d := range differences {
		if !d.A.Less(d.B.Passage) || d.Strength < 0 || d.Strength > 1 || d.Why == "" || d.ID == "" {
			t.Errorf("got %+v", d)
		}
	}
}

// TestExchangedNames exchanges the names of parties in the cases, and demands the same outcomes with the names exchanged.
func TestExchangedNames(t *testing.T) {
	t.Parallel()
	const path = "testdata/outcome.cases"
	exchange := strings.NewReplacer("Anna", "Oren", "Oren", "Anna", "Belt", "Sadik", "Sadik", "Belt", "Karsova", "Lomnik", "Lomnik", "Karsova")
	trees, exchanged := digesttest.ReadTrees(t, path), digesttest.ExchangedTrees(t, path, exchange)
	for _, c := range rashomontest.LoadCases(t, path) {
		want := outcomes(t, trees, c)
		c.Phrase = exchange.Replace(c.Phrase)
		if got := outcomes(t, exchanged, c); !slices.Equal(got, want) {
			t.Errorf("%s:%d: got %v, want %v", c.File, c.Line, got, want)
		}
	}
}

// outcomes returns what came of what the documents of a case foretell.
func outcomes(t *testing.T, trees digesttest.Trees, c rashomontest.Case) []string {
	t.Helper()
	digests := trees.Digests(t, c.Phrase, published(c))
	predictions, _ := prediction.Find(ground.New(digests, digesttest.OneStory(digests)))
	var out []string
	for _, p := range predictions {
		out = append(out, fmt.Sprintf("%s %s %s", p.Outcome, p.Rule, p.By))
	}
	return out
}
