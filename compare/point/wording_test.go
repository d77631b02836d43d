package point

import (
	"slices"
	"testing"

	"rashomon"
)

// TestWordingIsWordsOf: the words of every stretch of a text, from rune to rune, are those that it has by itself.
func TestWordingIsWordsOf(t *testing.T) {
	t.Parallel()
	for _, text := range []string{"", " ", "Gate 3, the “Upper” one—shut. Nobody’s there", "ÉTÉ", "a\xff b\u00a0C"} {
		w := newWording(text)
		for start := range text + "." {
			for end := range text + "." {
				if end < start {
					continue
				}
				got, want := w.of(rashomon.Extent{Start: start, End: end}), wordsOf(text[start:end])
				if !slices.Equal(got, want) {
					t.Errorf("%q of %q: got %q, want %q", text[start:end], text, got, want)
				}
			}
		}
	}
}
