package network

import (
	"bytes"
	"crypto/sha256"
	"encoding/binary"
	"fmt"
	"math"
	"strings"

	"rashomon"
)

// A file is, in this order and little-endian:
//
//	magic, which holds the version of the format
//	the SHA-256 of all that follows
//	for every section: the lengths of name and data (uint32), columns (uint32), the name, the data
//
// It is flat so that the large tables are used where they lie in the binary, without being copied.
const magic = "rashomon model 1\n"

const sectionHeader = 12

// A File is a set of named tables of numbers and lists of strings.
type File struct {
	sections map[string]section
}

type section struct {
	columns int
	data    []byte
}

// Read checks a file and returns what it holds. The error is a *rashomon.Error of kind ErrorCorrupt.
func Read(name string, data []byte) (*File, error) {
	body, found := bytes.CutPrefix(data, []byte(magic))
	if !found || len(body) < sha256.Size {
		return nil, corrupt(name, "it is no model of this version")
	}
	if sum := sha256.Sum256(body[sha256.Size:]); !bytes.Equal(sum[:], body[:sha256.Size]) {
		return nil, corrupt(name, "its checksum is not that of its content")
	}
	f := &File{sections: map[string]section{}}
	for rest := body[sha256.Size:]; len(rest) > 0; {
		var err error
		if rest, err = f.section(rest); err != nil {
			return nil, corrupt(name, err.Error())
		}
	}
	return f, nil
}

func corrupt(name, cause string) error {
	return &rashomon.Error{
		Kind: rashomon.ErrorCorrupt, Place: "model " + name, Cause: cause, Remedy: "build from an unchanged copy of the source",
	}
}

// section reads the first section of data and returns what follows it.
func (f *File) section(data []byte) (rest []byte, err error) {
	if len(data) < sectionHeader {
		return nil, fmt.Errorf("%d bytes after the last section", len(data))
	}
	number := func(i int) uint64 { return uint64(binary.LittleEndian.Uint32(data[4*i:])) }
	nameLength, length, columns := number(0), number(1), number(2)
	data = data[sectionHeader:]
	if left := uint64(len(data)); nameLength+length > left { // in 64 bits, which no two such numbers leave
		return nil, fmt.Errorf("a section of %d bytes where %d are left", nameLength+length, left)
	}
	f.sections[string(data[:nameLength])] = section{int(columns), data[nameLength : nameLength+length]}
	return data[nameLength+length:], nil
}

// Has reports whether there is a section of the name.
func (f *File) Has(name string) bool {
	_, found := f.sections[name]
	return found
}

// Bytes returns a table of 8-bit numbers as it lies in the file, and its number of columns.
func (f *File) Bytes(name string) (data []byte, columns int) {
	s := f.sections[name]
	return s.data, s.columns
}

// Strings returns a list of strings.
func (f *File) Strings(name string) []string {
	data := string(f.sections[name].data)
	if data == "" {
		return nil
	}
	return strings.Split(strings.TrimSuffix(data, "\n"), "\n")
}

// Int16 returns a table of 16-bit numbers and its number of columns.
func (f *File) Int16(name string) (values []int16, columns int) {
	s := f.sections[name]
	values = make([]int16, len(s.data)/2)
	for i := range values {
		values[i] = int16(uint16(s.data[2*i]) | uint16(s.data[2*i+1])<<8)
	}
	return values, s.columns
}

// Float32 returns a list of numbers.
func (f *File) Float32(name string) []float32 {
	data := f.sections[name].data
	values := make([]float32, len(data)/4)
	for i := range values {
		values[i] = math.Float32frombits(binary.LittleEndian.Uint32(data[4*i:]))
	}
	return values
}

// A Writer puts a file together.
type Writer struct {
	body bytes.Buffer
}

// Strings adds a list of strings, none of which may hold a line feed.
func (w *Writer) Strings(name string, list []string) {
	var data strings.Builder
	for _, s := range list {
		data.WriteString(s + "\n")
	}
	w.add(name, 1, []byte(data.String()))
}

// Bytes adds a table of 8-bit numbers.
func (w *Writer) Bytes(name string, columns int, data []byte) { w.add(name, columns, data) }

// Int16 adds a table of 16-bit numbers.
func (w *Writer) Int16(name string, columns int, values []int16) {
	data := make([]byte, 0, 2*len(values))
	for _, v := range values {
		data = binary.LittleEndian.AppendUint16(data, uint16(v))
	}
	w.add(name, columns, data)
}

// Float32 adds a list of numbers.
func (w *Writer) Float32(name string, values []float32) {
	data := make([]byte, 0, 4*len(values))
	for _, v := range values {
		data = binary.LittleEndian.AppendUint32(data, math.Float32bits(v))
	}
	w.add(name, 1, data)
}

func (w *Writer) add(name string, columns int, data []byte) {
	for _, n := range []int{len(name), len(data), columns} {
		w.body.Write(binary.LittleEndian.AppendUint32(nil, uint32(n)))
	}
	w.body.WriteString(name)
	w.body.Write(data)
}

// File returns the file's bytes.
func (w *Writer) File() []byte {
	sum := sha256.Sum256(w.body.Bytes())
	return append(append([]byte(magic), sum[:]...), w.body.Bytes()...)
}
