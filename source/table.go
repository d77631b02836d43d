package source

import (
	"bufio"
	"bytes"
	"io"

	"rashomon"
)

// A table is a CSV file (RFC 4180) being read. Fields are taken as they stand, line breaks within quotes included:
// encoding/csv would turn "\r\n" into "\n" there, and offsets would no longer count in the file's text; and it would
// hold a record of any size in memory.
type table struct {
	in        *bufio.Reader
	limit     int64
	delimiter byte
	line      int   // from 1, of the next byte
	start     int   // line on which the last record begins
	fault     error // what is wrong with the last record, whose fields are then not to be used

	fields []string
	field  []byte
	size   int64 // of the record, each field counted as a byte more
}

// The states of a table within a record.
type tableState int

const (
	fieldStart tableState = iota
	inPlain
	inQuotes
	afterQuote // a quote within quotes: the end of the field, or the first of two that stand for one
	recordEnd
)

// delimiterOf returns the delimiter that stands most often in the header, of those in use.
func delimiterOf(in *bufio.Reader) byte {
	head, _ := in.Peek(sniffLength)
	head, _, _ = bytes.Cut(head, []byte("\n"))
	best := byte(',')
	for _, delimiter := range []byte("\t;") {
		if bytes.Count(head, []byte{delimiter}) > bytes.Count(head, []byte{best}) {
			best = delimiter
		}
	}
	return best
}

// next returns the fields of the next record, valid until the call after. Empty lines are passed over. Where the record
// alone is wrong, fault tells and the next one can be read.
func (t *table) next() ([]string, error) {
	for {
		if err := t.read(); err != nil {
			return nil, err
		}
		if t.fault != nil || len(t.fields) > 1 || t.fields[0] != "" {
			return t.fields, nil
		}
	}
}

func (t *table) read() error {
	t.fields, t.field, t.size, t.fault, t.start = nil, t.field[:0], 0, nil, t.line
	for state := fieldStart; state != recordEnd; {
		b, err := t.in.ReadByte()
		switch {
		case err == io.EOF && state == inQuotes:
			return &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: "a quote in this record is never closed", Remedy: "close it"}
		case err == io.EOF && (state != fieldStart || len(t.fields) > 0):
			b = '\n'
		case err != nil:
			return err
		}
		if b == '\n' {
			t.line++
		}
		state = t.step(state, b)
	}
	return nil
}

// step takes one byte and returns the state after it.
func (t *table) step(state tableState, b byte) tableState {
	switch {
	case state == inQuotes && b == '"':
		return afterQuote
	case state == inQuotes, state == afterQuote && b == '"':
		t.keep(b)
		return inQuotes
	case b == t.delimiter:
		t.endField()
		return fieldStart
	case b == '\n':
		if state == inPlain {
			t.field = bytes.TrimSuffix(t.field, []byte("\r"))
		}
		t.endField()
		return recordEnd
	case state == fieldStart && b == '"':
		return inQuotes
	case state == afterQuote && b != '\r' && t.fault == nil:
		t.fault = &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: "a quote within a quoted field is not doubled", Remedy: "double it"}
	case state != afterQuote:
		t.keep(b)
		return inPlain
	}
	return state
}

func (t *table) keep(b byte) {
	if t.fits() {
		t.field = append(t.field, b)
	}
}

func (t *table) endField() {
	if t.fits() {
		t.fields = append(t.fields, string(t.field))
	}
	t.field = t.field[:0]
}

// fits counts a byte more.
func (t *table) fits() bool {
	t.size++
	if t.size > t.limit && t.fault == nil {
		t.fault = tooLarge("", t.limit)
	}
	return t.size <= t.limit
}
