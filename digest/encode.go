package digest

import (
	"encoding/binary"
	"fmt"
	"hash/fnv"
	"math"
	"reflect"
	"strconv"
)

// The stored form of a digest is its strings, each once, in the order in which they first stand in it: how many there are, and of
// each its length and its bytes. Behind them stand its fields one after the other, in the order in which they are declared: a string
// as its place among the strings, a whole number as a varint of encoding/binary, any other number as eight bytes, a list as its
// length and its elements, what may be missing as 0 or 1 and the value. Of strings and of roles, which clauses, events and figures have
// in common, each list stands once: see [encoder.shared].

// drawing is to be raised when [Of] draws something else from the same document, or when the stored form changes.
const drawing = 3

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
func Encode(d *Digest) []byte {
	if d.Folded != "" {
		return []byte(d.Folded)
	}
	e := encoder{numbers: map[string]int{}, lists: map[reflect.Type]map[string]int{}}
	e.value(reflect.ValueOf(d).Elem())
	out := binary.AppendUvarint(nil, uint64(len(e.numbers)))
	return append(append(out, e.strings...), e.values...)
}

// An encoder writes a stored form.
type encoder struct {
	numbers map[string]int // the place of each string among the strings
	strings []byte
	values  []byte
	lists   map[reflect.Type]map[string]int // by the type of what they are of, and their bytes: the place of each list among those
}

func (e *encoder) value(v reflect.Value) {
	switch v.Kind() {
	case reflect.String:
		e.string(v.String())
	case reflect.Bool:
		e.values = append(e.values, boolByte(v.Bool()))
	case reflect.Float64:
		e.values = binary.LittleEndian.AppendUint64(e.values, math.Float64bits(v.Float()))
	case reflect.Pointer:
		if e.values = append(e.values, boolByte(!v.IsNil())); !v.IsNil() {
			e.value(v.Elem())
		}
	case reflect.Slice:
		if of := v.Type().Elem(); of == reflect.TypeFor[string]() || of == reflect.TypeFor[Role]() {
			e.shared(v)
			return
		}
		e.values = binary.AppendUvarint(e.values, uint64(v.Len()))
		for i := range v.Len() {
			e.value(v.Index(i))
		}
	case reflect.Struct:
		for i := range v.NumField() {
			e.value(v.Field(i))
		}
	default: // whole numbers; TestEveryField meets every kind that there is
		e.values = binary.AppendVarint(e.values, v.Int())
	}
}

// shared writes a list that may have stood before: an empty one as 0, one that is new as twice its length less one, and the elements,
// and any other as twice its place, counted from one.
func (e *encoder) shared(v reflect.Value) {
	if v.Len() == 0 {
		e.values = append(e.values, 0)
		return
	}
	known := e.lists[v.Type()]
	if known == nil {
		known = map[string]int{}
		e.lists[v.Type()] = known
	}
	values := e.values
	e.values = nil
	for i := range v.Len() {
		e.value(v.Index(i))
	}
	elements := string(e.values)
	if place := known[elements]; place > 0 {
		e.values = binary.AppendUvarint(values, 2*uint64(place))
		return
	}
	known[elements] = len(known) + 1
	e.values = append(binary.AppendUvarint(values, 2*uint64(v.Len())-1), elements...)
}

func (e *encoder) string(text string) {
	number, known := e.numbers[text]
	if !known {
		number = len(e.numbers)
		e.numbers[text] = number
		e.strings = append(binary.AppendUvarint(e.strings, uint64(len(text))), text...)
	}
	e.values = binary.AppendUvarint(e.values, uint64(number))
}

func boolByte(is bool) byte {
	if is {
		return 1
	}
	return 0
}
