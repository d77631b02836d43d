package language

import (
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// TestTable checks that every line of the data is of use: codes are codes, and scripts are Unicode's.
func TestTable(t *testing.T) {
	t.Parallel()
	known := languages()
	if len(known.codes) > 64 {
		t.Errorf("got %d languages with words, want at most 64, the bits of a set", len(known.codes))
	}
	if known.codes[0] != "en" {
		t.Errorf("got %q as the first language, want %q", known.codes[0], "en")
	}
	for _, code := range known.codes {
		if len(code) != 2 {
			t.Errorf("%q is no code of ISO 639-1", code)
		}
	}
	for _, script := range known.scripts {
		if script.table == nil {
			t.Errorf("a script with the languages %q is not one of Unicode's", script.code)
		}
	}
	for word := range known.words {
		for piece := range wordsOf(word) {
			if piece != word && !strings.Contains(word, "'") {
				t.Errorf("the word %q is never met in a text", word)
			}
		}
	}
}

func BenchmarkOfLongArticle(b *testing.B) {
	text := rashomontest.LongArticle()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of(text)
	}
}

func BenchmarkOfArticle(b *testing.B) {
	text := rashomontest.Article()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		Of(text)
	}
}
