// Package happening finds the happenings: which events, of one document or of several, speak of the same thing in the
// world.
//
//	candidates   documents that share rare words or names are compared, and each with itself      index.go
//	likeness     how likely it is that two events are the same, by many features                  package pair
//	clusters     agglomerative clustering of what hangs together                                 cluster.go, assemble.go
//	happenings   title, time, place, and the reason of every join                                 sketch.go, describe.go
//
// What two documents have in common is told by the two alone and by what English is like, never by the other documents at
// hand, so that one more document changes only what it touches.
package happening

import (
	"rashomon"
	"rashomon/digest"
)

// Link returns the happenings that documents tell of, in the grain Coarse, sorted by id. Every event is of one happening.
// Parties are those of the documents.
func Link(digests []*digest.Digest, parties []rashomon.Party) []rashomon.Happening {
	x, err := NewIndex(Coarse)
	if err != nil { // of a damaged binary, whose models the reader has met before
		return nil
	}
	x.once, x.asked = true, nil
	for _, d := range digests {
		x.Add(d)
	}
	return x.Happenings(parties)
}
