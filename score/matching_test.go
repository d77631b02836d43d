package score_test

import (
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon/score"
)

func TestPairMost(t *testing.T) {
	t.Parallel()
	near := func(a, b int) bool { return a-b <= 1 && b-a <= 1 }
	for _, test := range []struct {
		name          string
		wanted, found []int
		want          []score.Pair
	}{
		{"nothing", nil, nil, nil},
		{"nothing that fits", []int{1, 2}, []int{8, 9}, nil},
		{"the first of two that fit", []int{5}, []int{4, 6}, []score.Pair{{Wanted: 0, Found: 0}}},
		{"one for two", []int{4, 6}, []int{5}, []score.Pair{{Wanted: 0, Found: 0}}},
		{"given up for another", []int{5, 3}, []int{4, 6}, []score.Pair{{Wanted: 0, Found: 1}, {Wanted: 1, Found: 0}}},
		{
			"given up twice", []int{5, 7, 3}, []int{4, 6, 8},
			[]score.Pair{{Wanted: 0, Found: 1}, {Wanted: 1, Found: 2}, {Wanted: 2, Found: 0}},
		},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(score.PairMost(test.wanted, test.found, near), test.want); diff != "" {
				t.Errorf("got - want +\n%s", diff)
			}
		})
	}
}

// TestPairMostIsMost: pairs fit, nothing is paired twice, and there are as many as trying all ways gives.
func TestPairMostIsMost(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		const width = 6
		wanted := rapid.SliceOfN(rapid.SliceOfN(rapid.Bool(), width, width), 0, 6).Draw(t, "fits")
		found := []int{0, 1, 2, 3, 4, 5}
		fit := func(row []bool, j int) bool { return row[j] }
		pairs := score.PairMost(wanted, found, fit)
		used := make([]bool, width)
		for i, p := range pairs {
			if !fit(wanted[p.Wanted], p.Found) || used[p.Found] || i > 0 && pairs[i-1].Wanted >= p.Wanted {
				t.Errorf("%v does not fit, or stands twice, in %v", p, pairs)
			}
			used[p.Found] = true
		}
		if want := mostByTrying(wanted, make([]bool, width)); len(pairs) != want {
			t.Errorf("got %d pairs %v, want %d", len(pairs), pairs, want)
		}
	})
}

// mostByTrying leaves the first unpaired or pairs it with each that fits, and so on.
func mostByTrying(rows [][]bool, used []bool) int {
	if len(rows) == 0 {
		return 0
	}
	most := mostByTrying(rows[1:], used)
	for j, fits := range rows[0] {
		if fits && !used[j] {
			taken := slices.Clone(used)
			taken[j] = true
			most = max(most, 1+mostByTrying(rows[1:], taken))
		}
	}
	return most
}
