package figure

import (
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// split returns the words of a text as they stand, in lower case, and its signs of punctuation as words of their own. A
// hyphen or apostrophe within a word belongs to it.
func split(text string) []string {
	words := make([]string, 0, len(text)/bytesOfWord)
	eachWord(text, func(word string, _ int) { words = append(words, word) })
	return slices.Clip(words)
}

// bytesOfWord is how many bytes a word and the space behind it take at least, as a rule.
const bytesOfWord = 5

// splitAt returns the words of a text, and where each begins.
func splitAt(text string) (words []string, starts []int) {
	eachWord(text, func(word string, start int) { words, starts = append(words, word), append(starts, start) })
	return words, starts
}

// eachWord goes through the words of a text, and where each begins.
func eachWord(text string, do func(word string, start int)) {
	start := -1
	end := func(i int) {
		if start >= 0 {
			do(strings.ToLower(text[start:i]), start)
			start = -1
		}
	}
	for i, r := range text {
		switch {
		case unicode.IsLetter(r), unicode.IsDigit(r), (r == '-' || r == '\'' || r == '’') && start >= 0, (r == ',' ||
			r == '.') && inNumber(text, i):
			if start < 0 {
				start = i
			}
		case unicode.IsSpace(r):
			end(i)
		default:
			end(i)
			do(string(r), i)
		}
	}
	end(len(text))
}

// inNumber reports whether a sign stands between two digits: "1,800".
func inNumber(text string, i int) bool {
	return i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// behind returns the words behind a figure that may tell what it counts: up to the next sign of punctuation, or the
// next figure but the one that it is a part of.
func (r *reader) behind(i int) []string {
	q := &r.d.Quantities[i]
	end := max(q.Extent.End, r.d.Sentences[q.Sentence].Extent.End)
	for j := i + 1; j < len(r.d.Quantities) && r.d.Quantities[j].Extent.Start < end; j++ {
		if j != q.PartOf {
			end = max(q.Extent.End, r.d.Quantities[j].Extent.Start)
		}
	}
	words := r.split(rashomon.Extent{Start: q.Extent.End, End: end})
	if i := slices.IndexFunc(words, func(word string) bool { return known().words.Has("sign", word) }); i >= 0 {
		return words[:i]
	}
	return words
}

// nearest returns the words up to the first preposition or conjunction, "of" left out.
func nearest(words []string) []string {
	if i := slices.IndexFunc(words, func(word string) bool { return known().words.Has("end of a figure", word) }); i >= 0 {
		return words[:i]
	}
	return words
}

// before returns the words of the sentence before a figure, without determiners directly before it.
func (r *reader) before(q *digest.Quantity) []string {
	words := r.untilFigure(q)
	for len(words) > 0 && known().words.Has("determiner", words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
}

// untilFigure returns the words of the sentence before a figure.
func (r *reader) untilFigure(q *digest.Quantity) []string {
	return r.split(rashomon.Extent{Start: min(r.d.Sentences[q.Sentence].Extent.Start, q.Extent.Start), End: q.Extent.Start})
}

// afterFigure returns the words of the clause behind a figure.
func (r *reader) afterFigure(q *digest.Quantity) []string {
	return r.split(rashomon.Extent{Start: q.Extent.End, End: max(q.Extent.End, q.Clause.End)})
}

// contains reports whether one extent holds another.
func contains(outer, inner rashomon.Extent) bool {
	return outer.Start <= inner.Start && inner.End <= outer.End
}

// anyOf reports whether a word of a class is among words.
func anyOf(class string, words []string) bool {
	for _, word := range words {
		if known().words.Has(class, word) {
			return true
		}
	}
	return false
}
