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

// A response is an HTTP response that was kept with its headers. net/http would refuse many of those that archives
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

// writeResponse returns a response that sends a body of a type.
func writeResponse(contentType string, body []byte) []byte {
	var out bytes.Buffer
	out.WriteString("HTTP/1.1 200 OK\r\n")
	if contentType != "" {
		fmt.Fprintf(&out, "Content-Type: %s\r\n", contentType)
	}
	fmt.Fprintf(&out, "Content-Length: %d\r\n\r\n", len(body))
	out.Write(body)
	return out.Bytes()
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

// response yields a page that a server answered with, or the entries of a feed. What is no page, and what a server
// answered other than that here it is, is passed over.
func (o *opener) response(s stream, data []byte, address, place string) bool {
	r, err := readResponse(data)
	if err != nil {
		return o.fail(placed(err, place))
	}
	if r.status != statusOK {
		return true
	}
	payload, format := r.body, rashomon.Format("")
	if format = payloadFormat(r.header.Get("Content-Type"), nil); format == "" || format == formatFeed {
		if payload, err = r.payload(o.limit()); err != nil {
			return o.fail(placed(err, place))
		}
		format = payloadFormat(r.header.Get("Content-Type"), payload)
	}
	switch format {
	case "":
		return true
	case formatFeed:
		s.address, s.name, s.file = address, address, nil
		return o.feed(o.stream(bytes.NewReader(payload), s))
	}
	return o.hand(rashomon.Original{Bytes: data, Format: rashomon.FormatResponse, Name: address, Address: address})
}

const statusOK = 200

// parseResponse reads the page that a response sends.
func parseResponse(doc *rashomon.Document, original rashomon.Original) error {
	r, err := readResponse(original.Bytes)
	if err != nil {
		return placed(err, original.Address)
	}
	payload, err := r.payload(DefaultLimit)
	if err != nil {
		return placed(err, original.Address)
	}
	contentType := r.header.Get("Content-Type")
	page := original
	page.Bytes, page.Format = payload, payloadFormat(contentType, payload)
	if page.Format != rashomon.FormatPDF {
		page.Bytes = declareUTF8(payload, contentType)
	}
	if err := parseFormat(doc, page); err != nil {
		return err
	}
	if isAddress(original.Address) {
		address := rashomon.Detail{Field: rashomon.FieldURL, Value: original.Address, Rule: "response/address"}
		doc.Details = append(doc.Details, address)
	}
	return nil
}

// declareUTF8 returns a payload whose charset a header tells as UTF-8 with a mark, so that no declaration within it
// goes before the header's (WHATWG Encoding Standard). One that the header is wrong about is returned as it is.
func declareUTF8(payload []byte, contentType string) []byte {
	_, parameters, err := mime.ParseMediaType(contentType)
	if err != nil || parameters["charset"] == "" {
		return payload
	}
	text, err := decodeText(payload, parameters["charset"])
	if err != nil {
		return payload
	}
	return []byte("\ufeff" + text)
}
