package happening

import (
	"fmt"
	"math"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestClusters has small cases by hand: probabilities in hundredths.
func TestClusters(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edges []told
		want  [][]int32
	}{
		"nothing joins":         {nil, [][]int32{{0}, {1}, {2}, {3}}},
		"the likeliest first":   {[]told{like(0, 1, 60), like(1, 2, 90)}, [][]int32{{0}, {1, 2}, {3}}}, // 0 with both: 30 on average
		"all of one kind":       {[]told{like(0, 1, 60), like(1, 2, 90), like(0, 2, 50)}, [][]int32{{0, 1, 2}, {3}}},
		"of equals the first":   {[]told{like(0, 1, 60), like(1, 2, 60)}, [][]int32{{0, 1}, {2}, {3}}},
		"what must stay apart":  {[]told{like(0, 1, 90), like(1, 2, 80), apart(like(0, 2, 100))}, [][]int32{{0, 1}, {2}, {3}}},
		"two pairs":             {[]told{like(0, 3, 90), like(1, 2, 80)}, [][]int32{{0, 3}, {1, 2}}},
		"not likely enough":     {[]told{like(0, 1, 39)}, [][]int32{{0}, {1}, {2}, {3}}},
		"no edge counts as not": {[]told{like(0, 1, 99), like(2, 3, 99), like(0, 2, 99)}, [][]int32{{0, 1}, {2, 3}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(sorted(clustered(4, c.edges, linkage{least: 40 * million / 100})), c.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

// A told is an edge between two events, a before b, that may have to stay apart.
type told struct {
	a, b, probability int32
	apart             bool
}

func like(a, b, hundredths int32) told { return told{a, b, hundredths * million / 100, false} }

func apart(e told) told {
	e.apart = true
	return e
}

// edges are likenesses told by hand.
type edges struct {
	all   []told
	least int32
}

func (e edges) find(a, b int32) told {
	for _, known := range e.all {
		if known.a == min(a, b) && known.b == max(a, b) {
			return known
		}
	}
	return told{}
}

func (e edges) likely(event int32) []int32 {
	var out []int32
	for _, known := range e.all {
		switch {
		case known.probability < e.least:
		case known.a == event:
			out = append(out, known.b)
		case known.b == event:
			out = append(out, known.a)
		}
	}
	return out
}

func (e edges) probabilities(events, others []int32, add func(event, other, probability int32)) {
	for _, event := range events {
		for _, other := range others {
			if known := e.find(event, other); known != (told{}) {
				add(event, other, known.probability)
			}
		}
	}
}

func (e edges) apart(a, b int32) bool { return e.find(a, b).apart }

// clustered clusters a number of events at once.
func clustered(number int32, all []told, how linkage) *clusterer {
	c := newClusterer(int(number), edges{all, how.least}, how)
	var events []int32
	for i := range number {
		events = append(events, i)
	}
	c.cluster(events, nil)
	return c
}

func sorted(c *clusterer) [][]int32 {
	var out [][]int32
	for _, cluster := range c.clusters() {
		out = append(out, slices.Sorted(slices.Values(c.appendMembers(nil, cluster))))
	}
	return out
}

// TestClustersLikeThePlainWay compares with the same method done by looking at all pairs of clusters in every step.
func TestClustersLikeThePlainWay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int32Range(1, 9).Draw(t, "events")
		edges := drawEdges(t, n, nil)
		how := drawLinkage(t)
		got := sorted(clustered(n, edges, how))
		if diff := cmp.Diff(got, plainClusters(n, edges, how)); diff != "" {
			t.Fatalf("(-got +want):\n%s", diff)
		}
	})
}

const testLeast = 30 * million / 100

// drawLinkage returns average linkage, as in the fine grain, or one with more of what the coarse grain has, or single linkage.
func drawLinkage(t *rapid.T) linkage {
	return linkage{
		least: testLeast, growth: rapid.SampledFrom([]float64{0, 0.2, 0.5}).Draw(t, "growth"),
		nearest: rapid.SampledFrom([]float64{0, 0.3, 1}).Draw(t, "nearest"),
	}
}

// drawEdges returns edges between events, as they were before where neither of the two has changed.
func drawEdges(t *rapid.T, n int32, before func(a, b int32) (told, bool)) []told {
	var edges []told
	for a := range n {
		for b := a + 1; b < n; b++ {
			if before != nil {
				if e, known := before(a, b); known {
					edges = append(edges, e)
					continue
				}
			}
			if rapid.Bool().Draw(t, fmt.Sprint("edge ", a, b)) {
				e := like(a, b, rapid.Int32Range(0, 10).Draw(t, "probability")*10)
				e.apart = rapid.IntRange(0, 7).Draw(t, "apart") == 0
				edges = append(edges, e)
			}
		}
	}
	return edges
}

// TestWhatHasNotChangedIsDoneAgain: events with other edges than before, and what they touch, are clustered as if all were
// clustered anew, and the next time again.
func TestWhatHasNotChangedIsDoneAgain(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int32Range(1, 14).Draw(t, "events")
		all := drawEdges(t, n, nil)
		how := drawLinkage(t)
		c := clustered(n, all, how)
		for range 3 {
			changed := rapid.SliceOfN(rapid.Int32Range(0, n-1), 0, 3).Draw(t, "changed")
			known := edges{all: all}
			all = drawEdges(t, n, func(a, b int32) (told, bool) {
				return known.find(a, b), !slices.Contains(changed, a) && !slices.Contains(changed, b)
			})
			before := c.united
			c = newClusterer(int(n), edges{all, testLeast}, how)
			c.cluster(slices.Compact(slices.Sorted(slices.Values(changed))), before)
			if diff := cmp.Diff(sorted(c), plainClusters(n, all, how)); diff != "" {
				t.Fatalf("(-got +want):\n%s", diff)
			}
		}
	})
}

func plainClusters(n int32, edges []told, how linkage) [][]int32 {
	var all [][]int32
	for event := range n {
		all = append(all, []int32{event})
	}
	for {
		best, bestA, bestB := int64(how.least)-1, -1, -1
		for a := range all {
			for b := a + 1; b < len(all); b++ {
				if likeness, may := likenessOf(all[a], all[b], edges, how); may && likeness > best {
					best, bestA, bestB = likeness, a, b
				}
			}
		}
		if bestA < 0 {
			return all
		}
		all[bestA] = slices.Sorted(slices.Values(append(slices.Clone(all[bestA]), all[bestB]...)))
		all = slices.Delete(all, bestB, bestB+1)
	}
}

// likenessOf returns how like two clusters are, and whether they may be one: two of their events are likely enough the same, and no
// two must stay apart.
func likenessOf(a, b []int32, edges []told, how linkage) (likeness int64, may bool) {
	var sum, best int64
	for _, e := range edges {
		if slices.Contains(a, e.a) && slices.Contains(b, e.b) || slices.Contains(a, e.b) && slices.Contains(b, e.a) {
			if e.apart {
				return 0, false
			}
			may = may || int64(e.probability) >= int64(how.least)
			sum, best = sum+int64(e.probability), max(best, int64(e.probability))
		}
	}
	pairs := float64(len(a) * len(b))
	mean := float64(sum) / pairs * math.Pow(pairs, how.growth)
	return int64(how.nearest*float64(best) + (1-how.nearest)*mean), may
}
