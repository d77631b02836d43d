package echo

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// An Index holds documents, so that one more can be added without comparing again those that are there. The echoes are the
// same in whatever order documents come.
type Index struct {
	vocabulary *vocabulary
	accounts   []*account
	keys       []key // sorted up to the account that the last echoes were asked with
	compared   []pair
	links      map[pair][]link
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	return &Index{vocabulary: newVocabulary(), links: map[pair][]link{}}
}

// Add adds a document. It must have another id than all that are there.
func (x *Index) Add(d *digest.Digest) {
	a := newAccount(d, x.vocabulary)
	x.keys = append(x.keys, a.keys(len(x.accounts), x.vocabulary)...)
	x.accounts = append(x.accounts, a)
}

// Echoes returns the echoes among all documents added, sorted by id.
func (x *Index) Echoes() []rashomon.Echo {
	slices.Sort(x.keys)
	x.keys = slices.Compact(x.keys)
	candidates := x.candidates()
	x.compareNew(candidates)
	x.compared = candidates
	var links []link
	for _, p := range candidates {
		links = append(links, x.links[p]...)
	}
	echoes := group(x.accounts, links)
	slices.SortFunc(echoes, func(a, b rashomon.Echo) int { return cmp.Compare(a.ID, b.ID) })
	return echoes
}

// compareNew compares the pairs that have not been compared yet. Both lists are sorted.
func (x *Index) compareNew(candidates []pair) {
	known, c := x.compared, comparer{}
	for _, p := range candidates {
		for len(known) > 0 && known[0] < p {
			known = known[1:]
		}
		if len(known) > 0 && known[0] == p {
			continue
		}
		a, b := p.accounts(x.accounts)
		if links := c.compare(a, b, p); len(links) > 0 {
			x.links[p] = links
		}
	}
}
