package source

import (
	"bytes"
	"cmp"
	"io"
	"mime"
	"net/mail"
	"net/textproto"
	"strings"

	"rashomon"
)

// parseMail reads a message (RFC 5322, MIME): what its header says of it, and its text.
func parseMail(doc *rashomon.Document, original rashomon.Original) error {
	message, err := mail.ReadMessage(bytes.NewReader(original.Bytes))
	if err != nil {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: original.Address, Cause: "no mail: " + innermost(err).Error(),
			Remedy: "name its format with --as", Err: err,
		}
	}
	var reader mailReader
	blocks, err := reader.entity(textproto.MIMEHeader(message.Header), message.Body, 0)
	if err != nil {
		return placed(err, original.Address)
	}
	doc.Text, doc.Parts = assemble(blocks)
	if doc.Text == "" {
		return &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Place: original.Address, Cause: "the message has no text",
			Remedy: "what is attached to it is read by itself, where it can be",
		}
	}
	doc.Details = mailDetails(message.Header)
	return nil
}

// mailDetails takes what the header of a message says of it. Its time is that of writing; when it arrived is not told.
func mailDetails(header mail.Header) []rashomon.Detail {
	var details []rashomon.Detail
	add := func(field rashomon.Field, value, name string) {
		if value = fieldValue(field, value); value != "" {
			details = append(details, rashomon.Detail{Field: field, Value: value, Rule: "mail/" + name})
		}
	}
	add(rashomon.FieldTitle, decodeHeader(header.Get("Subject")), "subject")
	for _, author := range mailAuthors(header.Get("From")) {
		add(rashomon.FieldAuthor, author, "from")
	}
	add(rashomon.FieldSource, listName(header.Get("List-Id")), "list-id")
	add(rashomon.FieldSource, decodeHeader(header.Get("Organization")), "organization")
	add(rashomon.FieldPublished, header.Get("Date"), "date")
	return details
}

// mailAuthors returns the names in a From field, or the addresses of those without.
func mailAuthors(from string) []string {
	parser := mail.AddressParser{WordDecoder: &wordDecoder}
	addresses, err := parser.ParseList(from)
	if err != nil {
		return []string{decodeHeader(from)}
	}
	var authors []string
	for _, address := range addresses {
		authors = append(authors, cmp.Or(address.Name, address.Address))
	}
	return authors
}

// listName returns the name that a mailing list gives itself in front of its identifier (RFC 2919), or that.
func listName(id string) string {
	name, rest, found := strings.Cut(decodeHeader(id), "<")
	if name = strings.Trim(strings.TrimSpace(name), `"`); name != "" || !found {
		return name
	}
	return strings.Trim(rest, "<> ")
}

// wordDecoder decodes encoded words (RFC 2047) in any charset.
var wordDecoder = mime.WordDecoder{CharsetReader: func(charset string, in io.Reader) (io.Reader, error) {
	data, err := io.ReadAll(in)
	if err != nil {
		return nil, err
	}
	text, err := decodeText(data, charset)
	return strings.NewReader(text), err
}}

// decodeHeader returns the text of a header field; one that is not well-formed as it stands.
func decodeHeader(value string) string {
	if text, err := wordDecoder.DecodeHeader(value); err == nil {
		value = text
	}
	text, err := decodeText([]byte(value), "")
	if err != nil {
		return ""
	}
	return text
}
