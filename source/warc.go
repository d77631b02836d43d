package source

import (
	"cmp"
	"fmt"
	"io"
	"net/textproto"
	"strings"

	"rashomon"
)

// warc yields the pages of a web archive (ISO 28500, WARC 1.0 and 1.1): what servers answered, and what else was kept
// under an address. The time of capture is not that of publication and is not taken for it; it stands in the address
// of the original: "pages.warc.gz!https://example.org/1@2011-07-05T14:30:00Z".
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
		page, err := o.warcPage(records, header)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case records.fault != nil:
			if !o.fail(placed(records.fault, place)) {
				return false
			}
		case !o.page(s, captured(page, header, s.address, place)):
			return false
		}
	}
}

// warcPage returns the page that a record holds; one without a format for what is none, or is what a server answered
// other than that here it is. It reads the record to its end.
func (o *opener) warcPage(records *warcReader, header warcHeader) (page rashomon.Original, err error) {
	length := header.length()
	if !holdsPage(header) {
		return page, records.skip(length)
	}
	if length > o.limit() {
		records.fault = tooLarge("", o.limit())
		return page, records.skip(length)
	}
	block, err := records.block(length)
	if err != nil {
		return page, err
	}
	r := response{status: statusOK, header: textproto.MIMEHeader{"Content-Type": {header["content-type"]}}, body: block}
	if header["warc-type"] == "response" {
		r, records.fault = readResponse(block)
	}
	if records.fault == nil && r.status == statusOK {
		page, records.fault = r.page(o.limit())
	}
	return page, nil
}

// captured returns a page with what its record says of it: its address and, since a page changes, when it was captured.
func captured(page rashomon.Original, header warcHeader, file, place string) rashomon.Original {
	uri, date := targetURI(header), header["warc-date"]
	page.Name, page.Address = cmp.Or(uri, place), place
	if uri != "" {
		page.Address = file + "!" + uri
		if date != "" {
			page.Address += "@" + date
		}
	}
	if isAddress(uri) {
		page.Told = []rashomon.Detail{{Field: rashomon.FieldURL, Value: uri, Rule: "warc/target-uri"}}
	}
	return page
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
