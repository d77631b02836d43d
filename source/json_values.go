package source

import (
	"bufio"
	"fmt"
	"io"
	"strconv"

	"rashomon"
)

// json yields the objects of a JSON file as originals: one object, an array of them, or several one after another.
func (o *opener) json(s stream) bool {
	s.skipMark()
	values := &jsonValues{in: s.Reader, limit: o.limit(), line: 1}
	for {
		value, err := values.next()
		if err == io.EOF {
			return true
		}
		place := s.address + ":" + strconv.Itoa(values.start)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case values.overlong:
			if !o.fail(tooLarge(place, o.limit())) {
				return false
			}
		case !o.jsonRecord(value, place):
			return false
		}
	}
}

// jsonValues cuts a stream into the values at its top, or within an array there, by brackets and quotes alone: a value
// of any size is passed over in bounded memory, and what is wrong within one does not touch the next.
type jsonValues struct {
	in       *bufio.Reader
	limit    int64
	line     int  // from 1, of the byte before
	start    int  // line on which the last value begins
	array    bool // within the array at the top
	value    []byte
	overlong bool // whether the last value was longer than the limit
}

// next returns the next value, valid until the call after.
func (v *jsonValues) next() ([]byte, error) {
	v.value, v.overlong = v.value[:0], false
	for {
		b, err := v.read()
		if err == io.EOF && v.array {
			return nil, io.ErrUnexpectedEOF
		}
		if err != nil {
			return nil, err
		}
		switch v.start = v.line; {
		case isJSONSpace(b) || v.array && b == ',':
		case !v.array && b == '[', v.array && b == ']':
			v.array = b == '['
		case b == '{' || b == '[':
			return v.value, v.object(b)
		default:
			return nil, &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: fmt.Sprintf("no JSON object begins with %q", b)}
		}
	}
}

// object reads the rest of an object or array that begins with a byte.
func (v *jsonValues) object(first byte) error {
	v.keep(first)
	quoted, escaped := false, false
	for depth := 1; depth > 0; {
		b, err := v.read()
		if err == io.EOF {
			return io.ErrUnexpectedEOF
		}
		if err != nil {
			return err
		}
		v.keep(b)
		switch {
		case escaped:
			escaped = false
		case quoted:
			escaped, quoted = b == '\\', b != '"'
		case b == '"':
			quoted = true
		case b == '{' || b == '[':
			depth++
		case b == '}' || b == ']':
			depth--
		}
	}
	return nil
}

func (v *jsonValues) read() (byte, error) {
	b, err := v.in.ReadByte()
	if b == '\n' {
		v.line++
	}
	return b, err
}

func (v *jsonValues) keep(b byte) {
	if int64(len(v.value)) == v.limit {
		v.overlong = true
		return
	}
	v.value = append(v.value, b)
}

func isJSONSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }
