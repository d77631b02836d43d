package point

import (
	"slices"
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
)

// TestMatchingIsLiken holds the likenesses of all tellings of all accounts of a case against those that are found word by word.
func TestMatchingIsLiken(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	g := ground.New(digests, rashomon.Links{})
	var m matching
	for _, x := range digests {
		for _, y := range digests {
			a, b := newShelf(g, x.Whole()), newShelf(g, y.Whole())
			m.set(a.words, b.words)
			for _, one := range a.all() {
				for _, other := range b.all() {
					compareLikeness(t, one, other, m.liken(one, other, true), liken(one, other))
					compareLikeness(t, other, one, m.liken(other, one, false), liken(other, one))
				}
			}
		}
	}
}

func compareLikeness(t *testing.T, a, b *telling, got, want likeness) {
	t.Helper()
	if got.content != want.content || got.weight != want.weight || got.predicate != want.predicate ||
		!slices.EqualFunc(got.shared, want.shared, func(x, y *word) bool { return x.text == y.text }) {
		t.Errorf("%q and %q: got %v, want %v", a.text(), b.text(), got, want)
	}
}

// TestMatchingOfNothing: a document may tell nothing.
func TestMatchingOfNothing(t *testing.T) {
	t.Parallel()
	var m matching
	m.set(newVocabulary(nil), newVocabulary(nil))
}

// TestScreensMissNothing: between two clauses of which one denies, rules find nothing where they are passed over.
func TestScreensMissNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	g := ground.New(digests, rashomon.Links{})
	var m matching
	for i, x := range digests {
		for _, y := range digests[i+1:] {
			a, b := newShelf(g, x.Whole()), newShelf(g, y.Whole())
			m.set(a.words, b.words)
			for j := range a.tellings {
				for k := range b.tellings {
					checkScreens(t, &m, &a.tellings[j], &b.tellings[k])
				}
			}
		}
	}
}

func checkScreens(t *testing.T, m *matching, a, b *telling) {
	t.Helper()
	if a.denied == b.denied || m.mayDeny(a, b) {
		return
	}
	l := liken(a, b)
	if found := differ(a, b, l); len(found) > 0 {
		t.Errorf("%q and %q differ: %v", a.text(), b.text(), found)
	}
	if f, same := agree(a, b, l); same {
		t.Errorf("%q and %q agree: %v", a.text(), b.text(), f)
	}
}
