package digest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"sync"
	"unicode/utf8"

	"rashomon"
)

// Decode returns the digest of a stored form of this [Version]. One that is not sound is an error of kind ErrorCorrupt.
// What it takes in memory is in proportion to the data.
func Decode(data []byte) (*Digest, error) { return decodeSound(string(data)) }

func decodeSound(data string) (*Digest, error) {
	d, err := decode(data)
	if err == nil {
		err = d.check()
	}
	if err != nil {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorCorrupt, Cause: "the stored digest is not sound: " + err.Error(),
			Remedy: "go back to a copy of the archive, or remove the document and read it again",
		}
	}
	return d, nil
}

func decode(data string) (*Digest, error) {
	d := new(Digest)
	in := decoder{data: data}
	in.table()
	in.value(reflect.ValueOf(d).Elem(), 0)
	if in.err == nil && len(in.data) > 0 {
		in.err = fmt.Errorf("%d bytes stand behind it", len(in.data))
	}
	return d, in.err
}

// A decoder reads a stored form from its front. The strings that it gives are stretches of that form.
type decoder struct {
	data    string // that is left
	strings []string
	err     error
}

// deepest is how deep values stand in one another at most: a digest, its entities, their locations, other locations.
const deepest = 12

var errShort = errors.New("it ends too early")

// table reads the strings.
func (in *decoder) table() {
	n := in.length(1)
	in.strings = make([]string, 0, n)
	for range n {
		length := in.length(1)
		if in.err != nil {
			return
		}
		if !utf8.ValidString(in.data[:length]) {
			in.err = errors.New("a text is not valid UTF-8")
		}
		in.strings = append(in.strings, in.data[:length])
		in.data = in.data[length:]
	}
}

func (in *decoder) value(v reflect.Value, depth int) {
	if in.err != nil {
		return
	}
	if depth > deepest {
		in.err = errors.New("it is nested too deeply")
		return
	}
	switch v.Kind() {
	case reflect.String:
		v.SetString(in.string())
	case reflect.Bool:
		v.SetBool(in.isThere())
	case reflect.Float64:
		v.SetFloat(in.float())
	case reflect.Pointer:
		if in.isThere() {
			v.Set(reflect.New(v.Type().Elem()))
			in.value(v.Elem(), depth+1)
		}
	case reflect.Slice:
		in.list(v, depth)
	case reflect.Struct:
		for i := range v.NumField() {
			in.value(v.Field(i), depth+1)
		}
	default:
		v.SetInt(in.number())
	}
}

func (in *decoder) list(v reflect.Value, depth int) {
	n := in.length(leastSize(v.Type().Elem()))
	if n == 0 || in.err != nil {
		return
	}
	v.Set(reflect.MakeSlice(v.Type(), n, n))
	for i := range n {
		in.value(v.Index(i), depth+1)
	}
}

// leastSize returns how many bytes a value of a type takes at least.
func leastSize(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Float64:
		return 8
	case reflect.Struct:
		if known, found := leastSizes.Load(t); found {
			return known.(int)
		}
		size := 0
		for i := range t.NumField() {
			size += leastSize(t.Field(i).Type)
		}
		leastSizes.Store(t, size)
		return size
	}
	return 1
}

// leastSizes are those of the structs, by their types: every list asks.
var leastSizes sync.Map

// length reads how many elements follow, which take a number of bytes each at least.
func (in *decoder) length(size int) int {
	n := in.unsigned()
	if in.err == nil && n > uint64(len(in.data)/size) {
		in.err = errShort
	}
	if in.err != nil {
		return 0
	}
	return int(n)
}

// number reads a whole number, as binary.Varint does.
func (in *decoder) number() int64 {
	u := in.unsigned()
	n := int64(u>>1) ^ -int64(u&1)
	if in.err == nil && int64(int(n)) != n {
		in.err = errors.New("a number is out of range")
	}
	return n
}

// unsigned reads a number as binary.Uvarint does, which takes no string.
func (in *decoder) unsigned() uint64 {
	if len(in.data) > 0 && in.data[0] < 0x80 { // most numbers are small
		n := uint64(in.data[0])
		in.data = in.data[1:]
		return n
	}
	var n uint64
	for i := range min(len(in.data), binary.MaxVarintLen64) {
		b := in.data[i]
		if i == binary.MaxVarintLen64-1 && b > 1 {
			break
		}
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			in.data = in.data[i+1:]
			return n
		}
	}
	in.err = errShort
	return 0
}

func (in *decoder) string() string {
	n := in.unsigned()
	if in.err == nil && n >= uint64(len(in.strings)) {
		in.err = fmt.Errorf("string %d is named, of %d", n, len(in.strings))
	}
	if in.err != nil {
		return ""
	}
	return in.strings[n]
}

func (in *decoder) float() float64 {
	if len(in.data) < 8 {
		in.err = errShort
		return 0
	}
	bits := binary.LittleEndian.Uint64([]byte(in.data[:8]))
	in.data = in.data[8:]
	return math.Float64frombits(bits)
}

func (in *decoder) isThere() bool {
	if len(in.data) == 0 || in.data[0] > 1 {
		in.err = errors.New("what must be 0 or 1 is not")
		return false
	}
	is := in.data[0] == 1
	in.data = in.data[1:]
	return is
}
