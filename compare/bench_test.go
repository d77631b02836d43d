package compare_test

import (
	"runtime"
	"strconv"
	"testing"

	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
	"rashomon/link"
)

// BenchmarkCompare links and compares documents. The growth from 100 to 10,000 shows whether the cost is that of the matches.
func BenchmarkCompare(b *testing.B) {
	for _, documents := range []int{100, 1000, 10_000} {
		b.Run(strconv.Itoa(documents), func(b *testing.B) {
			if documents > 1000 && testing.Short() {
				b.Skip("10,000 documents take minutes")
			}
			digests := digesttest.Corpus(b, documents)
			b.ReportAllocs()
			for b.Loop() {
				links := link.Link(digests)
				found := compare.Compare(ground.New(digests, links))
				b.ReportMetric(float64(len(found.Differences)), "differences")
			}
			b.ReportMetric(float64(documents)*float64(b.N)/b.Elapsed().Seconds(), "documents/s")
			var memory runtime.MemStats
			runtime.ReadMemStats(&memory)
			b.ReportMetric(float64(memory.Sys)/(1<<20), "MiB-taken")
		})
	}
}
