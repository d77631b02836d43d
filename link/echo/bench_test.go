package echo_test

import (
	"strconv"
	"testing"

	"rashomon/digest/digesttest"
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

// BenchmarkCorpus finds the echoes among stories that share names and words, as news does: most of the pairs that are
// compared are of different stories.
func BenchmarkCorpus(b *testing.B) {
	for _, n := range []int{1_000, 10_000} {
		b.Run(strconv.Itoa(n), func(b *testing.B) {
			if n > 1_000 && testing.Short() {
				b.Skip("10,000 documents take long to make")
			}
			digests := digesttest.Corpus(b, n)
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
