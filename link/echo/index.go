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
	keys       []key           // sorted
	added      []key           // since echoes were asked for
	compared   int             // accounts from this place on have come since
	queues     map[key]*queues // of buckets that too many share
	chains     *chains
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	return &Index{vocabulary: newVocabulary(), queues: map[key]*queues{}, chains: newChains()}
}

// Add adds a document. It must have another id than all that are there.
func (x *Index) Add(d *digest.Digest) {
	a := newAccount(d, x.vocabulary)
	x.added = append(x.added, a.keys(len(x.accounts), x.vocabulary)...)
	x.accounts = append(x.accounts, a)
	x.chains.accounts[d.Document] = a
}

// Echoes returns the echoes among all documents added, sorted by id.
func (x *Index) Echoes() []rashomon.Echo {
	slices.Sort(x.added)
	x.keys = mergeKeys(x.keys, x.added)
	c := comparer{}
	for _, p := range x.candidates() {
		a, b := p.accounts(x.accounts)
		x.chains.set(p.bare(), c.compare(a, b, p))
	}
	x.added, x.compared = nil, len(x.accounts)
	return x.chains.update()
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
