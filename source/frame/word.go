package frame

import (
	"iter"
	"strings"
	"unicode"
	"unicode/utf8"
)

// wordEnds gives where each word of a text ends, numbered from 0. A word goes to white space or to a sign that stands
// between words in lines of credit; the dots, apostrophes and hyphens in it are its own.
func wordEnds(text string) iter.Seq2[int, int] {
	return func(give func(int, int) bool) {
		count, inside := 0, false
		for i, r := range text {
			between := isBetween(r)
			if between && inside {
				if !give(count, i) {
					return
				}
				count++
			}
			inside = !between
		}
		if inside {
			give(count, len(text))
		}
	}
}

func isBetween(r rune) bool {
	switch r {
	case ',', ';', ':', '(', ')', '[', ']', '|', '/', '–', '—', '*':
		return true
	}
	return unicode.IsSpace(r)
}

// isCapitalized reports whether a word starts with a capital letter, or with a digit or sign and no small letter.
func isCapitalized(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first) || unicode.IsTitle(first)
}

// isCapitals reports whether a text has letters, and all of them capital.
func isCapitals(text string) bool {
	letters := false
	for _, r := range text {
		if unicode.IsLower(r) {
			return false
		}
		letters = letters || unicode.IsUpper(r)
	}
	return letters
}

// isLetters reports whether a word consists of letters, marks, and the signs that names hold: O'Hara, al-Masri, J.R.
func isLetters(word string) bool {
	letters := 0
	for _, r := range word {
		switch {
		case unicode.IsLetter(r):
			letters++
		case !unicode.IsMark(r) && !strings.ContainsRune(".'’-‑", r):
			return false
		}
	}
	return letters > 0
}

// oneSpace writes a text on one line, one space between words.
func oneSpace(text string) string { return strings.Join(strings.Fields(text), " ") }
