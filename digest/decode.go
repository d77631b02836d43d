package digest

import (
	"encoding/binary"
	"errors"
	"fmt"
	"math"
	"reflect"
	"slices"
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
	in := decoders.Get().(*decoder)
	defer in.done()
	in.data = data
	in.table()
	d := new(Digest)
	in.digest(d)
	if in.err == nil && in.at < len(in.data) {
		in.err = fmt.Errorf("%d bytes stand behind it", len(in.data)-in.at)
	}
	return d, in.err
}

// decoders are those that are done: their tables are a quarter of what one takes in memory.
var decoders = sync.Pool{New: func() any { return new(decoder) }}

// done makes a decoder ready for another stored form.
func (in *decoder) done() {
	clear(in.strings)
	clear(in.words)
	clear(in.roles)
	*in = decoder{strings: in.strings[:0], words: in.words[:0], roles: in.roles[:0]}
	decoders.Put(in)
}

// A decoder reads a stored form from its front. The strings that it gives are stretches of that form, and lists that are alike are one.
type decoder struct {
	data    string
	at      int
	strings []string
	words   [][]string
	roles   [][]Role
	depth   int // of locations in one another
	err     error
}

// deepest is how deep locations stand in one another at most.
const deepest = 8

var (
	errShort = errors.New("it ends too early")
	errDeep  = errors.New("it is nested too deeply")
)

// fail ends the reading.
func (in *decoder) fail(err error) {
	if in.err == nil {
		in.err = err
	}
	in.at = len(in.data)
}

// table reads the strings.
func (in *decoder) table() {
	n := in.length(1)
	in.strings = slices.Grow(in.strings, n)
	for range n {
		length := in.length(1)
		text := in.data[in.at : in.at+length]
		if !utf8.ValidString(text) {
			in.fail(errors.New("a text is not valid UTF-8"))
		}
		if in.err != nil {
			return
		}
		in.strings = append(in.strings, text)
		in.at += length
	}
}

// list reads a list of what a function reads one of, each of which takes so many bytes at least.
func list[T any](in *decoder, least int, read func(*decoder, *T)) []T {
	n := in.length(least)
	if n == 0 {
		return nil
	}
	return several(in, n, read)
}

func several[T any](in *decoder, n int, read func(*decoder, *T)) []T {
	out := make([]T, n)
	for i := range out {
		read(in, &out[i])
	}
	return out
}

// shared reads a list that may be one of those before: see [encoder.shared].
func shared[T any](in *decoder, before *[][]T, least int, read func(*decoder, *T)) []T {
	n := in.unsigned()
	switch number := n >> 1; {
	case n == 0:
		return nil
	case n&1 == 1:
		if !in.holds(number+1, least) {
			return nil
		}
		*before = append(*before, several(in, int(number)+1, read))
		return (*before)[len(*before)-1]
	case number > uint64(len(*before)):
		in.fail(fmt.Errorf("list %d is named, of %d", number, len(*before)))
		return nil
	default:
		return (*before)[number-1]
	}
}

// leastSize returns how many bytes a value of a type takes at least.
func leastSize[T any]() int { return leastOf(reflect.TypeFor[T]()) }

func leastOf(t reflect.Type) int {
	switch t.Kind() {
	case reflect.Float64:
		return 8
	case reflect.Struct:
		size := 0
		for i := range t.NumField() {
			size += leastOf(t.Field(i).Type)
		}
		return size
	}
	return 1
}

// length reads how many elements follow, which take a number of bytes each at least.
func (in *decoder) length(size int) int {
	n := in.unsigned()
	if !in.holds(n, size) {
		return 0
	}
	return int(n)
}

// holds reports whether so many elements can follow.
func (in *decoder) holds(n uint64, size int) bool {
	if n > uint64((len(in.data)-in.at)/size) {
		in.fail(errShort)
	}
	return in.err == nil
}

// unsigned reads a number as binary.Uvarint does, which takes no string. Most numbers are small.
func (in *decoder) unsigned() uint64 {
	if in.at < len(in.data) && in.data[in.at] < 0x80 {
		in.at++
		return uint64(in.data[in.at-1])
	}
	return in.large()
}

func (in *decoder) large() uint64 {
	var n uint64
	for i := range min(len(in.data)-in.at, binary.MaxVarintLen64) {
		b := in.data[in.at+i]
		if i == binary.MaxVarintLen64-1 && b > 1 {
			break
		}
		n |= uint64(b&0x7f) << (7 * i)
		if b < 0x80 {
			in.at += i + 1
			return n
		}
	}
	in.fail(errShort)
	return 0
}

// int reads a whole number, as binary.Varint does.
func (in *decoder) int() int {
	u := in.unsigned()
	n := int64(u>>1) ^ -int64(u&1)
	if int64(int(n)) != n {
		in.fail(errors.New("a number is out of range"))
	}
	return int(n)
}

func (in *decoder) string() string {
	n := in.unsigned()
	if n >= uint64(len(in.strings)) {
		in.fail(fmt.Errorf("string %d is named, of %d", n, len(in.strings)))
		return ""
	}
	return in.strings[n]
}

func (in *decoder) float() float64 {
	if len(in.data)-in.at < 8 {
		in.fail(errShort)
		return 0
	}
	bits := binary.LittleEndian.Uint64([]byte(in.data[in.at : in.at+8]))
	in.at += 8
	return math.Float64frombits(bits)
}

func (in *decoder) bool() bool {
	if in.at == len(in.data) || in.data[in.at] > 1 {
		in.fail(errors.New("what must be 0 or 1 is not"))
		return false
	}
	in.at++
	return in.data[in.at-1] == 1
}
