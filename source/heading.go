package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// How long headings are at most, in words. Newspaper headlines rarely pass 20 words; section headings are shorter, and
// those that have nothing but their brevity to tell them from a sentence shorter still.
const (
	longestHeadline    = 25
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
	if looksLikeHeadline(text[first.Extent.Start:first.Extent.End]) {
		first.Kind, first.Rule = rashomon.PartHeadline, "layout/first block"
	}
}

// looksLikeHeadline reports whether a block at the top of a text can be its headline: short and without a full stop.
func looksLikeHeadline(block string) bool {
	block = block[headingMark(block):]
	return startsTitle(block) && !endsFlat(block) && words(block, longestHeadline) <= longestHeadline
}

// looksLikeHeading reports whether a line that stands alone is the heading of a section.
func looksLikeHeading(block string) bool {
	number := itemMark(block) + sectionNumber(block)
	block = block[number:]
	if !startsTitle(block) || endsFlat(block) || words(block, longestHeading) > longestHeading {
		return false
	}
	if endsSentence(block) { // "Really?" is somebody's turn to speak
		return titleWords(block) > 1
	}
	return number > 0 || titleWords(block) > 0 ||
		words(block, longestBareHeading) <= longestBareHeading && !startsQuote(block)
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

// words counts the words of a block, up to one more than most.
func words(block string, most int) int {
	count := 0
	for range strings.FieldsSeq(block) {
		if count++; count > most {
			break
		}
	}
	return count
}

// startsTitle reports whether a block starts with a capital letter or a digit, quotation marks and brackets aside.
func startsTitle(block string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(block, `"'‘“«([¿¡#*_ `))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsTitle(first)
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

// endsFlat reports whether a block ends as no title does: with a full stop, or with a sign that something follows. Dots
// of an abbreviation ("U.S.") are not told from a full stop.
func endsFlat(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".,;:-–—", last) && !strings.HasSuffix(block, "...")
}

// endsSentence reports whether a block ends with a sign that ends a sentence.
func endsSentence(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".!?…", last)
}

// endsClause reports whether a list may start after a line.
func endsClause(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".!?…:;", last)
}

func trimClosing(block string) string { return strings.TrimRight(block, `"'’”»)]*_`) }
