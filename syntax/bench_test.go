package syntax

import (
	"encoding/json"
	"strings"
	"testing"

	"rashomon"
	"rashomon/network"
	"rashomon/rashomontest"
	"rashomon/segment"
)

// speedText returns the speed text of the benches, segmented, and its number of words, which is what stands between white
// space.
func speedText(b *testing.B) (docs []*rashomon.Document, words int) {
	rashomontest.EachLine(b, rashomontest.Bench(b, "time", "wikiwars-dev.jsonl"), func(line []byte) {
		var document struct{ Text string }
		if err := json.Unmarshal(line, &document); err != nil {
			b.Fatal(err)
		}
		doc := &rashomon.Document{Text: document.Text}
		doc.Sentences, doc.Tokens = segment.Find(doc)
		docs = append(docs, doc)
		words += len(strings.Fields(document.Text))
	})
	return docs, words
}

// measure reports words/s of do, which goes over all documents, model loaded.
func measure(b *testing.B, do func(p *Parser, w *work, doc *rashomon.Document)) {
	docs, words := speedText(b)
	p, err := English()
	if err != nil {
		b.Fatal(err)
	}
	w := newWork(p.scorer)
	for _, doc := range docs {
		do(p, w, doc)
	}
	b.ReportAllocs()
	for b.Loop() {
		for _, doc := range docs {
			do(p, w, doc)
		}
	}
	b.ReportMetric(float64(words*b.N)/b.Elapsed().Seconds(), "words/s")
}

// BenchmarkNetwork is all that tags and trees share: from forms to scores.
func BenchmarkNetwork(b *testing.B) {
	measure(b, func(p *Parser, w *work, doc *rashomon.Document) {
		for chunk := range network.Chunks(doc) {
			p.score(w, doc, chunk)
		}
	})
}

// BenchmarkTags adds the choice of tags and lemmas.
func BenchmarkTags(b *testing.B) {
	measure(b, func(p *Parser, w *work, doc *rashomon.Document) {
		for chunk := range network.Chunks(doc) {
			p.tag(w, doc, chunk, p.score(w, doc, chunk))
		}
	})
}

// BenchmarkTrees adds the choice of heads and relations instead.
func BenchmarkTrees(b *testing.B) {
	measure(b, func(p *Parser, w *work, doc *rashomon.Document) {
		for chunk := range network.Chunks(doc) {
			s := p.score(w, doc, chunk)
			for _, block := range chunk {
				p.attach(w, doc, block, s, chunk[0].Start)
			}
		}
	})
}

// BenchmarkParse is the whole step.
func BenchmarkParse(b *testing.B) {
	measure(b, func(p *Parser, _ *work, doc *rashomon.Document) { p.Parse(doc) })
}

// BenchmarkEnglish is the loading of the model, but for the word vectors, which all networks share.
func BenchmarkEnglish(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := English(); err != nil {
			b.Fatal(err)
		}
	}
}
