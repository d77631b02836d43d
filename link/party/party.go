// Package party finds the parties: which entities of different documents are the same.
//
//	digests ─ profiles ─ nodes ─ clusters ─> parties
//
// A profile is what is compared of an entity: its names taken apart, codes, titles, and the company in which its
// document names it. Profiles of one name in one context make a node (naming.go, node.go). Nodes whose full names are
// spelled alike, are parts of one another or have the same words in another order, or of which a document says that
// they are one (byname.go), are merged, the best pairs first, unless something that both tell forbids it (merging.go,
// compare.go, cluster.go). Then short names ("Haddad", "the Board", "OHB") and descriptions ("this station", "the
// interior minister") are given to the one cluster that they can mean (choosing.go, short.go, described.go); those
// that may mean several stay alone. Each step takes what has come and gone in the step before it, and tells what has
// come and gone in it (index.go).
//
// Names never decide by themselves, but for the full ones of persons: documents must name other things in common
// besides, the more, the less the names agree. What is known of how often anything is named in all documents decides
// nothing, so that a further document changes only what it touches.
package party

import (
	"rashomon"
	"rashomon/digest"
)

// Link returns the parties of documents, sorted by id. Every entity is of one party.
func Link(digests []*digest.Digest) []rashomon.Party {
	x := NewIndex()
	x.once = true
	for _, d := range digests {
		x.Add(d)
	}
	return x.Parties()
}
