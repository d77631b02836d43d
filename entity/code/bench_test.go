package code

import (
	"strings"
	"testing"

	"rashomon/rashomontest"
)

func BenchmarkLoad(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := load(); err != nil {
			b.Fatal(err)
		}
	}
}

// BenchmarkFind looks for everything at every word of an article.
func BenchmarkFind(b *testing.B) {
	text := rashomontest.Article()
	words := strings.Fields(text)
	FindCountry(words) // loads the data
	b.ReportAllocs()
	b.SetBytes(int64(len(text)))
	for b.Loop() {
		for i := range words {
			FindCountry(words[i:])
			FindEntry(words[i:])
			FindNoun(words[:i+1])
			FindModifier(words[:i+1])
		}
	}
	b.ReportMetric(float64(b.Elapsed().Nanoseconds())/float64(b.N)/float64(len(words)), "ns/word")
}

func BenchmarkCodes(b *testing.B) {
	words := strings.Fields("the former Libyan foreign minister of the Gaddafi government")
	b.ReportAllocs()
	for b.Loop() {
		Parse(words, 4).Codes("2012-01-01")
	}
}

// TestFindAllocatesNothing keeps the searches, which run at every word of every text, free of garbage.
func TestFindAllocatesNothing(t *testing.T) {
	words := strings.Fields("Former Libyan leader Muammar Gaddafi’s Côte d'Ivoire special forces in al - Qaeda 東京")
	FindCountry(words)
	allocations := testing.AllocsPerRun(100, func() {
		for i := range words {
			FindCountry(words[i:])
			FindEntry(words[i:])
			FindNoun(words[:i+1])
			FindModifier(words[:i+1])
		}
	})
	if allocations > 0 {
		t.Errorf("got %v allocations, want none", allocations)
	}
}
