package concurrent_test

import (
	"testing"

	"rashomon/concurrent"
)

// TestEach does every thing once, by workers of their own.
func TestEach(t *testing.T) {
	t.Parallel()
	for _, n := range []int{0, 1, 2, 1000} {
		done := make([]int, n)
		concurrent.Each(n, func() func(int) {
			own := 0
			return func(i int) {
				own++
				done[i] += min(own, 1)
			}
		})
		for i, times := range done {
			if times != 1 {
				t.Fatalf("%d of %d: got %d times, want once", i, n, times)
			}
		}
	}
}
