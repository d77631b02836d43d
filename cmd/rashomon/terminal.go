package main

import (
	"os"
	"strconv"
	"strings"
	"unicode/utf8"

	"golang.org/x/term"

	"rashomon"
)

// What is said to people follows these rules: results go to standard output, everything else to standard error; a
// message begins with "rashomon: ", has no capital after that and no full stop; lines fit the terminal; text of documents
// is shown without control characters, so that no document can steer the terminal.

const (
	narrowest = 60  // columns; below that the layout is that of 60
	widest    = 200 // columns; above that lines are hard to read
)

// width returns the columns of the terminal, 80 where there is none and COLUMNS does not say.
func (p program) width() int {
	columns := 80
	if file, isFile := p.stdout.(*os.File); isFile {
		if measured, _, err := term.GetSize(int(file.Fd())); err == nil {
			columns = measured
		}
	}
	if said, err := strconv.Atoi(p.getenv("COLUMNS")); err == nil {
		columns = said
	}
	return min(max(columns, narrowest), widest)
}

// clean folds white space and drops control and invisible formatting characters.
func clean(s string) string {
	return strings.Join(strings.Fields(strings.Map(func(r rune) rune {
		switch {
		case r == '\n', r == '\t', r == '\r':
			return ' '
		case r < ' ', r >= 0x7f && r < 0xa0, r >= 0x200b && r <= 0x200f, r >= 0x202a && r <= 0x202e, r >= 0x2060 && r <= 0x206f, r == 0xfeff:
			return -1
		}
		return r
	}, s)), " ")
}

// visible shows control and invisible characters, and what is not UTF-8, as escapes, so that two names that differ look
// different and none steers the terminal.
func visible(s string) string {
	quoted := strconv.QuoteToGraphic(s)
	return strings.ReplaceAll(strings.ReplaceAll(quoted[1:len(quoted)-1], `\"`, `"`), `\\`, `\`)
}

// cut shortens a cleaned text to so many columns, with an ellipsis where something is left out.
func cut(s string, columns int) string {
	s = clean(s)
	if utf8.RuneCountInString(s) <= columns {
		return s
	}
	runes := []rune(s)[:max(columns-1, 0)]
	return strings.TrimRight(string(runes), " ") + "…"
}

// pad fills a text up with spaces to so many columns.
func pad(s string, columns int) string {
	return s + strings.Repeat(" ", max(columns-utf8.RuneCountInString(s), 0))
}

// wrap breaks a cleaned text into lines of at most so many columns, between words where it can.
func wrap(s string, columns int) []string {
	var lines []string
	line, length := "", 0
	for _, word := range strings.Fields(clean(s)) {
		for utf8.RuneCountInString(word) > columns {
			runes := []rune(word)
			if length > 0 {
				lines, line, length = append(lines, line), "", 0
			}
			lines, word = append(lines, string(runes[:columns])), string(runes[columns:])
		}
		size := utf8.RuneCountInString(word)
		if length > 0 && length+1+size > columns {
			lines, line, length = append(lines, line), "", 0
		}
		if length > 0 {
			line, length = line+" ", length+1
		}
		line, length = line+word, length+size
	}
	if length > 0 {
		lines = append(lines, line)
	}
	return lines
}

// thousands writes a number with commas.
func thousands(n int) string {
	digits := strconv.Itoa(n)
	for i := len(digits) - 3; i > 0 && digits[i-1] != '-'; i -= 3 {
		digits = digits[:i] + "," + digits[i:]
	}
	return digits
}

// plural writes a number with the noun in the right form.
func plural(n int, one, many string) string {
	if n == 1 {
		return "1 " + one
	}
	return thousands(n) + " " + many
}

// day cuts a time of publication to its day; "undated" where none is known, "XXXX-07-05" where its year is not.
func day(published string) string {
	if published == "" {
		return "undated"
	}
	return published[:min(len(published), len("2006-01-02"))]
}

// headline is what a document is called in lists: its title, else its first words.
func headline(doc *rashomon.Document) string {
	title := doc.Detail(rashomon.FieldTitle)
	if title == "" && len(doc.Parts) > 0 {
		title = doc.Quote(doc.Parts[0].Extent)
	}
	if outlet := doc.Detail(rashomon.FieldSource); outlet != "" {
		return outlet + ": " + title
	}
	return title
}
