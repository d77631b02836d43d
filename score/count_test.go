package score_test

import (
	"testing"

	"rashomon"
	"rashomon/score"
)

func TestExtents(t *testing.T) {
	t.Parallel()
	a, b, c := rashomon.Extent{Start: 0, End: 2}, rashomon.Extent{Start: 2, End: 5}, rashomon.Extent{Start: 2, End: 4}
	for _, test := range []struct {
		name          string
		found, wanted []rashomon.Extent
		want          score.Count
		printed       string
	}{
		{"nothing", nil, nil, score.Count{}, "precision 0.00  recall 0.00  F1 0.00"},
		{"nothing found", nil, []rashomon.Extent{a}, score.Count{Wanted: 1}, "precision 0.00  recall 0.00  F1 0.00"},
		{"any order", []rashomon.Extent{b, a}, []rashomon.Extent{a, b}, score.Count{Right: 2, Found: 2, Wanted: 2},
			"precision 100.00  recall 100.00  F1 100.00"},
		{"another end", []rashomon.Extent{a, c}, []rashomon.Extent{b, a, c, c}, score.Count{Right: 2, Found: 2, Wanted: 4},
			"precision 100.00  recall 50.00  F1 66.67"},
		{"twice found", []rashomon.Extent{a, a, a}, []rashomon.Extent{a, a}, score.Count{Right: 2, Found: 3, Wanted: 2},
			"precision 66.67  recall 100.00  F1 80.00"},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := score.Extents(test.found, test.wanted)
			if got != test.want {
				t.Errorf("got %+v, want %+v", got, test.want)
			}
			if got.String() != test.printed {
				t.Errorf("got %q, want %q", got, test.printed)
			}
		})
	}
}
