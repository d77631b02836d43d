package source

import (
	"io"
	"strconv"
	"strings"

	"rashomon"
)

const (
	// warcLineLimit and warcHeaderLines bound a record's header, as the standard does not. Addresses of a few thousand
	// bytes occur.
	warcLineLimit   = 64 << 10
	warcHeaderLines = 1000
)

// A warcReader reads records: a version line, named fields, an empty line, and a block of the length that they tell.
type warcReader struct {
	lines lineReader
	start int64 // byte at which the last record, or what stands in its place, begins
	ahead int64 // byte at which a version line begins that was read already, or -1
	fault error // what is wrong with the last record alone: the next one can be read
}

func newWARCReader(s stream) *warcReader {
	return &warcReader{lines: lineReader{in: s.Reader, limit: warcLineLimit}, ahead: -1}
}

// A warcHeader holds the named fields of a record under their names in lower case.
type warcHeader map[string]string

// length returns the length of the record's block, or -1 where it is not told.
func (h warcHeader) length() int64 {
	length, err := strconv.ParseInt(h["content-length"], 10, 64)
	if err != nil {
		return -1
	}
	return max(length, -1)
}

// next reads the header of the next record; what is none is passed over up to the next version line, and is a fault.
func (w *warcReader) next() (warcHeader, error) {
	w.fault = nil
	if err := w.version(); err != nil || w.fault != nil {
		return nil, err
	}
	header, err := w.header()
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	if err == nil && w.fault == nil && header.length() < 0 {
		w.damaged("the record does not tell its length")
	}
	return header, err
}

func (w *warcReader) version() error {
	if w.ahead >= 0 {
		w.start, w.ahead = w.ahead, -1
		return nil
	}
	lost := int64(-1)
	for {
		start := w.lines.offset
		line, err := w.line()
		isVersion := strings.HasPrefix(line, "WARC/")
		switch {
		case lost >= 0 && (isVersion || err == io.EOF):
			w.start = lost
			w.damaged("what stands here is no record")
			if isVersion {
				w.ahead = start
			}
			return nil
		case isVersion, err != nil:
			w.start = start
			return err
		case line != "" && lost < 0:
			lost = start
		}
	}
}

func (w *warcReader) header() (warcHeader, error) {
	header := warcHeader{}
	last := ""
	for range warcHeaderLines {
		line, err := w.line()
		if err != nil || line == "" {
			return header, err
		}
		name, value, found := strings.Cut(line, ":")
		switch {
		case last != "" && (line[0] == ' ' || line[0] == '\t'):
			header[last] = strings.TrimSpace(header[last] + " " + strings.TrimSpace(line))
		case !found || w.lines.overlong:
			w.damaged("the header of the record is not well-formed")
			return nil, nil
		default:
			last = strings.ToLower(strings.TrimSpace(name))
			header[last] = strings.TrimSpace(value)
		}
	}
	w.damaged("the header of the record does not end")
	return nil, nil
}

func (w *warcReader) line() (string, error) {
	line, err := w.lines.next()
	return strings.TrimRight(string(line), "\r\n"), err
}

func (w *warcReader) damaged(cause string) {
	w.fault = &rashomon.Error{
		Kind: rashomon.ErrorInvalid, Cause: cause, Remedy: "get the file again; the other records are kept",
	}
}

// block reads the block of a record.
func (w *warcReader) block(length int64) ([]byte, error) {
	data := make([]byte, length)
	n, err := io.ReadFull(w.lines.in, data)
	w.lines.offset += int64(n)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return data, err
}

// skip passes over the block of a record.
func (w *warcReader) skip(length int64) error {
	n, err := io.CopyN(io.Discard, w.lines.in, length)
	w.lines.offset += n
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return err
}
