package source

import (
	"rashomon"
	"rashomon/source/pdf"
)

// parsePDF takes the text out of a PDF, and what the file says of itself. The day of the file's making is no day of
// publication: a page that is printed to a file has the day of the printing.
func parsePDF(doc *rashomon.Document, original rashomon.Original) error {
	file, err := pdf.Read(original.Bytes)
	if err != nil {
		return placed(err, original.Address)
	}
	var blocks []block
	for _, paragraph := range file.Paragraphs {
		blocks = append(blocks, block{kind: paragraph.Kind, text: paragraph.Text, rule: "pdf/lines"})
	}
	doc.Text, doc.Parts = assemble(blocks)
	add := func(field rashomon.Field, value string) {
		if value != "" && len(value) <= longestMetadata {
			doc.Details = append(doc.Details, rashomon.Detail{Field: field, Value: value, Rule: "pdf/info"})
		}
	}
	add(rashomon.FieldTitle, file.Title)
	for _, author := range authors(file.Author) {
		add(rashomon.FieldAuthor, author)
	}
	return nil
}
