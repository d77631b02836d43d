package entity

import "testing"

// BenchmarkFind finds the entities of the texts of testdata, whose names are given: everything of this package but the
// recogniser, which has a benchmark of its own.
func BenchmarkFind(b *testing.B) {
	doc := treebank(b, "testdata/party.conllu")
	names := listedNames(b, doc)
	words := doc.Words()
	b.ReportAllocs()
	for b.Loop() {
		find(doc, names)
	}
	b.ReportMetric(float64(words)*float64(b.N)/b.Elapsed().Seconds(), "words/s")
}
