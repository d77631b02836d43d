// Package echo finds what repeats what: reprints, agency copy, quotations, and passages that go back to one source.
//
//	accounts     a document as it is compared: words, sentences and what they     account.go, words.go, telling.go,
//	             tell, quotations, whom it names, whom it comes from              quote.go, name.go
//	candidates   which accounts are compared: those that share keys               key.go, candidate.go, queue.go, ordering.go
//	links        what two accounts share: the text, words in a row,               link.go, alignment.go
//	             quotations, what one lays to the other's publisher, what both    quote.go, credit.go, holder.go
//	             lay to one holder, hearsay, what is told anew                    hearsay.go, rewriting.go, figure.go
//	echoes       links that hang together, with their root                        chain.go, group.go, root.go
//
// Whether two accounts are linked depends on the two alone, not on how often anything stands in other documents. Two
// accounts that tell the same hour or figure in their own words, each on its own, are no echo: there must be words in a
// row, a credit, or a holder in common.
package echo

import (
	"rashomon"
	"rashomon/digest"
)

// Find returns the echoes among documents, sorted by id.
func Find(digests []*digest.Digest) []rashomon.Echo {
	index := NewIndex()
	index.once = true
	for _, d := range digests {
		index.Add(d)
	}
	return index.Echoes()
}
