package point

import (
	"slices"
	"strings"

	"rashomon"
)

// A wording is the words of a text, as [wordsOf] gives them, with where they stand: rules ask for those of one stretch after the other.
type wording struct {
	text  string
	words []string
	at    []rashomon.Extent
}

func newWording(text string) *wording {
	w := &wording{text: text, words: make([]string, 0, len(text)/bytesOfWord), at: make([]rashomon.Extent, 0, len(text)/bytesOfWord)}
	start := -1
	for i, r := range text {
		switch sign := isSign(r); {
		case !sign && start < 0:
			start = i
		case sign && start >= 0:
			w.add(start, i)
			start = -1
		}
	}
	if start >= 0 {
		w.add(start, len(text))
	}
	return w
}

// bytesOfWord is how many bytes a word and what parts it from the next take at least, as a rule.
const bytesOfWord = 5

func (w *wording) add(start, end int) {
	w.words, w.at = append(w.words, strings.ToLower(w.text[start:end])), append(w.at, rashomon.Extent{Start: start, End: end})
}

// of returns the words of a stretch of the text, which must not be changed.
func (w *wording) of(e rashomon.Extent) []string {
	first, _ := slices.BinarySearchFunc(w.at, e.Start, func(word rashomon.Extent, start int) int { return word.End - start - 1 })
	end, _ := slices.BinarySearchFunc(w.at, e.End, func(word rashomon.Extent, end int) int { return word.Start - end })
	if first >= end {
		return nil
	}
	if w.at[first].Start < e.Start || w.at[end-1].End > e.End {
		return wordsOf(w.text[e.Start:e.End]) // it begins or ends within a word
	}
	return w.words[first:end:end]
}

// wordsIn returns the words of a stretch of the document, which must not be changed.
func (t *telling) wordsIn(e rashomon.Extent) []string {
	if t.shelf == nil {
		return wordsOf(t.digest.Quote(e))
	}
	return t.shelf.wording.of(e)
}
