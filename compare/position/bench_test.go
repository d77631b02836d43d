package position_test

import (
	"strconv"
	"testing"

	"rashomon/compare/ground"
	"rashomon/compare/position"
	"rashomon/digest/digesttest"
)

// BenchmarkFind and its comparison tell how the cost grows with the documents: with their number, not its square.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			digests, links := digesttest.Stories(b, n)
			g, bytes := ground.New(digests, links), 0
			for _, d := range digests {
				bytes += len(d.Text)
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				position.Find(g)
				position.Compare(g)
			}
		})
	}
}
