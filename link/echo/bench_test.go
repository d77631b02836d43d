package echo_test

import (
	"strconv"
	"testing"

	"rashomon/link/echo"
)

// BenchmarkFind tells how the cost grows with the documents: with their number, not its square.
func BenchmarkFind(b *testing.B) {
	for _, n := range []int{100, 1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			digests := stories(b, n)
			b.ReportAllocs()
			for b.Loop() {
				echo.Find(digests)
			}
			b.ReportMetric(float64(b.Elapsed().Microseconds())/float64(b.N*n), "µs/document")
		})
	}
}

// BenchmarkAdd tells what one more document costs, echoes and all, where many are.
func BenchmarkAdd(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			digests := stories(b, n+1)
			index := echo.NewIndex()
			for _, d := range digests[:n] {
				index.Add(d)
			}
			index.Echoes()
			b.ReportAllocs()
			for i := 0; b.Loop(); i++ {
				more := *digests[n]
				more.Document += "-" + strconv.Itoa(i)
				index.Add(&more)
				index.Echoes()
			}
		})
	}
}
