// Package typography tells what a line or a paragraph is by the way it is written: by the mark and the capitals that it
// begins with, its length, and the sign that it ends with.
package typography

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// longestHeadline is how many words a headline has at most; those of newspapers rarely pass 20.
const longestHeadline = 25

// LooksLikeHeadline reports whether a block at the top of a text can be its headline: short and without a full stop.
func LooksLikeHeadline(block string) bool {
	block = block[HeadingMark(block):]
	return StartsTitle(block) && !EndsFlat(block) && CountWords(block, longestHeadline) <= longestHeadline
}

// HeadingMark returns the length of the "# " to "###### " in front of a line, or 0.
func HeadingMark(line string) int {
	n := len(line) - len(strings.TrimLeft(line, "#"))
	if n == 0 || n > 6 || n >= len(line) || line[n] != ' ' {
		return 0
	}
	return n + 1
}

// CountWords counts the words of a block, up to one more than most.
func CountWords(block string, most int) int {
	count := 0
	for range strings.FieldsSeq(block) {
		if count++; count > most {
			break
		}
	}
	return count
}

// StartsTitle reports whether a block starts with a capital letter or a digit, quotation marks and brackets aside.
func StartsTitle(block string) bool {
	first, _ := utf8.DecodeRuneInString(strings.TrimLeft(block, `"'‘“«([¿¡#*_ `))
	return unicode.IsUpper(first) || unicode.IsDigit(first) || unicode.IsTitle(first)
}

// EndsFlat reports whether a block ends as no title does: with a full stop, or with a sign that something follows. Dots
// of an abbreviation ("U.S.") are not told from a full stop.
func EndsFlat(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".,;:-–—", last) && !strings.HasSuffix(block, "...")
}

// EndsSentence reports whether a block ends with a sign that ends a sentence.
func EndsSentence(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".!?…", last)
}

// EndsClause reports whether a list may start after a line.
func EndsClause(block string) bool {
	last, _ := utf8.DecodeLastRuneInString(trimClosing(block))
	return strings.ContainsRune(".!?…:;", last)
}

func trimClosing(block string) string { return strings.TrimRight(block, `"'’”»)]*_`) }

// PlainWords returns the words of a text in lower case with one space around each, and digits as "0": what is left when
// two lines differ in nothing but the way they are set and numbered.
func PlainWords(text string) string {
	var words strings.Builder
	between := func(r rune) bool { return !unicode.IsLetter(r) && !unicode.IsDigit(r) && r != '\'' }
	for word := range strings.FieldsFuncSeq(strings.ToLower(text), between) {
		words.WriteString(" ")
		if unicode.IsDigit(rune(word[0])) {
			word = "0"
		}
		words.WriteString(word)
	}
	if words.Len() > 0 {
		words.WriteString(" ")
	}
	return words.String()
}
