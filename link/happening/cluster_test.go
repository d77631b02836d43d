package happening

import (
	"fmt"
	"maps"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"
)

// TestClusters has small cases by hand: probabilities in hundredths.
func TestClusters(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		edges []edge
		want  [][]int32
	}{
		"nothing joins":         {nil, [][]int32{{0}, {1}, {2}, {3}}},
		"the likeliest first":   {[]edge{like(0, 1, 60), like(1, 2, 90)}, [][]int32{{0}, {1, 2}, {3}}}, // 0 with both: 30 on average
		"all of one kind":       {[]edge{like(0, 1, 60), like(1, 2, 90), like(0, 2, 50)}, [][]int32{{0, 1, 2}, {3}}},
		"of equals the first":   {[]edge{like(0, 1, 60), like(1, 2, 60)}, [][]int32{{0, 1}, {2}, {3}}},
		"what must stay apart":  {[]edge{like(0, 1, 90), like(1, 2, 80), {a: 0, b: 2, probability: million, apart: true}}, [][]int32{{0, 1}, {2}, {3}}},
		"two pairs":             {[]edge{like(0, 3, 90), like(1, 2, 80)}, [][]int32{{0, 3}, {1, 2}}},
		"not likely enough":     {[]edge{like(0, 1, 39)}, [][]int32{{0}, {1}, {2}, {3}}},
		"no edge counts as not": {[]edge{like(0, 1, 99), like(2, 3, 99), like(0, 2, 99)}, [][]int32{{0, 1}, {2, 3}}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(sorted(clusters([]int32{0, 1, 2, 3}, c.edges, 40*million/100)), c.want); diff != "" {
				t.Errorf("(-got +want):\n%s", diff)
			}
		})
	}
}

func like(a, b, hundredths int32) edge {
	return edge{a: a, b: b, probability: hundredths * million / 100}
}

func sorted(members map[int32][]int32) [][]int32 {
	var out [][]int32
	for _, first := range slices.Sorted(maps.Keys(members)) {
		out = append(out, slices.Sorted(slices.Values(members[first])))
	}
	return out
}

// TestClustersLikeThePlainWay compares with the same method done by looking at all pairs of clusters in every step.
func TestClustersLikeThePlainWay(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.Int32Range(1, 9).Draw(t, "events")
		var edges []edge
		for a := range n {
			for b := a + 1; b < n; b++ {
				if rapid.Bool().Draw(t, fmt.Sprint("edge ", a, b)) {
					e := like(a, b, rapid.Int32Range(0, 100).Draw(t, "probability"))
					e.apart = rapid.IntRange(0, 7).Draw(t, "apart") == 0
					edges = append(edges, e)
				}
			}
		}
		var events []int32
		for i := range n {
			events = append(events, i)
		}
		got := sorted(clusters(events, edges, 30*million/100))
		if diff := cmp.Diff(got, plainClusters(events, edges, 30*million/100)); diff != "" {
			t.Fatalf("(-got +want):\n%s", diff)
		}
	})
}

func plainClusters(events []int32, edges []edge, least int64) [][]int32 {
	var all [][]int32
	for _, event := range events {
		all = append(all, []int32{event})
	}
	for {
		best, bestA, bestB := least-1, -1, -1
		for a := range all {
			for b := a + 1; b < len(all); b++ {
				if mean, may := meanOf(all[a], all[b], edges); may && mean > best {
					best, bestA, bestB = mean, a, b
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

func meanOf(a, b []int32, edges []edge) (mean int64, may bool) {
	var sum int64
	met := false
	for _, e := range edges {
		if slices.Contains(a, e.a) && slices.Contains(b, e.b) || slices.Contains(a, e.b) && slices.Contains(b, e.a) {
			if met = true; e.apart {
				return 0, false
			}
			sum += int64(e.probability)
		}
	}
	return sum / int64(len(a)*len(b)), met
}

func TestTitlesAreCutAtAWord(t *testing.T) {
	t.Parallel()
	for _, c := range []struct{ text, want string }{
		{"The ferry sank", "The ferry sank"},
		{
			"On 16 August 2012 a group of armed men attacked the gate of the mine, the company said later",
			"On 16 August 2012 a group of armed men attacked the gate of the mine, the…",
		},
	} {
		if got := cut(c.text); got != c.want || len(got) > titleLength+len("…") {
			t.Errorf("%q: got %q, want %q", c.text, got, c.want)
		}
	}
}
