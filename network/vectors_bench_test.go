package network

import "testing"

// BenchmarkEnglishVectors is the loading of the word vectors, once for all networks of a program.
func BenchmarkEnglishVectors(b *testing.B) {
	b.ReportAllocs()
	for b.Loop() {
		if _, err := loadEnglish(); err != nil {
			b.Fatal(err)
		}
	}
}
