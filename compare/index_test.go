package compare_test

import (
	"bytes"
	"math/rand/v2"
	"slices"
	"strconv"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/compare"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/export"
	"rashomon/link"
)

// growing is documents that come one after another.
type growing struct {
	links   *link.Index
	compare *compare.Index
	waiting []*digest.Digest
}

func newGrowing(t testing.TB) *growing {
	t.Helper()
	links, err := link.NewIndex()
	if err != nil {
		t.Fatal(err)
	}
	return &growing{links: links, compare: compare.NewIndex()}
}

func (g *growing) add(digests ...*digest.Digest) {
	for _, d := range digests {
		g.links.Add(d)
	}
	g.waiting = append(g.waiting, digests...)
}

func (g *growing) compared() rashomon.Comparison {
	c := g.compare.Compare(g.waiting, g.links.Links())
	g.waiting = nil
	return c
}

func written(t testing.TB, c rashomon.Comparison, digests []*digest.Digest) string {
	t.Helper()
	var out bytes.Buffer
	if err := export.WriteComparison(&out, c, digests); err != nil {
		t.Fatal(err)
	}
	return out.String()
}

// TestOneByOneIsAllAtOnce adds the accounts of a case in some orders and asks for comparisons in between.
func TestOneByOneIsAllAtOnce(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	want := printed(t, digests)
	for seed := range uint64(4) {
		g := newGrowing(t)
		for i, d := range shuffled(digests, seed) {
			if g.add(d); i%3 == int(seed)%3 {
				g.compared()
			}
		}
		if got := written(t, g.compared(), digests); got != want {
			t.Fatalf("order %d (-want +got): %s", seed, cmp.Diff(want, got))
		}
	}
}

// shuffled returns digests in an order.
func shuffled(digests []*digest.Digest, seed uint64) []*digest.Digest {
	order := slices.Clone(digests)
	rand.New(rand.NewPCG(seed, 0)).Shuffle(len(order), func(i, j int) { order[i], order[j] = order[j], order[i] })
	return order
}

// TestManyStoriesOneByOne adds the documents of many stories in some order: after each of the last ones the comparison is that of
// all so far.
func TestManyStoriesOneByOne(t *testing.T) {
	t.Parallel()
	order := shuffled(digesttest.Corpus(t, 32), 1)
	g := newGrowing(t)
	for i, d := range order {
		if g.add(d); i%8 != 7 {
			continue
		}
		soFar := order[:i+1]
		if got, want := written(t, g.compared(), soFar), printed(t, soFar); got != want {
			t.Fatalf("%d documents (-want +got): %s", len(soFar), cmp.Diff(want, got))
		}
	}
}

// TestInGroups adds the documents of some stories, and the same ones under other ids, in groups of any size: what a party is called by
// passes to others as their first entities come, and reprints come before what they reprint. After each group the comparison is that
// of all so far.
func TestInGroups(t *testing.T) {
	t.Parallel()
	for seed := range uint64(2) {
		digests := digesttest.Corpus(t, 22)
		for _, d := range digests[3:9] {
			digests = append(digests, again(d, int(seed)))
		}
		order, random := shuffled(digests, seed), rand.New(rand.NewPCG(seed, 1))
		g := newGrowing(t)
		for from := 0; from < len(order); {
			to := min(len(order), from+1+random.IntN(6))
			g.add(order[from:to]...)
			if got, want := written(t, g.compared(), order[:to]), printed(t, order[:to]); got != want {
				t.Fatalf("order %d, %d documents and then %d (-want +got): %s", seed, from, to-from, cmp.Diff(want, got))
			}
			from = to
		}
	}
}

// TestComparisonsStay: what was returned before is not changed by documents that come later.
func TestComparisonsStay(t *testing.T) {
	t.Parallel()
	digests := digesttest.Case(t)
	g := newGrowing(t)
	g.add(digests[:4]...)
	before := g.compared()
	for _, d := range digests[4:] {
		g.add(d)
		g.compared()
	}
	if got, want := written(t, before, digests[:4]), printed(t, digests[:4]); got != want {
		t.Errorf("after more came (-want +got): %s", cmp.Diff(want, got))
	}
}

// BenchmarkAdd adds one document to many, links it and compares it, and asks for the comparison of all.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 1000 && testing.Short() {
				b.Skip("10,000 documents take minutes")
			}
			const more = 64
			digests := shuffled(digesttest.Corpus(b, n+more), 0)
			g := newGrowing(b)
			g.add(digests[:n]...)
			g.compared()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				g.add(again(digests[n+i%more], i/more))
				g.compared()
			}
			b.ReportMetric(float64(b.Elapsed().Milliseconds())/float64(b.N), "ms/document")
		})
	}
}

// again returns a digest under an id of its own.
func again(d *digest.Digest, times int) *digest.Digest {
	copied := *d.Whole()
	copied.Document += strconv.Itoa(times)
	copied.Fold()
	return &copied
}
