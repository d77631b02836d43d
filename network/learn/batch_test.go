package learn

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// TestBatches: every example is in one batch, and no batch but of a single example is beyond the size.
func TestBatches(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		const size = 20
		var examples []Example[int]
		for _, length := range rapid.SliceOfN(rapid.IntRange(1, 30), 1, 40).Draw(t, "lengths") {
			examples = append(examples, Example[int]{Inputs: make([]Input, length)})
		}
		order := make([]int, len(examples))
		for i := range order {
			order[i] = i
		}
		var all []int
		for _, batch := range batches(examples, order, size) {
			tokens := 0
			for _, i := range batch {
				tokens += len(examples[i].Inputs)
			}
			if tokens > size && len(batch) > 1 || tokens == 0 {
				t.Fatalf("a batch of %d examples has %d tokens", len(batch), tokens)
			}
			all = append(all, batch...)
		}
		slices.Sort(all)
		slices.Sort(order)
		if !slices.Equal(all, order) {
			t.Fatalf("the batches hold %v of %d examples", all, len(examples))
		}
	})
}
