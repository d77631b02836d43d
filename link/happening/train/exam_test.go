package main

import (
	"math"
	"testing"
)

func TestBCubed(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		wanted, found     []string
		precision, recall float64
	}{
		"all right":       {[]string{"a", "a", "b"}, []string{"x", "x", "y"}, 1, 1},
		"all one":         {[]string{"a", "a", "b", "b"}, []string{"x", "x", "x", "x"}, 0.5, 1},
		"each alone":      {[]string{"a", "a", "b", "b"}, []string{"x", "y", "z", "u"}, 1, 0.5},
		"one not found":   {[]string{"a", "a"}, []string{"x", ""}, 1, 0.25},
		"nothing found":   {[]string{"a", "a"}, []string{"", ""}, 0, 0},
		"one too many in": {[]string{"a", "a", "b"}, []string{"x", "x", "x"}, 5. / 9, 1},
	} {
		precision, recall := bCubed(c.wanted, c.found)
		if math.Abs(precision-c.precision) > 1e-9 || math.Abs(recall-c.recall) > 1e-9 {
			t.Errorf("%s: got %v and %v, want %v and %v", name, precision, recall, c.precision, c.recall)
		}
	}
}
