package wordnet_test

import (
	"os"
	"testing"

	"rashomon/wordnet"
)

func BenchmarkOpen(b *testing.B) {
	content, err := os.ReadFile("data/words.bin")
	if err != nil {
		b.Fatal(err)
	}
	block := string(content)
	b.ReportAllocs()
	b.SetBytes(int64(len(block)))
	for b.Loop() {
		if _, err := wordnet.Open(block); err != nil {
			b.Fatal(err)
		}
	}
}

func BenchmarkWord(b *testing.B) {
	net := load(b)
	b.ReportAllocs()
	for b.Loop() {
		net.Word("evacuate")
	}
}

func BenchmarkRelations(b *testing.B) {
	net := load(b)
	first, second := net.Word("take"), net.Word("capture")
	for _, relation := range relations {
		b.Run(relation.name, func(b *testing.B) {
			b.ReportAllocs()
			for b.Loop() {
				relation.hold(first, second)
			}
		})
	}
}
