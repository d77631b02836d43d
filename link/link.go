// Package link finds what documents share: parties, happenings, and echoes with their roots. It takes digests and gives
// values; it knows no database. The order in which documents are given changes nothing.
package link

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/echo"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// Link links documents. They must have different ids. The echoes, the parties and the happenings are found one after the other,
// so that no more is held in memory than one of them needs, and first those of which the least is left; an [Index] gives the same.
func Link(digests []*digest.Digest) rashomon.Links {
	sorted := slices.SortedFunc(slices.Values(digests), func(a, b *digest.Digest) int { return cmp.Compare(a.Document, b.Document) })
	echoes := echo.Find(sorted)
	parties := party.Link(sorted)
	return rashomon.Links{Parties: parties, Happenings: happening.Link(sorted, parties), Echoes: echoes}
}
