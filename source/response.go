package source

import (
	"bufio"
	"bytes"
	"errors"
	"fmt"
	"io"
	"mime"
	"net/http/httputil"
	"net/textproto"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

const statusOK = 200

// A response is an HTTP response with its headers. net/http would refuse many of those that archives
// hold: cut short, with two lengths, of HTTP/2, or said to be chunked when they are no longer.
type response struct {
	status int
	header textproto.MIMEHeader
	body   []byte // as it was sent
}

// readResponse reads the status line and the headers. Its errors carry no place.
func readResponse(data []byte) (response, error) {
	rest := bytes.NewReader(data)
	in := bufio.NewReader(rest)
	reader := textproto.NewReader(in)
	line, err := reader.ReadLine()
	fields := strings.Fields(line)
	if err != nil || len(fields) < 2 || !strings.HasPrefix(fields[0], "HTTP/") {
		return response{}, badResponse("it does not begin with a status line", err)
	}
	status, err := strconv.Atoi(fields[1])
	if err != nil {
		return response{}, badResponse("its status is no number", err)
	}
	header, err := reader.ReadMIMEHeader()
	if err != nil {
		return response{}, badResponse("its headers are not well-formed", err)
	}
	return response{status: status, header: header, body: data[len(data)-rest.Len()-in.Buffered():]}, nil
}

func badResponse(cause string, err error) error {
	return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: "no HTTP response: " + cause, Remedy: "leave the record out", Err: err}
}

// payload returns the body with its transfer and content codings undone, at most limit bytes.
func (r response) payload(limit int64) ([]byte, error) {
	body := r.body
	if strings.EqualFold(r.header.Get("Transfer-Encoding"), "chunked") {
		body = dechunk(body)
	}
	named := strings.ToLower(strings.Join(r.header["Content-Encoding"], ","))
	codings := strings.FieldsFunc(named, func(c rune) bool { return c == ',' || c == ' ' })
	if len(codings) > maxNesting {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorTooLarge, Cause: fmt.Sprintf("the page is compressed %d times over", len(codings)),
			Remedy: "fetch it again without compression",
		}
	}
	for _, coding := range slices.Backward(codings) {
		decoded, err := decodeContent(coding, body, limit)
		if err != nil {
			return nil, err
		}
		body = decoded
	}
	return body, nil
}

// dechunk undoes the chunked transfer coding. Archives hold bodies whose chunks were joined already, and bodies that
// were cut short: of the former the body as it is, of the latter what came is returned.
func dechunk(body []byte) []byte {
	joined, err := io.ReadAll(httputil.NewChunkedReader(bytes.NewReader(body)))
	if err != nil && len(joined) == 0 {
		return body
	}
	return joined
}

// payloadFormat tells by the media type, and where that says little by the beginning of the payload, how a payload is
// to be read; "" for what is no document.
func payloadFormat(contentType string, payload []byte) rashomon.Format {
	mediaType, _, err := mime.ParseMediaType(contentType)
	if err != nil && !errors.Is(err, mime.ErrInvalidMediaParameter) {
		mediaType = ""
	}
	switch mediaType {
	case "text/html", "application/xhtml+xml":
		return rashomon.FormatHTML
	case "text/plain":
		return rashomon.FormatText
	case "text/markdown":
		return rashomon.FormatMarkdown
	case "application/pdf":
		return rashomon.FormatPDF
	case "application/rss+xml", "application/atom+xml", "application/rdf+xml":
		return formatFeed
	case "", "text/xml", "application/xml", "application/octet-stream":
		head := payload[:min(len(payload), sniffLength)]
		if bytes.HasPrefix(head, []byte("%PDF-")) {
			return rashomon.FormatPDF
		}
		if format := sniff(head); format == rashomon.FormatHTML || format == formatFeed {
			return format
		}
	}
	return ""
}

// page returns the page that a response sends, without what it was sent in; its format is "" where it is no document.
func (r response) page(limit int64) (rashomon.Original, error) {
	payload, err := r.payload(limit)
	if err != nil {
		return rashomon.Original{}, err
	}
	contentType := r.header.Get("Content-Type")
	page := rashomon.Original{Bytes: payload, Format: payloadFormat(contentType, payload)}
	if isEncoded(page.Format) {
		page.Charset = charsetOf(contentType)
	}
	return page, nil
}

// page yields a page, or the entries of a feed; what is no document is passed over.
func (o *opener) page(s stream, page rashomon.Original) bool {
	switch page.Format {
	case "":
		return true
	case formatFeed:
		s.address, s.name, s.file = page.Address, page.Name, nil
		return o.feed(o.stream(bytes.NewReader(page.Bytes), s))
	}
	return o.hand(page)
}

// isEncoded reports whether documents of a format are text in a charset that they do not need to name themselves.
func isEncoded(format rashomon.Format) bool {
	return format == rashomon.FormatText || format == rashomon.FormatMarkdown || format == rashomon.FormatHTML
}

func charsetOf(contentType string) string {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil {
		return ""
	}
	return parameters["charset"]
}

// inUTF8 returns an original whose charset was told as UTF-8 with a mark, so that no declaration within it goes before
// what its server told (WHATWG Encoding Standard). One that the server is wrong about is returned as it is.
func inUTF8(original rashomon.Original) rashomon.Original {
	if original.Charset == "" || !isEncoded(original.Format) {
		return original
	}
	if text, err := decodeText(original.Bytes, original.Charset); err == nil {
		original.Bytes = []byte("\ufeff" + text)
	}
	return original
}
