package link_test

import (
	"fmt"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
)

func newIndex(t testing.TB) *link.Index {
	t.Helper()
	x, err := link.NewIndex()
	if err != nil {
		t.Fatal(err)
	}
	return x
}

// TestOneByOneIsAllAtOnce adds the accounts of a case in any order and asks for links in between.
func TestOneByOneIsAllAtOnce(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	want := link.Link(digests)
	rapid.Check(t, func(r *rapid.T) {
		x := newIndex(t)
		for _, d := range rapid.Permutation(digests).Draw(r, "order") {
			x.Add(d)
			if rapid.IntRange(0, 3).Draw(r, "asked") == 0 {
				x.Links()
			}
		}
		if diff := cmp.Diff(x.Links(), want); diff != "" {
			r.Fatalf("one by one (-got +want): %s", diff)
		}
	})
}

// TestManyStories adds the documents of many stories in some orders.
func TestManyStories(t *testing.T) {
	t.Parallel()
	digests := digesttest.Corpus(t, 60)
	want := link.Link(digests)
	for seed := range uint64(2) {
		order := slices.Clone(digests)
		random := rand.New(rand.NewPCG(seed, 0))
		random.Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
		x := newIndex(t)
		for i, d := range order {
			x.Add(d)
			if i%15 == 0 {
				x.Links()
			}
		}
		if diff := cmp.Diff(x.Links(), want); diff != "" {
			t.Errorf("order %d (-got +want): %s", seed, diff)
		}
	}
}

// TestLinksStay: what was returned before is not changed by documents that come later.
func TestLinksStay(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	x := newIndex(t)
	for _, d := range digests[:4] {
		x.Add(d)
	}
	got := x.Links()
	for _, d := range digests[4:] {
		x.Add(d)
		x.Links()
	}
	if diff := cmp.Diff(got, link.Link(digests[:4])); diff != "" {
		t.Errorf("after more came (-got +want): %s", diff)
	}
}

func TestNothing(t *testing.T) {
	t.Parallel()
	if got := link.Link(nil); len(got.Parties)+len(got.Happenings)+len(got.Echoes) > 0 {
		t.Errorf("got %v of no documents", got)
	}
}

// BenchmarkAdd adds one document to many, and asks for all links.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("10,000 documents take minutes")
			}
			const more = 8
			digests := digesttest.Corpus(b, n+more)
			x := newIndex(b)
			for _, d := range digests[:n] {
				x.Add(d)
			}
			x.Links()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				x.Add(again(digests[n+i%more], i/more))
				x.Links()
			}
		})
	}
}

// again returns a digest under an id of its own.
func again(d *digest.Digest, times int) *digest.Digest {
	copied := *d
	copied.Document += fmt.Sprintf("-%d", times)
	return &copied
}
