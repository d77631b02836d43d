package source

import (
	"bufio"
	"bytes"
	"fmt"
	"io"
	"strconv"

	"rashomon"
)

// json yields the objects of a JSON file as originals: one object, an array of them, or several one after another.
func (o *opener) json(s stream, m misread) bool {
	s.skipMark()
	values := &jsonValues{in: s.Reader, limit: o.limit(), line: 1}
	for {
		value, err := values.next()
		if err == io.EOF {
			return true
		}
		place := values.place(s.address)
		switch {
		case err != nil:
			return o.fail(fileError(place, err))
		case values.overlong:
			if !o.fail(tooLarge(place, o.limit())) {
				return false
			}
		case !o.jsonRecord(value, place, m):
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
	nth      int  // of the values that begin on that line, from 1
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
		if v.line != v.start {
			v.start, v.nth = v.line, 0
		}
		switch {
		case isJSONSpace(b) || v.array && b == ',':
		case !v.array && b == '[', v.array && b == ']':
			v.array = b == '['
		case b == '{' || b == '[':
			v.nth++
			return v.value, v.object(b)
		default:
			return nil, &rashomon.Error{Kind: rashomon.ErrorInvalid, Cause: fmt.Sprintf("no JSON object begins with %q", b), Remedy: "mend it there"}
		}
	}
}

// place returns where the last value begins: "a.json:7", and "a.json:7.2" for the second on a line.
func (v *jsonValues) place(file string) string {
	place := file + ":" + strconv.Itoa(v.start)
	if v.nth > 1 {
		place += "." + strconv.Itoa(v.nth)
	}
	return place
}

// object reads the rest of an object or array that begins with a byte.
func (v *jsonValues) object(first byte) error {
	v.keep([]byte{first})
	for brackets := (bracketCounter{depth: 1}); brackets.depth > 0; {
		if _, err := v.in.Peek(1); err == io.EOF {
			return io.ErrUnexpectedEOF
		} else if err != nil {
			return err
		}
		chunk, _ := v.in.Peek(v.in.Buffered())
		chunk = chunk[:brackets.count(chunk)]
		v.keep(chunk)
		v.line += bytes.Count(chunk, []byte("\n"))
		v.in.Discard(len(chunk))
	}
	return nil
}

// A bracketCounter follows how deep a value of JSON is nested.
type bracketCounter struct {
	depth           int
	quoted, escaped bool
}

// count takes bytes up to the end of the value, and returns how many.
func (c *bracketCounter) count(chunk []byte) int {
	for i, b := range chunk {
		switch {
		case c.escaped:
			c.escaped = false
		case c.quoted:
			c.escaped, c.quoted = b == '\\', b != '"'
		case b == '"':
			c.quoted = true
		case b == '{' || b == '[':
			c.depth++
		case b == '}' || b == ']':
			if c.depth--; c.depth == 0 {
				return i + 1
			}
		}
	}
	return len(chunk)
}

func (v *jsonValues) read() (byte, error) {
	b, err := v.in.ReadByte()
	if b == '\n' {
		v.line++
	}
	return b, err
}

func (v *jsonValues) keep(chunk []byte) {
	if v.overlong = v.overlong || int64(len(v.value)+len(chunk)) > v.limit; !v.overlong {
		v.value = append(v.value, chunk...)
	}
}

func isJSONSpace(b byte) bool { return b == ' ' || b == '\t' || b == '\r' || b == '\n' }
