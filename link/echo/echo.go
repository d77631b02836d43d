// Package echo finds what repeats what: reprints, agency copy, quotations, and passages that go back to one source.
package echo

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// Find returns the echoes among documents, sorted by id.
func Find(digests []*digest.Digest) []rashomon.Echo {
	v := vocabulary{}
	var accounts []*account
	for _, d := range digests {
		accounts = append(accounts, newAccount(d, v))
	}
	var links []link
	for i, a := range accounts {
		for _, b := range accounts[i+1:] {
			links = append(links, compare(a, b)...)
		}
	}
	echoes := group(accounts, links)
	slices.SortFunc(echoes, func(a, b rashomon.Echo) int { return cmp.Compare(a.ID, b.ID) })
	return echoes
}
