package petrarch

import (
	"fmt"
	"iter"
	"strings"
	"unicode"

	"rashomon"
)

const (
	// fileLimit is the size of a file above which it is refused: ten times that of the largest dictionary in use, the
	// actors of all countries.
	fileLimit = 16 << 20
	// lineLimit is the length of a line above which it is damaged: ten times that of the longest one in those in use.
	lineLimit = 4096
	// errorLimit is how many damaged lines of one file are told one by one.
	errorLimit = 100
)

// A file is a dictionary file while it is read.
type file struct {
	name   string
	index  int // in Dictionary.files
	number int // of the line being read
	errors []error
	more   int // errors beyond errorLimit
}

func (f *file) position() position { return position{f.index, f.number} }

// damaged notes that the line being read is passed over.
func (f *file) damaged(cause, remedy string) {
	if len(f.errors) == errorLimit {
		f.more++
		return
	}
	f.errors = append(f.errors, &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: fmt.Sprintf("%s:%d", f.name, f.number), Cause: cause, Remedy: remedy,
	})
}

// problems returns what was damaged in the file.
func (f *file) problems() []error {
	if f.more == 0 {
		return f.errors
	}
	return append(f.errors, &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: f.name, Cause: fmt.Sprintf("%d more lines are damaged", f.more),
		Remedy: "mend those above first",
	})
}

// lines yields the lines of a file that hold something besides white space and comments. Only a tab or a space at the
// beginning is kept: in files of actors it means that the line goes on with the entry above.
func (f *file) lines(content string) iter.Seq[string] {
	return func(yield func(string) bool) {
		inComment := false
		f.number = 0
		for text := range strings.Lines(content) {
			f.number++
			if len(text) > lineLimit {
				f.damaged(fmt.Sprintf("a line of %d bytes, of which at most %d are read", len(text), lineLimit), "break it up")
				continue
			}
			text, inComment = withoutComments(strings.Map(printable, strings.ToValidUTF8(text, "?")), inComment)
			text = strings.TrimRightFunc(text, unicode.IsSpace)
			if strings.TrimSpace(text) != "" && !yield(text) {
				return
			}
		}
	}
}

// printable makes control characters white space: the files in use have some.
func printable(r rune) rune {
	if r != '\t' && unicode.IsControl(r) || r == '\ufeff' {
		return ' '
	}
	return r
}

// withoutComments takes the comments out of a line: those of XML, which may go on over lines, and what stands after
// "#" or ";" outside of square brackets.
func withoutComments(text string, inComment bool) (rest string, open bool) {
	if inComment {
		_, after, found := strings.Cut(text, "-->")
		if !found {
			return "", true
		}
		text = after
	}
	if before, after, found := strings.Cut(text, "<!"); found {
		rest, open := withoutComments(after, true)
		// A comment that does not begin as XML has it ("<! --") ends with its line.
		return before + rest, open && strings.HasPrefix(after, "--")
	}
	return text[:commentStart(text)], false
}

// commentStart returns where the comment at the end of a line begins. A code in square brackets may hold the sign.
func commentStart(text string) int {
	inCode := false
	for i := range len(text) {
		switch text[i] {
		case '[':
			inCode = strings.IndexByte(text[i:], ']') > 0
		case ']':
			inCode = false
		case '#', ';':
			if !inCode {
				return i
			}
		}
	}
	return len(text)
}

// cutCodes divides a line into the text before its first code and its codes, without their brackets. ok is false where
// a bracket does not close.
func cutCodes(text string) (before string, codes []string, ok bool) {
	before, rest, found := strings.Cut(text, "[")
	for found {
		code, after, closed := strings.Cut(rest, "]")
		if !closed {
			return before, codes, false
		}
		codes = append(codes, strings.TrimSpace(code))
		_, rest, found = strings.Cut(after, "[")
	}
	return before, codes, true
}
