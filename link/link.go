// Package link finds what documents share: parties, happenings, and echoes with their roots. It takes digests and gives
// values; it knows no database. The order in which documents are given changes nothing.
package link

import (
	"cmp"
	"slices"
	"sync"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/echo"
	"rashomon/link/happening"
	"rashomon/link/party"
)

// Link links documents. They must have different ids. The echoes are found beside the parties and the happenings, for much of either is
// done by one worker alone; an [Index] gives the same.
func Link(digests []*digest.Digest) rashomon.Links {
	sorted := slices.SortedFunc(slices.Values(digests), func(a, b *digest.Digest) int { return cmp.Compare(a.Document, b.Document) })
	var links rashomon.Links
	var echoes sync.WaitGroup
	echoes.Go(func() { links.Echoes = echo.Find(sorted) })
	links.Parties = party.Link(sorted)
	links.Happenings = happening.Link(sorted, links.Parties)
	echoes.Wait()
	return links
}
