package digest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"strconv"
	"unicode/utf8"

	"rashomon"
)

// The stored form of a digest is its fields one after the other, in the order in which they are declared: a string
// as its length and its bytes, a whole number as a varint of encoding/binary, any other number as eight bytes, a
// list as its length and its elements, what may be missing as 0 or 1 and the value.

// drawing is to be raised when [Of] draws something else from the same document.
const drawing = 2

// Version tells by which program digests were drawn and stored: those of another version are drawn anew.
var Version = strconv.Itoa(drawing) + "-" + layout()

// layout returns a hash of what fields a digest has.
func layout() string {
	hash, seen := fnv.New64a(), map[reflect.Type]bool{}
	var add func(t reflect.Type)
	add = func(t reflect.Type) {
		fmt.Fprint(hash, t.Kind(), t.Name(), ";")
		switch {
		case t.Kind() == reflect.Slice || t.Kind() == reflect.Pointer:
			add(t.Elem())
		case t.Kind() == reflect.Struct && !seen[t]:
			seen[t] = true
			for i := range t.NumField() {
				fmt.Fprint(hash, t.Field(i).Name, ":")
				add(t.Field(i).Type)
			}
		}
	}
	add(reflect.TypeFor[Digest]())
	return strconv.FormatUint(hash.Sum64(), 16)
}

// Encode returns the stored form of a digest, as a whole.
func Encode(d *Digest) []byte { return appendValue(nil, reflect.ValueOf(d.Whole()).Elem()) }

func appendValue(out []byte, v reflect.Value) []byte {
	switch v.Kind() {
	case reflect.String:
		out = binary.AppendUvarint(out, uint64(v.Len()))
		return append(out, v.String()...)
	case reflect.Bool:
		return append(out, boolByte(v.Bool()))
	case reflect.Float64:
		return binary.LittleEndian.AppendUint64(out, math.Float64bits(v.Float()))
	case reflect.Pointer:
		if out = append(out, boolByte(!v.IsNil())); !v.IsNil() {
			out = appendValue(out, v.Elem())
		}
	case reflect.Slice:
		out = binary.AppendUvarint(out, uint64(v.Len()))
		for i := range v.Len() {
			out = appendValue(out, v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			out = appendValue(out, v.Field(i))
		}
	default: // whole numbers; TestEveryField meets every kind that there is
		return binary.AppendVarint(out, v.Int())
	}
	return out
}

func boolByte(is bool) byte {
	if is {
		return 1
	}
	return 0
}

// Decode returns the digest of a stored form of this [Version]. One that is not sound is an error of kind ErrorCorrupt.
// What it takes in memory is in proportion to the data.
func Decode(data []byte) (*Digest, error) {
	d := new(Digest)
	in := decoder{data: data, known: map[string]string{}}
	in.value(reflect.ValueOf(d).Elem(), 0)
	if in.err == nil && len(in.data) > 0 {
		in.err = fmt.Errorf("%d bytes stand behind it", len(in.data))
	}
	if in.err == nil {
		in.err = d.check()
	}
	if in.err != nil {
		return nil, &rashomon.Error{
			Kind: rashomon.ErrorCorrupt, Cause: "the stored digest is not sound: " + in.err.Error(),
			Remedy: "go back to a copy of the archive, or remove the document and read it again",
		}
	}
	d.pack()
	return d, nil
}

// A decoder reads a stored form from its front. Strings that are equal are one: a digest has few words, and those many times.
type decoder struct {
	data  []byte            // that is left
	known map[string]string // strings that were read, each by itself
	err   error
}

// deepest is how deep values stand in one another at most: a digest, its entities, their locations, other locations.
const deepest = 12

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
		size := 0
		for i := range t.NumField() {
			size += leastSize(t.Field(i).Type)
		}
		return size
	}
	return 1
}

var errShort = errors.New("it ends too early")

// length reads how many elements follow, which take a number of bytes each at least.
func (in *decoder) length(size int) int {
	n, read := binary.Uvarint(in.data)
	if read <= 0 || n > uint64((len(in.data)-read)/size) {
		in.err = errShort
		return 0
	}
	in.data = in.data[read:]
	return int(n)
}

func (in *decoder) number() int64 {
	n, read := binary.Varint(in.data)
	if read <= 0 || int64(int(n)) != n {
		in.err = errors.New("a number is out of range")
		return 0
	}
	in.data = in.data[read:]
	return n
}

func (in *decoder) string() string {
	n := in.length(1)
	if in.err != nil {
		return ""
	}
	text, known := in.known[string(in.data[:n])]
	if !known {
		text = string(in.data[:n])
		in.known[text] = text
	}
	if in.data = in.data[n:]; !utf8.ValidString(text) {
		in.err = errors.New("a text is not valid UTF-8")
	}
	return text
}

func (in *decoder) float() float64 {
	if len(in.data) < 8 {
		in.err = errShort
		return 0
	}
	bits := binary.LittleEndian.Uint64(in.data)
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
