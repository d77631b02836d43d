// Package table is the form in which the towns and provinces that come with Rashomon are kept: one block of bytes that
// is used where it lies in the program, with nothing to unpack and next to no memory of its own.
//
// All numbers are little-endian. Version 1:
//
//	header     "RGAZ", version, number of countries, provinces, places and keys, bytes of names: 7 x 4 bytes
//	countries  ISO 3166-1 alpha-3: 3 bytes each
//	provinces  GeoNames' codes of the first order of administration ("LY.77"), filled up with spaces: 12 bytes each
//	hashes     of the folded names, in order: 4 bytes each
//	places     in the order of their hashes: 20 bytes each, see readEntry
//	keys       hash of the spelling key and number of the place, in order: 8 bytes each
//	names      each the length in one byte and so many bytes; places of one name share it
package table

import (
	"encoding/binary"
	"errors"
	"fmt"
	"hash/fnv"
	"math"
	"sort"
	"strings"
)

const (
	magic       = "RGAZ"
	version     = 1
	headerSize  = 28
	countrySize = 3
	codeSize    = 12
	hashSize    = 4
	entrySize   = 20
	keySize     = 8

	// degree is how many steps a degree has: 1e-5 degrees are about a metre, as exact as GeoNames is.
	degree = 1e5
	// octave is how many steps a doubling of a size has, so that a size in one byte is exact to 4.5 percent.
	octave = 8
	none   = math.MaxUint16 // stands for no province
)

// A Class tells what kind of place an entry is.
type Class uint8

// The classes.
const (
	Town5000  Class = iota // with 5,000 people or more
	Town15000              // with 15,000 people or more
	Capital                // of a country
	Province
)

// An Entry is one place.
type Entry struct {
	Name      string // at most 255 bytes
	Latitude  float64
	Longitude float64
	GeoNames  int    // 0 where it is not known
	Country   string // ISO 3166-1 alpha-3
	Province  string // the code of the province that it is or lies in, or ""
	Class     Class
	Size      float64 // people of a town, kilometres of a province's radius; 0 where it is not known
	Folded    string  // only for Write: the form of the name to be found by
	Key       string  // only for Write: the spelling key to be found by, or ""
}

// A Table is a block that was opened.
type Table struct {
	countries, provinces, hashes, entries, keys, names string
}

// Open opens a block. It reads nothing but the header; the table keeps the string.
func Open(block string) (*Table, error) {
	if len(block) < headerSize || block[:len(magic)] != magic {
		return nil, errors.New("not a table of places")
	}
	if found := number(block[4:]); found != version {
		return nil, fmt.Errorf("the table of places has version %d, this program reads version %d", found, version)
	}
	t, rest := &Table{}, block[headerSize:]
	for i, section := range []struct {
		to   *string
		size int
	}{
		{&t.countries, countrySize}, {&t.provinces, codeSize}, {&t.entries, entrySize}, {&t.keys, keySize}, {&t.names, 1},
	} {
		length := int64(number(block[8+4*i:])) * int64(section.size)
		if section.to == &t.entries {
			hashes := length / entrySize * hashSize
			if hashes > int64(len(rest)) {
				return nil, errors.New("the table of places is cut off")
			}
			t.hashes, rest = rest[:hashes], rest[hashes:]
		}
		if length > int64(len(rest)) {
			return nil, errors.New("the table of places is cut off")
		}
		*section.to, rest = rest[:length], rest[length:]
	}
	return t, nil
}

// Len returns the number of places.
func (t *Table) Len() int { return len(t.hashes) / hashSize }

// Named yields the places whose folded name has the hash of this one: those of that name, and rarely another.
func (t *Table) Named(folded string) []Entry {
	hash := hashOf(folded)
	first := sort.Search(t.Len(), func(i int) bool { return number(t.hashes[i*hashSize:]) >= hash })
	var found []Entry
	for i := first; i < t.Len() && number(t.hashes[i*hashSize:]) == hash; i++ {
		found = append(found, t.Entry(i))
	}
	return found
}

// Spelled yields the places whose spelling key has the hash of this one: those of that key, and rarely another.
func (t *Table) Spelled(key string) []Entry {
	hash, count := hashOf(key), len(t.keys)/keySize
	first := sort.Search(count, func(i int) bool { return number(t.keys[i*keySize:]) >= hash })
	var found []Entry
	for i := first; i < count && number(t.keys[i*keySize:]) == hash; i++ {
		found = append(found, t.Entry(int(number(t.keys[i*keySize+4:]))))
	}
	return found
}

// Entry returns a place by its number, from 0 to Len.
func (t *Table) Entry(i int) Entry {
	record := t.entries[i*entrySize:][:entrySize]
	name := number(record[12:]) & 0xffffff
	entry := Entry{
		Latitude:  float64(int32(number(record))) / degree,
		Longitude: float64(int32(number(record[4:]))) / degree,
		GeoNames:  int(number(record[8:])),
		Name:      t.names[name+1:][:t.names[name]],
		Size:      size(record[15]),
		Country:   t.countries[int(record[18])*countrySize:][:countrySize],
		Class:     Class(record[19]),
	}
	if province := int(record[16]) | int(record[17])<<8; province != none {
		entry.Province = strings.TrimRight(t.provinces[province*codeSize:][:codeSize], " ")
	}
	return entry
}

// number returns the number in the first four bytes.
func number(bytes string) uint32 {
	_ = bytes[3]
	return uint32(bytes[0]) | uint32(bytes[1])<<8 | uint32(bytes[2])<<16 | uint32(bytes[3])<<24
}

func hashOf(form string) uint32 {
	hash := fnv.New32a()
	hash.Write([]byte(form))
	return hash.Sum32()
}

// size returns what a byte of a size stands for: 0 for 0, else a power of two.
func size(code byte) float64 {
	if code == 0 {
		return 0
	}
	return math.Exp2(float64(code) / octave)
}

func sizeCode(size float64) byte {
	if size <= 1 {
		return 0
	}
	return byte(math.Round(min(math.Log2(size)*octave, math.MaxUint8)))
}

func appendNumber(to []byte, n uint32) []byte { return binary.LittleEndian.AppendUint32(to, n) }
