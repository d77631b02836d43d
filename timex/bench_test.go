package timex_test

import (
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/timex"
)

// benchmarkFind reads a text that is segmented already, and reports words a second.
func benchmarkFind(b *testing.B, text string) {
	doc := &rashomon.Document{Text: text}
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: "2011-07-05", Rule: "given"}}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	timex.Find(doc) // compiles the grammar
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		timex.Find(doc)
	}
	b.ReportMetric(float64(doc.Words())*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}

func BenchmarkFindArticle(b *testing.B) { benchmarkFind(b, rashomontest.Article()) }
func BenchmarkFindLong(b *testing.B)    { benchmarkFind(b, rashomontest.LongArticle()) }
func BenchmarkFindNasty(b *testing.B)   { benchmarkFind(b, rashomontest.NastyArticle()) }
