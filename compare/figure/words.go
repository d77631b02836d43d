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
	words, _ := splitAt(text)
	return words
}

// splitAt returns the words of a text, and where each begins.
func splitAt(text string) (words []string, starts []int) {
	start := -1
	end := func(i int) {
		if start >= 0 {
			words, starts, start = append(words, strings.ToLower(text[start:i])), append(starts, start), -1
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
			words, starts = append(words, string(r)), append(starts, i)
		}
	}
	end(len(text))
	return words, starts
}

// inNumber reports whether a sign stands between two digits: "1,800".
func inNumber(text string, i int) bool {
	return i > 0 && i+1 < len(text) && isDigit(text[i-1]) && isDigit(text[i+1])
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// behind returns the words behind a figure that may tell what it counts: up to the next sign of punctuation, or the
// next figure but the one that it is a part of.
func behind(d *digest.Digest, i int) []string {
	q := &d.Quantities[i]
	end := max(q.Extent.End, d.Sentences[q.Sentence].Extent.End)
	for j := i + 1; j < len(d.Quantities) && d.Quantities[j].Extent.Start < end; j++ {
		if j != q.PartOf {
			end = max(q.Extent.End, d.Quantities[j].Extent.Start)
		}
	}
	words := split(d.Text[q.Extent.End:end])
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
func before(d *digest.Digest, q *digest.Quantity) []string {
	words := split(d.Text[min(d.Sentences[q.Sentence].Extent.Start, q.Extent.Start):q.Extent.Start])
	for len(words) > 0 && known().words.Has("determiner", words[len(words)-1]) {
		words = words[:len(words)-1]
	}
	return words
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
