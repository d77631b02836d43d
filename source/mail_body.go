package source

import (
	"bytes"
	"encoding/base64"
	"errors"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"mime/quotedprintable"
	"net/textproto"
	"strings"

	"rashomon"
)

const (
	// mailNesting and mailEntities bound the structure of a message. One that is forwarded whole, signed, with pictures,
	// nests five deep.
	mailNesting  = 20
	mailEntities = 1000
)

// A mailReader takes the text out of a message and counts the entities that it goes through: the message, its parts,
// and theirs (RFC 2045, section 2.4).
type mailReader struct{ entities int }

// entity returns the text of an entity in blocks; none for one that is attached or no text.
func (m *mailReader) entity(header textproto.MIMEHeader, body io.Reader, nesting int) ([]block, error) {
	if m.entities++; m.entities > mailEntities || nesting > mailNesting {
		return nil, &rashomon.Error{
			Kind:   rashomon.ErrorTooLarge,
			Cause:  fmt.Sprintf("the message has more than %d parts, or parts nest more than %d deep", mailEntities, mailNesting),
			Remedy: "save the part that holds the report as a file of its own",
		}
	}
	mediaType, parameters := mediaTypeOf(header)
	disposition, _, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	switch {
	case disposition == "attachment":
		return nil, nil
	case mediaType == "multipart/alternative":
		return m.alternative(multipart.NewReader(body, parameters["boundary"]), nesting+1)
	case strings.HasPrefix(mediaType, "multipart/"):
		return m.sequence(multipart.NewReader(body, parameters["boundary"]), nesting+1)
	case !isMailText(mediaType):
		return nil, nil
	}
	text, err := entityText(header.Get("Content-Transfer-Encoding"), body, parameters["charset"])
	switch {
	case err != nil:
		return nil, err
	case mediaType == "text/html":
		return contentBlocks(text)
	case strings.EqualFold(parameters["format"], "flowed"):
		text = unflow(text, strings.EqualFold(parameters["delsp"], "yes"))
	}
	return mailBlocks(text), nil
}

// isMailText reports whether entities of a type are what a message says, unless they are attached to it.
func isMailText(mediaType string) bool { return mediaType == "text/plain" || mediaType == "text/html" }

// mediaTypeOf returns the media type of an entity; text for one that tells none (RFC 2045, section 5.2).
func mediaTypeOf(header textproto.MIMEHeader) (string, map[string]string) {
	mediaType, parameters, err := mime.ParseMediaType(header.Get("Content-Type"))
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		return "text/plain", nil
	}
	return mediaType, parameters
}

// sequence returns the text of all parts one after another.
func (m *mailReader) sequence(parts *multipart.Reader, nesting int) ([]block, error) {
	var blocks []block
	err := m.each(parts, nesting, func(_ string, part []block) { blocks = append(blocks, part...) })
	return blocks, err
}

// alternative returns the text of the plain part, which is what the sender wrote, or of the first that has one.
func (m *mailReader) alternative(parts *multipart.Reader, nesting int) ([]block, error) {
	var chosen []block
	plain := false
	err := m.each(parts, nesting, func(mediaType string, part []block) {
		if len(part) > 0 && !plain && (len(chosen) == 0 || mediaType == "text/plain") {
			chosen, plain = part, mediaType == "text/plain"
		}
	})
	return chosen, err
}

// each hands on the parts of a multipart entity. One that was cut short gives what came.
func (m *mailReader) each(parts *multipart.Reader, nesting int, hand func(mediaType string, blocks []block)) error {
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return nil
		}
		blocks, err := m.entity(part.Header, part, nesting)
		if err != nil {
			return err
		}
		mediaType, _ := mediaTypeOf(part.Header)
		hand(mediaType, blocks)
	}
}

// transferDecoder undoes the transfer encoding of an entity (RFC 2045, section 6).
func transferDecoder(encoding string, body io.Reader) io.Reader {
	switch strings.ToLower(strings.TrimSpace(encoding)) {
	case "quoted-printable":
		return quotedprintable.NewReader(body)
	case "base64":
		return base64.NewDecoder(base64.StdEncoding, body)
	}
	return body
}

// entityText undoes the transfer encoding of an entity and its charset. What cannot be decoded
// at the end of a damaged message is left out.
func entityText(encoding string, body io.Reader, charset string) (string, error) {
	data, err := io.ReadAll(transferDecoder(encoding, body))
	if err != nil && len(data) == 0 && !errors.Is(err, io.ErrUnexpectedEOF) {
		return "", &rashomon.Error{
			Kind: rashomon.ErrorInvalid, Cause: "the text of the message is not sound " + encoding, Err: err,
			Remedy: "get the message again",
		}
	}
	return decodeText(bytes.TrimSpace(data), charset)
}
