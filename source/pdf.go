package source

import (
	"bytes"
	"fmt"
	"strings"
	"unicode/utf8"

	"golang.org/x/text/encoding/charmap"

	"rashomon"
)

// parsePDF takes the text out of a PDF, and what the file says of itself.
//
// The reader is our own. github.com/ledongthuc/pdf, tried first, took 7 s for a manual of 36 pages, knows no widths of
// fonts with codes of two bytes, and overflows the stack or allocates without bound on made-up files.
func parsePDF(doc *rashomon.Document, original rashomon.Original) error {
	if err := checkPDF(original.Bytes); err != nil {
		return placed(err, original.Address)
	}
	file, err := readPDF(original.Bytes)
	if err != nil {
		return placed(err, original.Address)
	}
	blocks, err := file.blocks()
	if err != nil {
		return placed(err, original.Address)
	}
	doc.Text, doc.Parts = assemble(blocks)
	doc.Details = append(doc.Details, file.details()...)
	return nil
}

// checkPDF looks for the marks at the head and at the end of the file, which writers put within the first and the last
// 1024 bytes (ISO 32000-1, annex H.3).
func checkPDF(data []byte) error {
	const reach = 1024
	switch {
	case !bytes.Contains(data[:min(len(data), reach)], []byte("%PDF-")):
		return invalidPDF("this is no PDF: its mark is missing", "name its format with --format")
	case !bytes.Contains(data[max(0, len(data)-reach):], []byte("%%EOF")):
		return invalidPDF("this PDF is cut: the mark of its end is missing", "get the whole file")
	}
	return nil
}

func invalidPDF(cause, remedy string) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: remedy}
}

// blocks returns the text of all pages.
func (f *pdfFile) blocks() ([]block, error) {
	fonts := map[pdfReference]*pdfFont{}
	pages := f.pages()
	lines := make([][]pdfLine, 0, len(pages))
	letters, unreadable := 0, 0
	for _, page := range pages {
		runs := f.runs(page, fonts)
		for i := range runs {
			runs[i].text = readableText(runs[i].text)
			letters += utf8.RuneCountInString(runs[i].text)
			unreadable += runs[i].unreadable
		}
		lines = append(lines, pdfLines(runs))
	}
	blocks := pdfBlocks(withoutRunningLines(lines))
	return blocks, f.textError(len(pages), len(blocks), letters, unreadable)
}

// textError returns the reason why a file has no text, or not all of it.
func (f *pdfFile) textError(pages, blocks, letters, unreadable int) error {
	switch {
	case f.err != nil:
		return f.err
	case pages == 0:
		return invalidPDF("no page found in this PDF: it is damaged", "get another copy")
	case unreadable > letters:
		return &rashomon.Error{
			Kind:   rashomon.ErrorUnsupported,
			Cause:  fmt.Sprintf("the fonts of this PDF do not say which letters %d of its signs are", unreadable),
			Remedy: "run OCR first",
		}
	case blocks == 0:
		return invalidPDF("no text in this PDF: it holds pictures of pages", "run OCR first")
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

// details reads the information dictionary (ISO 32000-1, 14.3.3). The day of the file's making is a weak sign of the
// day of publication, and comes last.
func (f *pdfFile) details() []rashomon.Detail {
	info := f.dict(f.trailer["Info"])
	var details []rashomon.Detail
	add := func(field rashomon.Field, value string) {
		if value = strings.Join(strings.Fields(readableText(value)), " "); value != "" && len(value) <= longestMetadata {
			details = append(details, rashomon.Detail{Field: field, Value: value, Rule: "pdf/info"})
		}
	}
	if title := f.text(info["Title"]); !isFileName(title) {
		add(rashomon.FieldTitle, title)
	}
	for _, author := range authors(f.text(info["Author"])) {
		add(rashomon.FieldAuthor, author)
	}
	if when, ok := isoTime(pdfTime(f.text(info["CreationDate"]))); ok {
		add(rashomon.FieldPublished, when)
	}
	return details
}

// isFileName reports whether a title is what word processors put there by themselves.
func isFileName(title string) bool {
	title = strings.ToLower(strings.TrimSpace(title))
	for _, ending := range []string{".doc", ".docx", ".odt", ".rtf", ".txt", ".pdf", ".indd", ".qxd", ".tex", ".html"} {
		if strings.HasSuffix(title, ending) {
			return true
		}
	}
	return strings.HasPrefix(title, "microsoft word - ") || title == "untitled"
}

// text returns a text string (ISO 32000-1, 7.9.2.2): UTF-16, UTF-8, or one byte a letter, nearly as in Windows.
func (f *pdfFile) text(value any) string {
	text, _ := f.resolve(value).(pdfString)
	if utf16, found := strings.CutPrefix(string(text), "\xfe\xff"); found {
		return decodeUTF16(pdfString(utf16))
	}
	if utf8Text, found := strings.CutPrefix(string(text), "\xef\xbb\xbf"); found {
		return strings.ToValidUTF8(utf8Text, "")
	}
	decoded, _ := charmap.Windows1252.NewDecoder().String(string(text))
	return decoded
}

// pdfTime brings "D:20110705143000+02'00'" (ISO 32000-1, 7.9.4) into the form of RFC 3339, as far as it goes.
func pdfTime(date string) string {
	date = strings.TrimPrefix(date, "D:")
	digits := len(date) - len(strings.TrimLeft(date, "0123456789"))
	zone := strings.TrimSuffix(strings.Replace(date[digits:], "'", ":", 1), "'")
	switch {
	case digits < 8:
		return date[:digits]
	case digits < 12:
		return date[:4] + "-" + date[4:6] + "-" + date[6:8]
	}
	seconds := ":00"
	if digits >= 14 {
		seconds = ":" + date[12:14]
	}
	day, clock := date[:4]+"-"+date[4:6]+"-"+date[6:8], date[8:10]+":"+date[10:12]+seconds
	return day + "T" + clock + strings.TrimSuffix(zone, ":")
}
