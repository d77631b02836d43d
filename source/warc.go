package source

import (
	"fmt"
	"io"
	"strings"
)

// warc yields the pages of a web archive (ISO 28500, WARC 1.0 and 1.1): what servers answered, and what else was kept
// under an address. The time of capture is not that of publication and is not taken for it.
func (o *opener) warc(s stream) bool {
	records := newWARCReader(s)
	for {
		header, err := records.next()
		if err == io.EOF {
			return true
		}
		place := fmt.Sprintf("%s, record at byte %d", s.address, records.start)
		if err != nil {
			return o.fail(fileError(place, err))
		}
		if records.fault != nil {
			if !o.fail(placed(records.fault, place)) {
				return false
			}
			continue
		}
		response, err := o.warcResponse(records, header)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case records.fault != nil:
			if !o.fail(placed(records.fault, place)) {
				return false
			}
		case response != nil && !o.response(s, response, targetURI(header), place):
			return false
		}
	}
}

// warcResponse returns the HTTP response that a record holds, or one made for a record that holds a page without; nil
// for other records. It reads the record to its end.
func (o *opener) warcResponse(records *warcReader, header warcHeader) ([]byte, error) {
	length := header.length()
	if !holdsPage(header) {
		return nil, records.skip(length)
	}
	if length > o.limit() {
		records.fault = tooLarge("", o.limit())
		return nil, records.skip(length)
	}
	block, err := records.block(length)
	if err != nil {
		return nil, err
	}
	if header["warc-type"] != "response" {
		block = writeResponse(header["content-type"], block)
	}
	return block, nil
}

// holdsPage reports whether a record holds a page, or the first segment of one.
func holdsPage(header warcHeader) bool {
	switch header["warc-type"] {
	case "response":
		return strings.HasPrefix(header["content-type"], "application/http")
	case "resource", "conversion":
		return payloadFormat(header["content-type"], nil) != ""
	}
	return false
}

// targetURI returns the address of a record; some writers put it in angle brackets, as the grammar of WARC 1.0 did.
func targetURI(header warcHeader) string {
	return strings.TrimSuffix(strings.TrimPrefix(header["warc-target-uri"], "<"), ">")
}
