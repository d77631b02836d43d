package source

import (
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// TestLanguageTable checks that every line of the data is of use: codes are codes, and scripts are Unicode's.
func TestLanguageTable(t *testing.T) {
	t.Parallel()
	if len(languages.codes) > 64 {
		t.Errorf("got %d languages with words, want at most 64, the bits of a set", len(languages.codes))
	}
	if languages.codes[0] != "en" {
		t.Errorf("got %q as the first language, want %q", languages.codes[0], "en")
	}
	for _, code := range languages.codes {
		if len(code) != 2 {
			t.Errorf("%q is no code of ISO 639-1", code)
		}
	}
	for _, script := range languages.scripts {
		if script.table == nil {
			t.Errorf("a script with the languages %q is not one of Unicode's", script.code)
		}
	}
	for word := range languages.words {
		for piece := range languageWords(word) {
			if piece != word && !strings.Contains(word, "'") {
				t.Errorf("the word %q is never met in a text", word)
			}
		}
	}
}

func BenchmarkLanguage(b *testing.B) {
	text := rashomontest.LongArticle()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		language(text)
	}
}

func BenchmarkLanguageOfArticle(b *testing.B) {
	text := rashomontest.Article()
	b.SetBytes(int64(len(text)))
	b.ReportAllocs()
	for b.Loop() {
		language(text)
	}
}
