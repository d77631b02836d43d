package table

import (
	"cmp"
	"fmt"
	"math"
	"slices"
)

// Write returns the block of a table, the same bytes for the same entries in any order.
func Write(entries []Entry) ([]byte, error) {
	w := writer{entries: slices.Clone(entries), names: map[string]int{}}
	slices.SortFunc(w.entries, func(a, b Entry) int {
		return cmp.Or(cmp.Compare(hashOf(a.Folded), hashOf(b.Folded)), cmp.Compare(a.Name, b.Name),
			cmp.Compare(a.Country, b.Country), cmp.Compare(a.GeoNames, b.GeoNames), cmp.Compare(a.Class, b.Class),
			cmp.Compare(a.Latitude, b.Latitude), cmp.Compare(a.Longitude, b.Longitude), cmp.Compare(a.Size, b.Size),
			cmp.Compare(a.Province, b.Province), cmp.Compare(a.Key, b.Key))
	})
	w.number()
	for i, entry := range w.entries {
		if err := w.add(i, entry); err != nil {
			return nil, fmt.Errorf("place %q: %w", entry.Name, err)
		}
	}
	slices.SortFunc(w.keys, func(a, b [2]uint32) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	return w.block(), nil
}

// A writer gathers the sections of a block.
type writer struct {
	entries              []Entry
	countries, provinces []string // in order
	hashes, records      []byte
	keys                 [][2]uint32 // hash and number of the place
	blob                 []byte
	names                map[string]int // where in blob
}

// number gives countries and provinces their numbers.
func (w *writer) number() {
	for _, entry := range w.entries {
		w.countries = append(w.countries, entry.Country)
		if entry.Province != "" {
			w.provinces = append(w.provinces, entry.Province)
		}
	}
	slices.Sort(w.countries)
	slices.Sort(w.provinces)
	w.countries, w.provinces = slices.Compact(w.countries), slices.Compact(w.provinces)
}

func (w *writer) add(i int, entry Entry) error {
	country, _ := slices.BinarySearch(w.countries, entry.Country)
	province, found := slices.BinarySearch(w.provinces, entry.Province)
	if !found {
		province = none
	}
	name := w.name(entry.Name)
	switch {
	case len(entry.Name) > math.MaxUint8:
		return fmt.Errorf("the name has %d bytes, at most %d have room", len(entry.Name), math.MaxUint8)
	case len(entry.Country) != countrySize || len(entry.Province) > codeSize:
		return fmt.Errorf("country %q or province %q is too long or too short", entry.Country, entry.Province)
	case name > 0xffffff || country > math.MaxUint8 || len(w.provinces) >= none:
		return fmt.Errorf("no room for more names, countries or provinces")
	}
	w.hashes = appendNumber(w.hashes, hashOf(entry.Folded))
	w.records = appendNumber(w.records, uint32(int32(math.Round(entry.Latitude*degree))))
	w.records = appendNumber(w.records, uint32(int32(math.Round(entry.Longitude*degree))))
	w.records = appendNumber(w.records, uint32(entry.GeoNames))
	w.records = append(w.records, byte(name), byte(name>>8), byte(name>>16), sizeCode(entry.Size),
		byte(province), byte(province>>8), byte(country), byte(entry.Class))
	if entry.Key != "" {
		w.keys = append(w.keys, [2]uint32{hashOf(entry.Key), uint32(i)})
	}
	return nil
}

// name returns where a name stands in the names.
func (w *writer) name(name string) int {
	at, found := w.names[name]
	if !found {
		at = len(w.blob)
		w.names[name] = at
		w.blob = append(append(w.blob, byte(len(name))), name...)
	}
	return at
}

func (w *writer) block() []byte {
	block := []byte(magic)
	for _, n := range []int{version, len(w.countries), len(w.provinces), len(w.entries), len(w.keys), len(w.blob)} {
		block = appendNumber(block, uint32(n))
	}
	for _, country := range w.countries {
		block = append(block, country...)
	}
	for _, province := range w.provinces {
		block = append(block, fmt.Sprintf("%-*s", codeSize, province)...)
	}
	block = append(append(block, w.hashes...), w.records...)
	for _, key := range w.keys {
		block = appendNumber(appendNumber(block, key[0]), key[1])
	}
	return append(block, w.blob...)
}
