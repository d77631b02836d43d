package source

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// A line is one line of a text without the white space around it.
type line struct {
	start, end int // bytes
	indent     int // columns of white space in front of it
	width      int // code points
}

func (l line) blank() bool { return l.start == l.end }

// tabWidth is how many columns a tab in front of a line counts for: any tab is an indentation, however small.
const tabWidth = 4

// splitLines cuts a text into lines. A line ends at any of Unicode's mandatory breaks (UAX #14).
func splitLines(text string) []line {
	lines := make([]line, 0, len(text)/64+1)
	for start := 0; start < len(text); {
		end, next := lineEnd(text, start)
		lines = append(lines, newLine(text, start, end))
		start = next
	}
	return lines
}

// lineEnd returns where the line that starts at an offset ends, and where the next one starts.
func lineEnd(text string, start int) (end, next int) {
	for i := start; i < len(text); i++ {
		switch c := text[i]; {
		case c == '\r' && i+1 < len(text) && text[i+1] == '\n':
			return i, i + 2
		case c >= '\n' && c <= '\r':
			return i, i + 1
		case c == 0xC2 && strings.HasPrefix(text[i:], "\u0085"):
			return i, i + 2
		case c == 0xE2 && (strings.HasPrefix(text[i:], "\u2028") || strings.HasPrefix(text[i:], "\u2029")):
			return i, i + 3
		}
	}
	return len(text), len(text)
}

func newLine(text string, start, end int) line {
	whole := text[start:end]
	left := strings.TrimLeftFunc(whole, unicode.IsSpace)
	indent := 0
	for _, r := range whole[:len(whole)-len(left)] {
		if r == '\t' {
			indent += tabWidth
		} else {
			indent++
		}
	}
	trimmed := strings.TrimRightFunc(left, unicode.IsSpace)
	l := line{start: end - len(left), indent: indent, width: utf8.RuneCountInString(trimmed)}
	l.end = l.start + len(trimmed)
	return l
}
