package code

import (
	"bytes"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// longestKey bounds the bytes of a key, so that one fits into memory of the stack. A test sees that every form fits.
const longestKey = 120

// A key is what forms are compared by: letters and digits without accents and in lower case, words divided by one
// space. Full stops and apostrophes are left out, so that "U.S." is "us", and hyphens divide words. What other signs
// there are stays. Beside it stands the same text with its capitals.
type key struct {
	lower, cased [longestKey]byte
	length       int
	full         bool // there was more than fits
}

// add appends a word, after a space unless it begins with an apostrophe. It reports whether the word put anything
// there.
func (k *key) add(word string) bool {
	before := k.length
	if !startsWithApostrophe(word) {
		k.divide()
	}
	start := k.length
	for _, r := range word {
		switch {
		case r == '.' || isApostrophe(r):
		case r == ' ' || isHyphen(r):
			k.divide()
		case r < utf8.RuneSelf:
			k.put(byte(r))
		default:
			k.fold(r)
		}
	}
	if k.length == start {
		k.length = before
	}
	return k.length > before
}

// undivided are Latin letters that Unicode does not take for a letter with a mark, and that English writes as plain
// ones.
var undivided = map[rune]string{
	'ß': "ss", 'Æ': "Ae", 'æ': "ae", 'Ø': "O", 'ø': "o", 'Ð': "D", 'ð': "d", 'Þ': "Th", 'þ': "th", 'Đ': "D", 'đ': "d",
	'Ħ': "H", 'ħ': "h", 'ı': "i", 'Ł': "L", 'ł': "l", 'Œ': "Oe", 'œ': "oe", 'Ə': "A", 'ə': "a",
}

// fold appends a letter beyond ASCII without its marks.
func (k *key) fold(r rune) {
	for _, c := range []byte(undivided[r]) {
		k.put(c)
	}
	if undivided[r] != "" || unicode.Is(unicode.Mn, r) {
		return
	}
	var buffer [utf8.UTFMax]byte
	letter := buffer[:utf8.EncodeRune(buffer[:], r)]
	if parts := norm.NFD.Properties(letter).Decomposition(); len(parts) > 0 && parts[0] < utf8.RuneSelf {
		letter = parts[:1]
	}
	for _, c := range letter {
		k.put(c)
	}
}

func (k *key) put(c byte) {
	if k.length == longestKey {
		k.full = true
		return
	}
	k.cased[k.length] = c
	if 'A' <= c && c <= 'Z' {
		c += 'a' - 'A'
	}
	k.lower[k.length] = c
	k.length++
}

func (k *key) divide() {
	if k.length > 0 && k.lower[k.length-1] != ' ' {
		k.put(' ')
	}
}

// first returns the first word of the key.
func (k *key) first() []byte {
	word, _, _ := bytes.Cut(k.lower[:k.length], []byte{' '})
	return word
}

// casedKey returns the key of a form with its capitals.
func casedKey(form string) string {
	var k key
	k.add(form)
	return string(k.cased[:k.length])
}

func (k *key) words() int { return bytes.Count(k.lower[:k.length], []byte{' '}) + 1 }

func startsWithApostrophe(word string) bool {
	r, _ := utf8.DecodeRuneInString(word)
	return isApostrophe(r)
}

// isHyphenWord tells of a word that is a hyphen and no more.
func isHyphenWord(word string) bool {
	r, size := utf8.DecodeRuneInString(word)
	return size > 0 && size == len(word) && isHyphen(r)
}

func isApostrophe(r rune) bool {
	switch r {
	case '\'', '’', '‘', 'ʼ', 'ʻ', 'ʿ', 'ʾ', '`', '´':
		return true
	}
	return false
}

func isHyphen(r rune) bool {
	switch r {
	case '-', '‐', '‑', '–', '\u00A0':
		return true
	}
	return false
}
