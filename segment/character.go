package segment

import (
	"unicode"
	"unicode/utf8"
)

// A class sorts characters by their part in tokens.
type class uint8

const (
	symbol class = iota // punctuation, signs, pictures, controls
	space
	lower
	upper
	letter // without case
	digit
	mark // combining and invisible characters, which belong to the character before them
)

// isWord reports whether runs of the class make words.
func (c class) isWord() bool { return c >= lower }

func (c class) isLetter() bool { return c >= lower && c <= letter }

// asciiClass is classOf for the characters that nearly all text is made of.
var asciiClass = func() (table [utf8.RuneSelf]class) {
	for r := range table {
		table[r] = classOf(rune(r))
	}
	return table
}()

// classOf returns the class of a character. The underscore counts as a letter, as in names of files and accounts.
func classOf(r rune) class {
	switch {
	case unicode.IsSpace(r):
		return space
	case unicode.IsLower(r):
		return lower
	case unicode.IsUpper(r):
		return upper
	case unicode.IsLetter(r), r == '_':
		return letter
	case unicode.IsDigit(r):
		return digit
	case unicode.IsMark(r), unicode.Is(unicode.Cf, r):
		return mark
	}
	return symbol
}

// classAt returns the class of the character at i and its length; a symbol of no length at the end of the text.
func classAt(text string, i int) (class, int) {
	if i >= len(text) {
		return symbol, 0
	}
	if b := text[i]; b < utf8.RuneSelf {
		return asciiClass[b], 1
	}
	r, size := utf8.DecodeRuneInString(text[i:])
	return classOf(r), size
}

// classBefore returns the class of the character that ends at i.
func classBefore(text string, i int) class {
	r, _ := utf8.DecodeLastRuneInString(text[:i])
	return classOf(r)
}

// skipSpace returns where the white space that begins at start ends.
func skipSpace(text string, start, end int) int {
	for start < end {
		c, size := classAt(text, start)
		if c != space {
			break
		}
		start += size
	}
	return start
}

// byteAt returns the byte at i, or 0 outside of the text.
func byteAt(text string, i int) byte {
	if i < 0 || i >= len(text) {
		return 0
	}
	return text[i]
}

// isAlnum reports whether a byte is an ASCII letter or digit.
func isAlnum(b byte) bool {
	return b < utf8.RuneSelf && asciiClass[b] >= lower && asciiClass[b] <= digit && b != '_'
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

// digits returns how many ASCII digits stand at i, counting no further than limit.
func digits(text string, i, limit int) int {
	n := 0
	for n < limit && isDigit(byteAt(text, i+n)) {
		n++
	}
	return n
}
