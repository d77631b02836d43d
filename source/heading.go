package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/source/frame"
	"rashomon/source/typography"
)

// How long the headings of sections are at most, in words. Those that have nothing but their brevity to tell them from a
// sentence are shorter still.
const (
	longestHeading     = 12
	longestBareHeading = 6
)

// markHeadline makes the first part the headline, if it looks like one and something follows.
func markHeadline(text string, parts []rashomon.Part) {
	if len(parts) < 2 {
		return
	}
	first := &parts[0]
	if first.Kind != rashomon.PartBody && first.Kind != rashomon.PartHeading {
		return
	}
	if typography.LooksLikeHeadline(text[first.Extent.Start:first.Extent.End]) {
		first.Kind, first.Rule = rashomon.PartHeadline, frame.RuleFirstBlock
	}
}

// looksLikeHeading reports whether a line that stands alone is the heading of a section.
func looksLikeHeading(block string) bool {
	number := itemMark(block) + sectionNumber(block)
	block = block[number:]
	if !typography.StartsTitle(block) || typography.EndsFlat(block) ||
		typography.CountWords(block, longestHeading) > longestHeading {
		return false
	}
	if typography.EndsSentence(block) { // "Really?" is somebody's turn to speak
		return titleWords(block) > 1
	}
	return number > 0 || titleWords(block) > 0 ||
		typography.CountWords(block, longestBareHeading) <= longestBareHeading && !startsQuote(block)
}

// sectionNumber returns the length of a section's number, as "2.1 " or "2.1. ", or 0.
func sectionNumber(block string) int {
	rest := strings.TrimLeft(block, "0123456789.")
	n := len(block) - len(rest)
	if n < 3 || n > 12 || block[0] == '.' || !strings.Contains(block[:n-1], ".") || !strings.HasPrefix(rest, " ") {
		return 0
	}
	return n + 1
}

func startsQuote(block string) bool { return strings.IndexAny(block, `"“«`) == 0 }

// titleWords returns the number of longer words of a block if all of them are capitalized, as in English titles, and 0
// if not; short ones are mostly articles and prepositions.
func titleWords(block string) int {
	const longWord = 4
	long := 0
	for word := range strings.FieldsSeq(block) {
		word = strings.TrimFunc(word, func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) })
		first, _ := utf8.DecodeRuneInString(word)
		if utf8.RuneCountInString(word) < longWord {
			continue
		}
		if unicode.IsLower(first) {
			return 0
		}
		long++
	}
	return long
}
