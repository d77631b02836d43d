package entity

import (
	"strings"
	"unicode"

	"golang.org/x/text/unicode/norm"
)

// fold returns a word as words of names are compared: in lower case, without accents, full stops, apostrophes and hyphens.
func fold(word string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case unicode.In(r, unicode.Mn), !unicode.IsLetter(r) && !unicode.IsNumber(r):
			return -1
		}
		return unicode.ToLower(r)
	}, norm.NFD.String(word))
}
