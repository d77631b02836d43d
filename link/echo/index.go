package echo

import (
	"cmp"
	"slices"
	"strings"
	"sync"

	"rashomon"
	"rashomon/concurrent"
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
	byID       ordering        // by document
	byTime     ordering        // by publication, then by document
	chains     *chains
	once       bool // no documents will come: what is not needed any more is dropped
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	x := &Index{vocabulary: newVocabulary(), queues: map[key]*queues{}, chains: newChains()}
	x.byID.compare = func(i, j int32) int { return strings.Compare(x.accounts[i].Document, x.accounts[j].Document) }
	x.byTime.compare = func(i, j int32) int {
		return cmp.Or(strings.Compare(x.accounts[i].moment, x.accounts[j].moment), x.byID.compare(i, j))
	}
	return x
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
	x.byID.extend(len(x.accounts))
	x.byTime.extend(len(x.accounts))
	x.keys = mergeKeys(x.keys, x.added)
	pairs := x.candidates()
	if x.once {
		x.keys, x.added, x.queues, x.vocabulary = nil, nil, nil, nil
	}
	x.compare(pairs)
	if x.once {
		x.accounts = nil
	}
	x.added, x.compared = nil, len(x.accounts)
	return x.chains.update()
}

// drop drops what some accounts were compared by, but for what tells where echoes come from.
func drop(accounts []*account) {
	for _, a := range accounts {
		*a = account{Digest: a.Digest, length: a.length, credits: a.credits, owned: a.owned, moment: a.moment}
	}
}

// A passing tells of which accounts no more pairs are to be compared, while several chunks of them are. Pairs are sorted by their first
// account, which is the lesser.
type passing struct {
	chunks [][]pair
	mutex  sync.Mutex
	done   []bool // of each chunk
	first  int    // the first chunk that is not
	passed int    // all accounts before this one
}

// pass takes note that a chunk has been compared, and returns from which account up to which those are whose last pair that was.
func (p *passing) pass(chunk, accounts int) (from, to int) {
	p.mutex.Lock()
	defer p.mutex.Unlock()
	p.done[chunk] = true
	for p.first < len(p.chunks) && p.done[p.first] {
		p.first++
	}
	from, to = p.passed, accounts
	if p.first < len(p.chunks) {
		to = p.chunks[p.first][0].first()
	}
	p.passed = to
	return from, to
}

// chunk is how many pairs a worker compares in a row: enough that most of them have their first account in common.
const chunk = 256

// compare compares sorted pairs, several at once. Most share nothing, and did so before.
func (x *Index) compare(pairs []pair) {
	chunks := slices.Collect(slices.Chunk(pairs, chunk))
	found, passing := make([][]linked, len(chunks)), passing{chunks: chunks, done: make([]bool, len(chunks))}
	concurrent.Each(len(chunks), func() func(int) {
		c := comparer{}
		return func(i int) {
			for _, p := range chunks[i] {
				a, b := x.inOrder(p)
				links := slices.Clone(c.compare(a, b, p)) // as long as they are, for there are many
				if p = p.bare(); len(links) > 0 || x.chains.links[p] != nil {
					found[i] = append(found[i], linked{p, links})
				}
			}
			if from, to := passing.pass(i, len(x.accounts)); x.once {
				drop(x.accounts[from:to])
			}
		}
	})
	for i := range found {
		for _, l := range found[i] {
			x.chains.set(l.pair, l.links)
		}
		found[i] = nil
	}
}

// A linked is a pair with its links.
type linked struct {
	pair  pair
	links []link
}

// mergeKeys puts the keys of a sorted list among those of another, where these lie as far as there is room.
func mergeKeys(all, added []key) []key {
	if len(all) == 0 {
		return added
	}
	at, to := len(all), len(all)+len(added)
	if to > cap(all) {
		all = slices.Grow(all, max(len(added), len(all)/keyRoom))
	}
	all = all[:to]
	for len(added) > 0 { // from behind, so that none is overwritten that has still to be moved
		to--
		if last := added[len(added)-1]; at == 0 || all[at-1] < last {
			all[to], added = last, added[:len(added)-1]
		} else {
			at--
			all[to] = all[at]
		}
	}
	return all
}

// keyRoom is for what part of the keys there is room made: there are hundreds a document.
const keyRoom = 16
