package compare_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/export"
	"rashomon/link"
)

// printed compares documents and returns the comparison as it is printed.
func printed(t testing.TB, digests []*digest.Digest) string {
	t.Helper()
	var out bytes.Buffer
	if err := export.WriteComparison(&out, compare.Compare(ground.New(digests, link.Link(digests))), digests); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestOrderChangesNothing gives the same documents in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	want := printed(t, digests)
	for seed := range uint64(5) {
		shuffled := slices.Clone(digests)
		rand.New(rand.NewPCG(seed, 0)).Shuffle(len(shuffled), func(i, j int) {
			shuffled[i], shuffled[j] = shuffled[j], shuffled[i]
		})
		if got := printed(t, shuffled); got != want {
			t.Fatalf("seed %d: the order of the documents changes the comparison:\n%s", seed, cmp.Diff(want, got))
		}
	}
}

// TestAnAccountDoesNotDifferFromItself compares each document with its copy under another id.
func TestAnAccountDoesNotDifferFromItself(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		digests := []*digest.Digest{d, digesttest.Copy(d)}
		for _, difference := range compare.Compare(ground.New(digests, link.Link(digests))).Differences {
			if difference.A.Document != difference.B.Document && difference.Scope == "" && !within(d, difference) {
				t.Errorf("%s: %s %q against %q: %s", d.Name, difference.Rule, d.Quote(difference.A.Extent), d.Quote(difference.B.Extent), difference.Why)
			}
		}
	}
}

// within reports whether the difference is found in the document alone: its own holders contradict each other.
func within(d *digest.Digest, of rashomon.Difference) bool {
	alone := []*digest.Digest{d}
	return slices.ContainsFunc(compare.Compare(ground.New(alone, link.Link(alone))).Differences, func(own rashomon.Difference) bool {
		return own.Rule == of.Rule && (own.A.Extent == of.A.Extent && own.B.Extent == of.B.Extent || own.A.Extent == of.B.Extent && own.B.Extent == of.A.Extent)
	})
}

// TestASilentAccountChangesNothing adds a document that tells of nothing the others tell of.
func TestASilentAccountChangesNothing(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	silent := digesttest.Read(t, "silent.txt", []byte("Bees in the garden\n\nThe bees came late that spring. The pear tree flowered in May, and the plums were small.\n"))
	before := compare.Compare(ground.New(digests, link.Link(digests)))
	with := append(slices.Clone(digests), silent)
	after := compare.Compare(ground.New(with, link.Link(with)))
	if diff := cmp.Diff(before.Differences, after.Differences); diff != "" {
		t.Errorf("differences change: %s", diff)
	}
	if diff := cmp.Diff(before.Agreements, after.Agreements); diff != "" {
		t.Errorf("agreements change: %s", diff)
	}
}
