package echo_test

import (
	"math/rand/v2"
	"slices"
	"strings"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link/echo"
)

// TestOrderChangesNothing finds the echoes of some stories in any order.
func TestOrderChangesNothing(t *testing.T) {
	t.Parallel()
	digests := stories(t, 24)
	want := echo.Find(digests)
	rapid.Check(t, func(t *rapid.T) {
		if diff := cmp.Diff(want, echo.Find(shuffled(t, digests))); diff != "" {
			t.Fatal(diff)
		}
	})
}

func shuffled(t *rapid.T, digests []*digest.Digest) []*digest.Digest {
	out := slices.Clone(digests)
	random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
	random.Shuffle(len(out), func(i, j int) { out[i], out[j] = out[j], out[i] })
	return out
}

// TestIndexIsAllAtOnce adds documents one after the other and asks for echoes in between.
func TestIndexIsAllAtOnce(t *testing.T) {
	t.Parallel()
	digests := stories(t, 24)
	want := echo.Find(digests)
	rapid.Check(t, func(t *rapid.T) {
		index := echo.NewIndex()
		for _, d := range shuffled(t, digests) {
			index.Add(d)
			if rapid.IntRange(0, 4).Draw(t, "ask") == 0 {
				index.Echoes()
			}
		}
		if diff := cmp.Diff(want, index.Echoes()); diff != "" {
			t.Fatal(diff)
		}
	})
}

// TestManyInAnyOrder: there are keys that more accounts share than are compared with each other, and new ones come between
// those that were neighbours in time.
func TestManyInAnyOrder(t *testing.T) {
	t.Parallel()
	digests := stories(t, 200)
	want := echo.Find(digests)
	for seed := range uint64(3) {
		order := slices.Clone(digests)
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		index := echo.NewIndex()
		for _, d := range order {
			index.Add(d)
			if random.IntN(4) == 0 {
				index.Echoes()
			}
		}
		if diff := cmp.Diff(want, index.Echoes()); diff != "" {
			t.Errorf("order %d (-at once +one by one): %s", seed, diff)
		}
	}
}

// TestItselfIsAReprint sets every account beside itself under another id: that is one reprint and nothing else.
func TestItselfIsAReprint(t *testing.T) {
	t.Parallel()
	for _, d := range digesttest.Case(t) {
		t.Run(d.Name, func(t *testing.T) {
			t.Parallel()
			echoes := echo.Find([]*digest.Digest{d, varied(d, 0)})
			if len(echoes) != 1 || len(echoes[0].Passages) != 2 || echoes[0].Passages[0].Extent.Len() != len(d.Text) {
				t.Errorf("got %s, want one echo of the whole text", printed(echoes))
			}
		})
	}
}

// TestAStrangerChangesNothing adds an account of other people at another time.
func TestAStrangerChangesNothing(t *testing.T) {
	t.Parallel()
	want := echo.Find(digesttest.Case(t))
	for _, d := range digesttest.Case(t) {
		got := echo.Find(append(slices.Clone(digesttest.Case(t)), varied(d, 77)))
		if diff := cmp.Diff(want, got); diff != "" {
			t.Errorf("with %s of another story: %s", d.Name, diff)
		}
	}
}

// TestNamesAreExchanged exchanges the names of persons: the echoes are the same, with the names exchanged.
func TestNamesAreExchanged(t *testing.T) {
	t.Parallel()
	exchange := strings.NewReplacer(
		"Kostel", "Torvat", "Torvat", "Kostel", "kostel", "torvat", "torvat", "kostel",
		"Halik", "Iskar", "Iskar", "Halik", "halik", "iskar", "iskar", "halik",
	)
	var exchanged []*digest.Digest
	for _, d := range digesttest.Case(t) {
		exchanged = append(exchanged, renamed(d, exchange.Replace))
	}
	want := echo.Find(digesttest.Case(t))
	for i := range want {
		want[i].Source, want[i].Reason = exchange.Replace(want[i].Source), exchange.Replace(want[i].Reason)
	}
	if diff := cmp.Diff(want, echo.Find(exchanged)); diff != "" {
		t.Error(diff)
	}
}
