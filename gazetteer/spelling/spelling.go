// Package spelling tells when two spellings are of one name: [Fold] joins those that differ in accents, capitals and
// signs, [Key] those that come of writing Arabic, Persian or Cyrillic letters in English.
package spelling

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"golang.org/x/text/unicode/norm"
)

// Fold returns the form in which names are compared: small letters without accents and apostrophes, one space between
// words, every other sign a space; a dot joins the letters of an abbreviation ("U.S." is "us"). "Saint" is "st" and
// "Mount" is "mt", as they are most often written.
func Fold(name string) string {
	var folded strings.Builder
	folded.Grow(len(name))
	isSpace := true // at the start, or after a space
	for _, r := range decompose(name) {
		letters := fold(r)
		switch {
		case letters == " " && isSpace, letters == "":
			continue
		}
		folded.WriteString(letters)
		isSpace = letters == " "
	}
	return shorten(strings.TrimSuffix(folded.String(), " "))
}

// decompose splits letters from their accents, where there can be any.
func decompose(name string) string {
	for i := range len(name) {
		if name[i] >= utf8.RuneSelf {
			return norm.NFD.String(name)
		}
	}
	return name
}

// fold returns what a code point leaves of itself: letters, a space or nothing.
func fold(r rune) string {
	switch {
	case r >= 'a' && r <= 'z', r >= '0' && r <= '9':
		return ascii[r : r+1]
	case r >= 'A' && r <= 'Z':
		return ascii[r+'a'-'A' : r+'a'-'A'+1]
	case r == '.' || unicode.Is(unicode.Mn, r) || unicode.Is(unicode.Lm, r) || strings.ContainsRune(apostrophes, r):
		return ""
	case r < utf8.RuneSelf:
		return " "
	}
	if plain, known := letters[unicode.ToLower(r)]; known {
		return plain
	}
	if unicode.IsLetter(r) || unicode.IsNumber(r) {
		return string(unicode.ToLower(r))
	}
	return " "
}

const apostrophes = "'`‘’‛′´"

// ascii holds every character at its own code, so that a piece of it needs no memory of its own.
var ascii = func() string {
	var all [utf8.RuneSelf]byte
	for i := range all {
		all[i] = byte(i)
	}
	return string(all[:])
}()

// letters holds those that no accent is split from.
var letters = map[rune]string{
	'ø': "o", 'ł': "l", 'ß': "ss", 'ı': "i", 'đ': "d", 'ð': "d", 'þ': "th", 'æ': "ae", 'œ': "oe", 'ə': "a", 'ħ': "h",
}

var short = strings.NewReplacer(" saint ", " st ", " mount ", " mt ")

func shorten(folded string) string {
	if !strings.Contains(folded, "saint") && !strings.Contains(folded, "mount") {
		return folded
	}
	padded := short.Replace(" " + folded + " ")
	return padded[1 : len(padded)-1]
}
