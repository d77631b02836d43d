// Package echo finds what repeats what: reprints, agency copy, quotations, and passages that go back to one source.
package echo

import (
	"rashomon"
	"rashomon/digest"
)

// Find returns the echoes among documents, sorted by id.
func Find(digests []*digest.Digest) []rashomon.Echo {
	index := NewIndex()
	for _, d := range digests {
		index.Add(d)
	}
	return index.Echoes()
}
