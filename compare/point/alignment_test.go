package point

import (
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
)

// TestAlignmentMirrors: which lines speak of the same does not rest on which account comes first.
func TestAlignmentMirrors(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	g := ground.New(digests, rashomon.Links{})
	var one, other matching
	for _, x := range digests {
		for _, y := range digests {
			a, b := newShelf(g, x.Whole()), newShelf(g, y.Whole())
			one.set(a.words, b.words)
			one.lines.set(a, b, &one)
			other.set(b.words, a.words)
			other.lines.set(b, a, &other)
			for i := range a.lines {
				for j := range b.lines {
					got, mirrored := one.lines.near[i*len(b.lines)+j], other.lines.near[j*len(a.lines)+i]
					if got != mirrored {
						t.Fatalf("lines %d of %s and %d of %s: %v one way, %v the other", i, x.Document, j, y.Document, got, mirrored)
					}
				}
			}
		}
	}
}
