package rashomontest

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// Document builds a document by hand: every line of text is a sentence and a part, and what stands between white space
// is a token. It has an id, and no details.
func Document(text string) *rashomon.Document {
	original := rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText, Name: "hand"}
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: original.Name, Text: text, Reading: "hand"}
	for start := 0; start < len(text); {
		line, _, _ := strings.Cut(text[start:], "\n")
		addLine(doc, start, line)
		start += len(line) + 1
	}
	return doc
}

func addLine(doc *rashomon.Document, offset int, line string) {
	trimmed := strings.TrimSpace(line)
	if trimmed == "" {
		return
	}
	first := len(doc.Tokens)
	offset += strings.Index(line, trimmed)
	for i := 0; i < len(trimmed); {
		r, size := utf8.DecodeRuneInString(trimmed[i:])
		if unicode.IsSpace(r) {
			i += size
			continue
		}
		length := strings.IndexFunc(trimmed[i:], unicode.IsSpace)
		if length < 0 {
			length = len(trimmed) - i
		}
		doc.Tokens = append(doc.Tokens, rashomon.Token{Extent: rashomon.Extent{Start: offset + i, End: offset + i + length}, Rule: "hand"})
		i += length
	}
	doc.Sentences = append(doc.Sentences, rashomon.Sentence{Span: rashomon.Span{Start: first, End: len(doc.Tokens)}, Rule: "hand"})
	doc.Parts = append(doc.Parts, rashomon.Part{
		Extent: rashomon.Extent{Start: offset, End: offset + len(trimmed)}, Kind: rashomon.PartBody, Rule: "hand",
	})
}
