package dating_test

import (
	"testing"

	"rashomon/dating"
	"rashomon/rashomontest"
)

// BenchmarkFind looks for clues in documents that are read already, all but the days.
func BenchmarkFind(b *testing.B) {
	for _, bench := range []struct{ name, text string }{
		{"article", rashomontest.Article()}, {"nasty", rashomontest.NastyArticle()},
	} {
		b.Run(bench.name, func(b *testing.B) {
			doc := parse(b, bench.text)
			fill(b, doc)
			doc.Details = nil
			words := doc.Words()
			b.SetBytes(int64(len(bench.text)))
			b.ReportAllocs()
			for b.Loop() {
				dating.Find(doc)
			}
			b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
