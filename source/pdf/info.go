package pdf

import (
	"strings"

	"golang.org/x/text/encoding/charmap"
)

// An Info is what a file says of itself in its information dictionary (ISO 32000-1, 14.3.3): each value is one line of
// text, and empty where the file says nothing.
type Info struct {
	Title  string // empty for the name of a file, which word processors put there by themselves
	Author string // as it stands, of one or more authors
}

func (f *file) info() Info {
	dict := f.dict(f.trailer["Info"])
	info := Info{Author: f.text(dict["Author"])}
	if title := f.text(dict["Title"]); !isFileName(title) {
		info.Title = title
	}
	return info
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

// text returns a text string on one line.
func (f *file) text(value any) string {
	text, _ := f.resolve(value).(stringObject)
	return strings.Join(strings.Fields(readableText(decodeText(text))), " ")
}

// decodeText decodes a text string (ISO 32000-1, 7.9.2.2): UTF-16, UTF-8, or one byte a letter, nearly as in Windows.
func decodeText(text stringObject) string {
	if utf16, found := strings.CutPrefix(string(text), "\xfe\xff"); found {
		return decodeUTF16(stringObject(utf16))
	}
	if utf8Text, found := strings.CutPrefix(string(text), "\xef\xbb\xbf"); found {
		return strings.ToValidUTF8(utf8Text, "")
	}
	decoded, _ := charmap.Windows1252.NewDecoder().String(string(text))
	return decoded
}
