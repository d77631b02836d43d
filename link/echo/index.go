package echo

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// An Index holds documents, so that one more can be added without comparing again those that are there. The echoes are
// the same in whatever order documents come.
type Index struct {
	vocabulary *vocabulary
	accounts   []*account
	keys       []key // sorted
	added      []key // since echoes were asked for
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
	x.added = append(x.added, a.keys(len(x.accounts), x.vocabulary)...)
	x.accounts = append(x.accounts, a)
}

// Echoes returns the echoes among all documents added, sorted by id.
func (x *Index) Echoes() []rashomon.Echo {
	slices.Sort(x.added)
	x.keys, x.added = mergeKeys(x.keys, x.added), nil
	candidates := x.candidates()
	x.compareNew(candidates)
	x.compared = candidates
	var links []link
	for _, p := range candidates {
		links = append(links, x.links[p]...)
	}
	return group(x.accounts, links)
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

// mergeKeys returns two sorted lists as one.
func mergeKeys(a, b []key) []key {
	if len(a) == 0 {
		return b
	}
	out := make([]key, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if a[0] < b[0] {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}
