package source

import (
	"bytes"
	_ "embed"
	"encoding/json"
	"net/mail"
	"path"
	"slices"
	"strings"
	"unicode/utf8"

	"rashomon"
)

// The formats of containers, which are taken apart into originals.
const (
	formatZip       rashomon.Format = "zip"
	formatGzip      rashomon.Format = "gzip"
	formatZstd      rashomon.Format = "zstd"
	formatWARC      rashomon.Format = "warc"
	formatMbox      rashomon.Format = "mbox"
	formatFeed      rashomon.Format = "feed"
	formatJSONLines rashomon.Format = "jsonl"
)

// formatPassedOver marks in suffixes.txt what no document is expected in.
const formatPassedOver rashomon.Format = "-"

// Formats returns the names that Options.Format may have. Compression and zip archives are not among them: they are
// recognized by their bytes.
func Formats() []string {
	formats := []rashomon.Format{
		rashomon.FormatText, rashomon.FormatMarkdown, rashomon.FormatHTML, rashomon.FormatPDF,
		rashomon.FormatMail, formatMbox, formatFeed, formatWARC, rashomon.FormatJSON, formatJSONLines, rashomon.FormatCSV,
	}
	names := make([]string, len(formats))
	for i, format := range formats {
		names[i] = string(format)
	}
	return names
}

//go:embed suffixes.txt
var suffixList string

var suffixes = readSuffixes(suffixList)

func readSuffixes(list string) map[string]rashomon.Format {
	formats := map[string]rashomon.Format{}
	for line := range strings.Lines(list) {
		if fields := strings.Fields(line); len(fields) == 2 && fields[0] != "#" {
			formats[fields[0]] = rashomon.Format(fields[1])
		}
	}
	return formats
}

func suffixOf(name string) string { return strings.ToLower(strings.TrimPrefix(path.Ext(name), ".")) }

// format tells how a stream is to be read; "" for what cannot be told or is passed over.
func (o *opener) format(s stream, head []byte) rashomon.Format {
	suffix := suffixOf(s.name)
	if packed := packing(suffix, head); packed != "" {
		return packed
	}
	if s.mediaType != "" {
		return attachedFormat(s, head)
	}
	if o.Format != "" {
		return o.Format
	}
	format, known := suffixes[suffix]
	if format == formatPassedOver && s.named {
		known = false
	}
	switch {
	case bytes.HasPrefix(head, []byte("%PDF-")):
		return rashomon.FormatPDF
	case bytes.HasPrefix(head, []byte("WARC/1.")):
		return formatWARC
	case format == formatPassedOver && known:
		return ""
	case known && (!isPacking(format) || format == formatZip):
		return format
	}
	return sniff(head)
}

// packing tells compression and archives by their first bytes. Documents of word processors and electronic books are
// zip archives too, but what lies in them is none of what can be read: their suffix tells them apart.
func packing(suffix string, head []byte) rashomon.Format {
	switch {
	case bytes.HasPrefix(head, []byte("\x1f\x8b")):
		return formatGzip
	case bytes.HasPrefix(head, []byte("\x28\xb5\x2f\xfd")):
		return formatZstd
	case suffix == "" || suffixes[suffix] == formatZip:
		if bytes.HasPrefix(head, []byte("PK\x03\x04")) || bytes.HasPrefix(head, []byte("PK\x05\x06")) {
			return formatZip
		}
	}
	return ""
}

// sniff tells a format by the first bytes alone; "" for what is no text.
func sniff(head []byte) rashomon.Format {
	text, err := decodeText(wholeRunes(head), "")
	if err != nil || strings.TrimSpace(text) == "" {
		return ""
	}
	text = strings.TrimSpace(text)
	root := xmlRoot(text)
	switch {
	case root == "html":
		return rashomon.FormatHTML
	case slices.Contains(feedRoots, root):
		return formatFeed
	case strings.HasPrefix(text, "<?xml"):
		return ""
	case strings.HasPrefix(text, "From ") && looksLikeMail(afterLine(text)):
		return formatMbox
	case looksLikeMail(text):
		return rashomon.FormatMail
	case strings.HasPrefix(text, "{"), strings.HasPrefix(text, "["):
		return sniffJSON(text)
	case strings.HasPrefix(text, "---\n"), strings.HasPrefix(text, "---\r\n"):
		return rashomon.FormatMarkdown
	}
	return rashomon.FormatText
}

// sniffJSON tells lines that hold an object each from one value over many lines; a text may begin with a bracket too.
func sniffJSON(text string) rashomon.Format {
	first, rest, _ := strings.Cut(text, "\n")
	switch {
	case strings.HasPrefix(first, "{") && json.Valid([]byte(first)) && strings.HasPrefix(strings.TrimSpace(rest), "{"):
		return formatJSONLines
	case strings.HasPrefix(strings.TrimSpace(text[1:]), `"`), strings.HasPrefix(strings.TrimSpace(text[1:]), "{"):
		return rashomon.FormatJSON
	}
	return rashomon.FormatText
}

func afterLine(text string) string {
	_, rest, _ := strings.Cut(text, "\n")
	return rest
}

// looksLikeMail reports whether a text begins with a header block that says who sent it (RFC 5322 demands From and
// Date; of the fields that most messages have, a saved one has at least two).
func looksLikeMail(text string) bool {
	head, _, _ := strings.Cut(strings.ReplaceAll(text, "\r\n", "\n"), "\n\n")
	message, err := mail.ReadMessage(strings.NewReader(head + "\n\n"))
	if err != nil {
		return false
	}
	known := 0
	for _, field := range []string{"From", "Date", "Subject", "Received", "Message-Id"} {
		if message.Header.Get(field) != "" {
			known++
		}
	}
	return known >= 2
}

// wholeRunes cuts off the beginning of a character at the end.
func wholeRunes(head []byte) []byte {
	for i := 1; i < utf8.UTFMax && i <= len(head); i++ {
		if b := head[len(head)-i]; utf8.RuneStart(b) {
			if b >= utf8.RuneSelf && !utf8.FullRune(head[len(head)-i:]) {
				return head[:len(head)-i]
			}
			break
		}
	}
	return head
}

// feedRoots are the root elements of feeds: RSS 0.9x and 2.0, RSS 0.90 and 1.0, Atom.
var feedRoots = []string{"rss", "RDF", "feed"}

// xmlRoot returns the name of the first element of a text in angle brackets, without its prefix, or "".
func xmlRoot(text string) string {
	for {
		text = strings.TrimSpace(text)
		switch {
		case strings.HasPrefix(text, "<!--"):
			_, text, _ = strings.Cut(text, "-->")
		case strings.HasPrefix(text, "<?"):
			_, text, _ = strings.Cut(text, "?>")
		case len(text) > 9 && strings.EqualFold(text[:9], "<!doctype"):
			declared, rest, _ := strings.Cut(text[9:], ">")
			if name, _, _ := strings.Cut(strings.TrimSpace(declared), " "); strings.EqualFold(name, "html") {
				return "html"
			}
			text = rest
		case strings.HasPrefix(text, "<"):
			name := text[1:]
			if end := strings.IndexAny(name, " \t\r\n/>"); end >= 0 {
				name = name[:end]
			}
			if _, local, found := strings.Cut(name, ":"); found {
				name = local
			}
			if strings.EqualFold(name, "html") {
				return "html"
			}
			return name
		default:
			return ""
		}
	}
}
