package stance_test

import (
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
)

// BenchmarkFind finds the stances of an article that the chain has read.
func BenchmarkFind(b *testing.B) {
	for _, text := range []struct{ name, text string }{{"article", rashomontest.Article()}, {"long", rashomontest.LongArticle()}} {
		b.Run(text.name, func(b *testing.B) {
			original := rashomon.Original{Bytes: []byte(text.text)}
			doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: text.name, Text: text.text}
			if err := reader.New().Read(b.Context(), doc); err != nil {
				b.Fatal(err)
			}
			finder := english(b)
			b.SetBytes(int64(len(doc.Text)))
			b.ReportAllocs()
			for b.Loop() {
				finder.Find(doc)
			}
			b.ReportMetric(float64(doc.Words())*float64(b.N)/b.Elapsed().Seconds(), "words/s")
		})
	}
}
