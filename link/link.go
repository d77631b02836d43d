// Package link finds what documents share: parties, happenings, and echoes with their roots. It takes digests and gives
// values; it knows no database. The order in which documents are given changes nothing.
package link

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// Link links documents. They must have different ids.
func Link(digests []*digest.Digest) rashomon.Links {
	x, err := NewIndex()
	if err != nil { // of a damaged binary, whose models the reader has met before
		return rashomon.Links{}
	}
	byID := func(a, b *digest.Digest) int { return cmp.Compare(a.Document, b.Document) }
	for _, d := range slices.SortedFunc(slices.Values(digests), byID) {
		x.Add(d)
	}
	return x.Links()
}
