package sorting_test

import (
	"cmp"
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rashomon/compare/sorting"
)

type value struct {
	id     string
	weight float64
	came   int
}

// TestByWeight sorts what a stable sort of the values themselves sorts.
func TestByWeight(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(r *rapid.T) {
		list := make([]value, rapid.IntRange(0, 40).Draw(r, "number"))
		for i := range list {
			id := fmt.Sprintf("abcdefgh%d", rapid.IntRange(0, 9).Draw(r, "id"))
			list[i] = value{id[rapid.IntRange(0, 8).Draw(r, "cut"):], float64(rapid.IntRange(0, 2).Draw(r, "weight")), i}
		}
		want := slices.SortedStableFunc(slices.Values(list), func(a, b value) int {
			return cmp.Or(cmp.Compare(b.weight, a.weight), cmp.Compare(a.id, b.id))
		})
		if sorting.ByWeight(list, func(v *value) float64 { return v.weight }, func(v *value) string { return v.id }); !slices.Equal(list, want) {
			r.Fatalf("got %v, want %v", list, want)
		}
	})
}

// TestByID sorts by ids alone.
func TestByID(t *testing.T) {
	t.Parallel()
	list := []value{{"b", 1, 0}, {"a", 2, 1}, {"b", 3, 2}, {"", 0, 3}}
	sorting.ByID(list, func(v *value) string { return v.id })
	if want := []value{{"", 0, 3}, {"a", 2, 1}, {"b", 1, 0}, {"b", 3, 2}}; !slices.Equal(list, want) {
		t.Errorf("got %v, want %v", list, want)
	}
}
