package score_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/score"
)

func TestPairTyped(t *testing.T) {
	t.Parallel()
	extent := func(start, end int, kind string) score.TypedExtent {
		return score.TypedExtent{Extent: rashomon.Extent{Start: start, End: end}, Type: kind}
	}
	wanted := []score.TypedExtent{extent(0, 10, "A"), extent(20, 30, "B")}
	found := []score.TypedExtent{extent(4, 10, "A"), extent(0, 10, "B"), extent(0, 10, "A"), extent(25, 40, "B")}
	same := func(a, b string) bool { return a == b }
	any := func(string, string) bool { return true }
	for _, test := range []struct {
		name    string
		fit     func(a, b string) bool
		overlap bool
		want    []score.Pair
	}{
		{"the same extent and type", same, false, []score.Pair{{Wanted: 0, Found: 2}}},
		{"overlapping", same, true, []score.Pair{{Wanted: 0, Found: 2}, {Wanted: 1, Found: 3}}},
		{"any type, the same one first", any, false, []score.Pair{{Wanted: 0, Found: 2}}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			if diff := cmp.Diff(score.PairTyped(wanted, found, test.fit, test.overlap), test.want); diff != "" {
				t.Errorf("got - want +\n%s", diff)
			}
		})
	}
}
