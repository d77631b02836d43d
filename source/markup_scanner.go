package source

import (
	"bufio"
	"bytes"
	"io"
)

// A markupScanner cuts a stream of XML into tags, comments, CDATA sections, instructions and the text between them, in
// bounded memory: encoding/xml would hold a token of any size.
type markupScanner struct {
	in       *bufio.Reader
	limit    int64
	line     int // from 1, of the next byte
	piece    []byte
	overlong bool // whether the last piece was longer than the limit: what is kept is its beginning
}

// next returns the next piece, valid until the call after.
func (m *markupScanner) next() ([]byte, error) {
	m.piece, m.overlong = m.piece[:0], false
	first, err := m.in.Peek(1)
	if err != nil {
		return nil, err
	}
	if first[0] != '<' {
		return m.piece, m.text()
	}
	end := []byte(">")
	opening, _ := m.in.Peek(len("<![CDATA["))
	switch {
	case bytes.HasPrefix(opening, []byte("<!--")):
		end = []byte("-->")
	case bytes.Equal(opening, []byte("<![CDATA[")):
		end = []byte("]]>")
	case bytes.HasPrefix(opening, []byte("<?")):
		end = []byte("?>")
	}
	err = m.through(end)
	if err == io.EOF {
		err = io.ErrUnexpectedEOF
	}
	return m.piece, err
}

// text takes what stands in front of the next tag.
func (m *markupScanner) text() error {
	for {
		b, err := m.in.ReadByte()
		switch {
		case err == io.EOF:
			return nil
		case err != nil:
			return err
		case b == '<':
			return m.in.UnreadByte()
		}
		m.keep(b)
	}
}

// through takes everything to the end of a mark.
func (m *markupScanner) through(mark []byte) error {
	last := make([]byte, 0, 2*len(mark))
	for !bytes.HasSuffix(last, mark) {
		b, err := m.in.ReadByte()
		if err != nil {
			return err
		}
		m.keep(b)
		if len(last) == cap(last) {
			last = last[:copy(last, last[len(mark):])]
		}
		last = append(last, b)
	}
	return nil
}

func (m *markupScanner) keep(b byte) {
	if b == '\n' {
		m.line++
	}
	if int64(len(m.piece)) == m.limit {
		m.overlong = true
		return
	}
	m.piece = append(m.piece, b)
}

// A tag is what the first bytes of a piece tell: the name of an element with its prefix, and whether it opens or
// closes.
type tag struct {
	name          string
	opens, closes bool
}

// readTag returns the zero tag for text, comments, sections and instructions.
func readTag(piece []byte) tag {
	if len(piece) < len("<a>") || piece[0] != '<' || piece[1] == '!' || piece[1] == '?' {
		return tag{}
	}
	inner := piece[1 : len(piece)-1]
	t := tag{opens: inner[0] != '/', closes: inner[0] == '/' || inner[len(inner)-1] == '/'}
	inner = bytes.Trim(inner, "/")
	if end := bytes.IndexAny(inner, " \t\r\n"); end >= 0 {
		inner = inner[:end]
	}
	t.name = string(inner)
	return t
}
