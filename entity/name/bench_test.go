package name_test

import (
	"encoding/json"
	"strings"
	"testing"

	"rashomon"
	"rashomon/entity/name"
	"rashomon/rashomontest"
	"rashomon/segment"
)

// BenchmarkFind is the finding of names in the speed text of the benches, segmented before.
func BenchmarkFind(b *testing.B) {
	var docs []*rashomon.Document
	words, size := 0, 0
	rashomontest.EachLine(b, rashomontest.Bench(b, "time", "wikiwars-dev.jsonl"), func(line []byte) {
		var document struct{ Text string }
		if err := json.Unmarshal(line, &document); err != nil {
			b.Fatal(err)
		}
		doc := &rashomon.Document{Text: document.Text}
		doc.Sentences, doc.Tokens = segment.Find(doc)
		docs = append(docs, doc)
		words += len(strings.Fields(document.Text))
		size += len(document.Text)
	})
	r, err := name.English()
	if err != nil {
		b.Fatal(err)
	}
	find := func() {
		for _, doc := range docs {
			r.Find(doc)
		}
	}
	find()
	b.ReportAllocs()
	b.SetBytes(int64(size))
	for b.Loop() {
		find()
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkEnglish is the loading of the model, but for the word vectors, which all networks share.
func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := name.English(); err != nil {
			b.Fatal(err)
		}
	}
}
