// Package pdf reads the text and the information dictionary of PDF files (ISO 32000-1). The bytes become text in steps,
// one file of the package each:
//
//	bytes ─ file, object, filter ─> objects ─ content, font ─> runs of text on pages
//	      ─ line ─> lines ─ paragraph ─> paragraphs
//
// Page furniture, the page numbers and running titles at the head or foot of pages, is told from the text and left out.
// The work for one file is bounded: so many objects, pages and bytes, unpacked, and no more.
//
// The reader is our own. github.com/ledongthuc/pdf, tried first, took 7 s for a manual of 36 pages, knows no widths of
// fonts with codes of two bytes, and overflows the stack or allocates without bound on made-up files.
package pdf

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// A Document is what a PDF holds.
type Document struct {
	Info
	Paragraphs []Paragraph
}

// A Paragraph is a paragraph of the text: a headline, a heading, an item of a list, or of the body.
type Paragraph struct {
	Kind rashomon.PartKind
	Text string
}

// Read returns the text of a PDF and what it says of itself. The error is a *rashomon.Error without a place, also where
// the file has no text.
func Read(data []byte) (*Document, error) {
	if err := checkMarks(data); err != nil {
		return nil, err
	}
	file, err := readFile(data)
	if err != nil {
		return nil, err
	}
	text, err := file.paragraphs()
	if err != nil {
		return nil, err
	}
	return &Document{Info: file.info(), Paragraphs: text}, nil
}

// checkMarks looks for the marks at the head and at the end of the file, which writers put within the first and the last
// 1024 bytes (ISO 32000-1, annex H.3).
func checkMarks(data []byte) error {
	const reach = 1024
	switch {
	case !bytes.Contains(data[:min(len(data), reach)], []byte("%PDF-")):
		return invalid("this is no PDF: its mark is missing", "name its format with --as")
	case !bytes.Contains(data[max(0, len(data)-reach):], []byte("%%EOF")):
		return invalid("this PDF is cut: the mark of its end is missing", "get the whole file")
	}
	return nil
}

func invalid(cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: remedy}
}

// paragraphs returns the text of all pages.
func (f *file) paragraphs() ([]Paragraph, error) {
	fonts := map[reference]*typeface{}
	pages := f.pages()
	lines := make([][]textLine, 0, len(pages))
	letters, unreadable := 0, 0
	for _, page := range pages {
		runs := f.runs(page, fonts)
		for i := range runs {
			runs[i].text = readableText(runs[i].text)
			letters += utf8.RuneCountInString(runs[i].text)
			unreadable += runs[i].unreadable
		}
		lines = append(lines, linesOf(runs))
	}
	text := paragraphsOf(withoutRunningLines(lines))
	return text, f.textError(len(pages), len(text), letters, unreadable)
}

// textError returns the reason why a file has no text, or not all of it.
func (f *file) textError(pages, paragraphs, letters, unreadable int) error {
	switch {
	case f.err != nil:
		return f.err
	case pages == 0:
		return invalid("no page found in this PDF: it is damaged", "get another copy")
	case unreadable > letters:
		return &rashomon.Error{
			Kind:   rashomon.ErrorUnsupported,
			Cause:  fmt.Sprintf("the fonts of this PDF do not say which letters %d of its signs are", unreadable),
			Remedy: "run OCR first",
		}
	case paragraphs == 0:
		return invalid("no text in this PDF: it holds pictures of pages", "run OCR first")
	}
	return nil
}

// ligatures are written as their letters; NFKC does the same and more that would change the text.
var ligatures = strings.NewReplacer(
	"\ufb00", "ff", "\ufb01", "fi", "\ufb02", "fl", "\ufb03", "ffi", "\ufb04", "ffl", "\ufb05", "st", "\ufb06", "st",
)

// readableText leaves out control characters and what is no character.
func readableText(text string) string {
	return strings.Map(func(r rune) rune {
		switch {
		case r == '\t' || r == '\n' || r == '\r' || r == '\u00a0':
			return ' '
		case r < ' ' || 0x7f <= r && r < 0xa0 || r == utf8.RuneError:
			return -1
		}
		return r
	}, ligatures.Replace(text))
}
