package prediction_test

import (
	"strconv"
	"testing"

	"rashomon/compare/ground"
	"rashomon/compare/prediction"
	"rashomon/digest/digesttest"
)

// BenchmarkFind tells how the cost grows with the documents: with their number, not its square.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			digests, links := digesttest.Stories(b, n)
			g := ground.New(digests, links)
			bytes := 0
			for _, d := range digests {
				bytes += len(d.Text)
			}
			b.SetBytes(int64(bytes))
			b.ReportAllocs()
			for b.Loop() {
				prediction.Find(g)
			}
		})
	}
}
