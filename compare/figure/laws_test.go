package figure_test

import (
	"fmt"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link/party"
	"rashomon/rashomontest"
)

const pairs = "testdata/pairs.cases"

// caseDocuments returns digests of the texts of all cases.
func caseDocuments(t *testing.T) []*digest.Digest {
	t.Helper()
	trees := digesttest.ReadTrees(t, pairs)
	var all []*digest.Digest
	for _, c := range rashomontest.LoadCases(t, pairs) {
		for _, d := range trees.Digests(t, c.Phrase, published(c)) {
			d.Document = fmt.Sprintf("d%03d", len(all))
			all = append(all, d)
		}
	}
	return all
}

// A result is what figure.Compare gives.
type result struct {
	Differences []rashomon.Difference
	Agreements  []rashomon.Agreement
}

func compare(g *ground.Ground) (r result) {
	r.Differences, r.Agreements = figure.Compare(g)
	return r
}

// TestOrder: documents may come in any order.
func TestOrder(t *testing.T) {
	t.Parallel()
	all := caseDocuments(t)
	rapid.Check(t, func(r *rapid.T) {
		some := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 2, 12,
			func(d *digest.Digest) string { return d.Document }).Draw(r, "documents")
		want := compare(grounded(some))
		if diff := cmp.Diff(compare(grounded(rapid.Permutation(some).Draw(r, "order"))), want); diff != "" {
			r.Fatalf("in another order: %s", diff)
		}
	})
}

// TestItself: a document does not differ from its copy but where it differs from itself.
func TestItself(t *testing.T) {
	t.Parallel()
	for _, d := range caseDocuments(t) {
		alone := len(compare(grounded([]*digest.Digest{d})).Differences)
		if got := compare(grounded([]*digest.Digest{d, digesttest.Copy(d)})).Differences; len(got) != alone {
			t.Errorf("%q: got %d differences from its copy, want %d: %+v", d.Text, len(got), alone, got)
		}
	}
}

// TestStranger: a document that has nothing in common with others changes nothing between them.
func TestStranger(t *testing.T) {
	t.Parallel()
	all := caseDocuments(t)
	rapid.Check(t, func(r *rapid.T) {
		some := rapid.SliceOfNDistinct(rapid.SampledFrom(all), 3, 8,
			func(d *digest.Digest) string { return d.Document }).Draw(r, "documents")
		known, stranger := some[1:], some[0]
		want := compare(grounded(known))
		own := compare(ground.New([]*digest.Digest{stranger}, rashomon.Links{}))
		links := grounded(known).Links
		together := ground.New(append([]*digest.Digest{stranger}, known...), links)
		if slices.ContainsFunc(known, func(d *digest.Digest) bool { return together.AreRelated(stranger.Document, d.Document) }) {
			r.Skip("no stranger: the other of a case, with its rare words")
		}
		got := compare(together)
		if len(got.Differences) != len(want.Differences)+len(own.Differences) || cmp.Diff(got.Agreements,
			want.Agreements) != "" {
			r.Fatalf("with a stranger: got %+v, want %+v and %+v", got, want, own)
		}
	})
}

// TestExchanged: who did it to whom changes no finding. The names of parties exchanged, the same is found.
func TestExchanged(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer("Karsova", "Lomnik", "Lomnik", "Karsova", "Anna", "Oren", "Oren", "Anna", "Belt",
		"Sadik", "Sadik", "Belt")
	trees, exchanged := digesttest.ReadTrees(t, pairs), digesttest.ExchangedTrees(t, pairs, exchange)
	for _, c := range rashomontest.LoadCases(t, pairs) {
		given := between(grounded(trees.Digests(t, c.Phrase, published(c))))
		got := between(grounded(exchanged.Digests(t, exchange.Replace(c.Phrase), published(c))))
		if got != given {
			t.Errorf("%q with the names exchanged: got %s, want %s", c.Phrase, got, given)
		}
	}
}

// TestSound: sides lie in their documents, A before B, and are short; strengths are shares; ids are told apart.
func TestSound(t *testing.T) {
	t.Parallel()
	all := caseDocuments(t)
	g := ground.New(all, rashomon.Links{Parties: party.Link(all)})
	ids := map[string]bool{}
	for _, d := range compare(g).Differences {
		if ids[d.ID] {
			t.Errorf("%s stands twice", d.ID)
		}
		ids[d.ID] = true
		if d.Strength <= 0 || d.Strength > 1 || d.Why == "" || d.B.Passage.Less(d.A.Passage) {
			t.Errorf("got %+v", d)
		}
		for _, side := range []rashomon.Side{d.A, d.B} {
			text := g.Digest(side.Document).Text
			if side.Extent.Start < 0 || side.Extent.End > len(text) || side.Extent.Len() <= 0 || side.Extent.Len() > 400 {
				t.Errorf("%s: got the side %v of %d bytes of text", d.ID, side.Extent, len(text))
			}
		}
	}
}
