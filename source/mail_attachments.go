package source

import (
	"bytes"
	"cmp"
	"fmt"
	"io"
	"mime"
	"mime/multipart"
	"net/mail"
	"net/textproto"
	"path"
	"slices"
	"strings"

	"rashomon"
)

// mail yields a message, and behind it what is attached to it.
func (o *opener) mail(s stream) bool {
	data, err := o.whole(s)
	if err != nil {
		return o.fail(err)
	}
	return o.message(s, data, s.name)
}

// message yields a message and each attachment that can be read, as an original of its own: "press.eml!note.txt".
// Pictures and the like are passed over, as in a folder.
func (o *opener) message(s stream, data []byte, name string) bool {
	if !o.hand(rashomon.Original{Bytes: slices.Clip(data), Format: rashomon.FormatMail, Name: name, Address: s.address}) {
		return false
	}
	message, err := mail.ReadMessage(bytes.NewReader(data))
	if err != nil {
		return true // Parse tells
	}
	if s.ration == nil {
		s.ration = &ration{in: int64(len(data)), floor: o.limit()}
	}
	s.named, s.file = false, nil
	s.nesting++
	walk := attachments{opener: o, message: s}
	return walk.entity(textproto.MIMEHeader(message.Header), message.Body, 0)
}

// attachments goes through the entities of a message, within the same bounds as its reader.
type attachments struct {
	*opener
	message  stream
	entities int
	count    int // of attachments, from 1
}

func (a *attachments) entity(header textproto.MIMEHeader, body io.Reader, nesting int) bool {
	if a.entities++; a.entities > mailEntities || nesting > mailNesting {
		return true // Parse tells
	}
	mediaType, parameters := mediaTypeOf(header)
	if !strings.HasPrefix(mediaType, "multipart/") {
		return a.leaf(header, body, mediaType, parameters)
	}
	parts := multipart.NewReader(body, parameters["boundary"])
	for {
		part, err := parts.NextRawPart()
		if err != nil {
			return true
		}
		if !a.entity(part.Header, part, nesting+1) {
			return false
		}
	}
}

// leaf opens an entity that has no parts, unless it is what the message itself says, or signs it (RFC 3156).
func (a *attachments) leaf(header textproto.MIMEHeader, body io.Reader, mediaType string, parameters map[string]string) bool {
	disposition, named, _ := mime.ParseMediaType(header.Get("Content-Disposition"))
	if disposition != "attachment" && isMailText(mediaType) || strings.HasPrefix(mediaType, "application/pgp-") {
		return true
	}
	a.count++
	s := a.message
	s.name = path.Base(strings.ReplaceAll(decodeHeader(cmp.Or(named["filename"], parameters["name"])), `\`, "/"))
	if s.name == "." || s.name == "/" || nameFault(s.name) != "" {
		s.name = fmt.Sprintf("attachment %d", a.count)
	}
	s.address += "!" + s.name
	s.mediaType, s.charset = mediaType, parameters["charset"]
	return a.read(a.stream(transferDecoder(header.Get("Content-Transfer-Encoding"), body), s))
}

// attachedFormat tells how an attachment is to be read that is not packed: by its suffix or, where that says nothing, by
// its media type; "" for what is passed over.
func attachedFormat(s stream, head []byte) rashomon.Format {
	if format, known := suffixes[suffixOf(s.name)]; known && format != formatPassedOver {
		return format
	} else if known {
		return ""
	}
	if s.mediaType == "message/rfc822" {
		return rashomon.FormatMail
	}
	return payloadFormat(s.mediaType, head)
}
