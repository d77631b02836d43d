package source

import (
	"fmt"

	"rashomon"
	"rashomon/source/frame"
	"rashomon/source/language"
)

// TextLimit is the size in bytes above which the text of one document is refused: 700,000 words, more than "War and
// Peace" has. A reading takes some fifty times the memory of its text.
const TextLimit = 4 << 20

// Parse reads one original into a document with its details, its text and its parts. The result depends on the
// original alone. The error is a *rashomon.Error whose place is the original's address.
func Parse(original rashomon.Original) (*rashomon.Document, error) {
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Name: original.Name}
	if err := parseFormat(doc, inUTF8(original)); err != nil {
		return nil, err
	}
	doc.Details = append(doc.Details, original.Told...)
	if len(doc.Text) > TextLimit {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Place: original.Address,
			Cause:  fmt.Sprintf("%d bytes of text, of which one document may have %d", len(doc.Text), TextLimit),
			Remedy: "split it into the documents that it holds",
		}
	}
	frame.Fill(doc)
	doc.Details = append(original.Given[:len(original.Given):len(original.Given)], doc.Details...)
	if doc.Detail(rashomon.FieldLanguage) == "" {
		doc.Details = append(doc.Details, languageOf(doc.Text)...)
	}
	return doc, nil
}

// parseFormat fills Text, Parts and those Details that the format itself gives (markup, headers, columns).
func parseFormat(doc *rashomon.Document, original rashomon.Original) error {
	switch original.Format {
	case rashomon.FormatText:
		return parseText(doc, original)
	case rashomon.FormatMarkdown:
		return parseMarkdown(doc, original)
	case rashomon.FormatHTML:
		return parseHTML(doc, original)
	case rashomon.FormatPDF:
		return parsePDF(doc, original)
	case rashomon.FormatMail:
		return parseMail(doc, original)
	case rashomon.FormatEntry:
		return parseEntry(doc, original)
	case rashomon.FormatJSON:
		return parseJSON(doc, original)
	case rashomon.FormatCSV:
		return parseCSV(doc, original)
	}
	return &rashomon.Error{
		Kind: rashomon.ErrorUnsupported, Place: original.Address, Cause: "no reader for the format " + string(original.Format),
		Remedy: "name one that `rashomon read --help` lists with --as",
	}
}

// languageOf returns the language of a text as a detail, or nothing where it is too short or undecided.
func languageOf(text string) []rashomon.Detail {
	code, rule := language.Of(text)
	if code == "" {
		return nil
	}
	return []rashomon.Detail{{Field: rashomon.FieldLanguage, Value: code, Rule: rule}}
}
