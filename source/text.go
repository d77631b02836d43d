package source

import "rashomon"

// parseText reads plain text. Its text stays as it stands; only a byte order mark goes.
func parseText(doc *rashomon.Document, original rashomon.Original) error {
	text, err := decodeText(original.Bytes, "")
	if err != nil {
		return placed(err, original.Address)
	}
	parts := layout(text)
	if len(parts) == 0 {
		return emptyText(original.Address)
	}
	doc.Text, doc.Parts = text, parts
	return nil
}

// emptyText is the error of a document that has no text to read.
func emptyText(place string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Place: place, Cause: "there is no text in it",
		Remedy: "check that the file is complete and holds more than white space",
	}
}
