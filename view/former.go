package view

import (
	"cmp"
	"slices"
	"strconv"

	"rashomon"
)

// formerIDs are the ids that parties, or happenings, would have without what stands before: the id of one is that of its first
// element, so that each other may have given it one before it was joined to what it is of now. They are sorted; of ten thousand
// documents there are some hundred thousand, of which each is a hash, so that they are made once, and only if somebody asks.
type formerIDs []formerID

type formerID struct {
	id uint64 // the digits
	at int32  // the place of the party, or the happening
}

// formerly returns the former ids of so many parties or happenings, of which the elements are given.
func formerly(letter string, count int, elements func(at int) []rashomon.Element) formerIDs {
	var out formerIDs
	for at := range count {
		for i, e := range elements(at) {
			if i > 0 {
				id, _ := digitsOf(e.ID(letter))
				out = append(out, formerID{id, int32(at)})
			}
		}
	}
	slices.SortFunc(out, func(a, b formerID) int { return cmp.Or(cmp.Compare(a.id, b.id), cmp.Compare(a.at, b.at)) })
	return out
}

// find returns the place of what had an id, or None.
func (f formerIDs) find(id string) int {
	digits, isWhole := digitsOf(id)
	at, found := slices.BinarySearchFunc(f, digits, func(x formerID, id uint64) int { return cmp.Compare(x.id, id) })
	if !isWhole || !found {
		return rashomon.None
	}
	return int(f[at].at)
}

// digitsOf returns the digits of an id, and whether all are given.
func digitsOf(id string) (uint64, bool) {
	digits, err := strconv.ParseUint(id[1:], 16, 64)
	return digits, err == nil && len(id) == len(rashomon.ShortID("p", ""))
}
