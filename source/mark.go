package source

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon/source/typography"
)

// A mark is what a line of plain text starts with, by the habits of typists, of mail and of Markdown.
type mark int

const (
	markNone    mark = iota
	markQuote        // "> "
	markHeading      // "## "
	markRule         // "* * *" and "-----": nothing but punctuation
	markItem         // "- ", "1. ", "(a) "
)

func markOf(line string) mark {
	switch {
	case line[0] == '>':
		return markQuote
	case typography.HeadingMark(line) > 0:
		return markHeading
	case isRule(line):
		return markRule
	case itemMark(line) > 0:
		return markItem
	}
	return markNone
}

// isRule reports whether a line separates: three or more signs and neither a letter nor a digit.
func isRule(line string) bool {
	signs := 0
	for _, r := range line {
		switch {
		case strings.ContainsRune("*-=_~#+.•·—–", r):
			signs++
		case !unicode.IsSpace(r):
			return false
		}
	}
	return signs >= 3
}

// itemMark returns the length of the bullet or number in front of a list item, with the space after it, or 0.
func itemMark(line string) int {
	space := strings.IndexAny(line, " \t")
	if space <= 0 || space > 6 {
		return 0
	}
	label := line[:space]
	if r, size := utf8.DecodeRuneInString(label); size == len(label) && strings.ContainsRune("-*+•‣◦▪–·", r) {
		return space + 1
	}
	body, closed := strings.CutSuffix(label, ")")
	body, opened := strings.CutPrefix(body, "(")
	number, dotted := strings.CutSuffix(body, ".")
	switch {
	case closed && !dotted && (isNumber(body) || isRoman(body) || isLetter(body)):
		return space + 1
	case !closed && !opened && dotted && isNumber(number):
		return space + 1
	}
	return 0
}

// isNumber reports whether a label is an item's number: of at most three digits, for four are a year.
func isNumber(label string) bool {
	return label != "" && len(label) <= 3 && strings.Trim(label, "0123456789") == ""
}

func isRoman(label string) bool {
	return label != "" && strings.Trim(strings.ToLower(label), "ivx") == ""
}

func isLetter(label string) bool {
	return len(label) == 1 && (label[0]|0x20) >= 'a' && (label[0]|0x20) <= 'z'
}
