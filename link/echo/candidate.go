package echo

import (
	"cmp"
	"slices"
)

// A pair is two accounts that share keys, by their places in the index, with the kinds of key: 24 bits for the first,
// 24 for the second, the kinds below.
type pair uint64

const (
	firstShift  = 32
	secondShift = 8
)

func newPair(a, b int, kind keyKind) pair {
	if b < a {
		a, b = b, a
	}
	return pair(uint64(a)<<firstShift | uint64(b)<<secondShift | 1<<kind)
}

// bare returns a pair without its kinds.
func (p pair) bare() pair { return p >> secondShift << secondShift }

func (p pair) first() int  { return int(p >> firstShift) }
func (p pair) second() int { return int(p >> secondShift & (1<<sideShift - 1)) }

// inOrder returns the two accounts of a pair in the order of their ids, so that how they came tells nothing.
func (x *Index) inOrder(p pair) (a, b *account) {
	first, second := p.first(), p.second()
	if x.byID.rank[second] < x.byID.rank[first] {
		first, second = second, first
	}
	return x.accounts[first], x.accounts[second]
}

// shares reports whether the two share a key of a kind.
func (p pair) shares(kind keyKind) bool { return p>>kind&1 == 1 }

// neighbours is how many accounts before it, in the order of time, an account is compared with among those that share a
// key. A key that more of them share is a formula, or a text that everybody prints: of such, neighbours in time are
// compared, and what hangs together hangs together through them. The cost grows with it.
const neighbours = 30

// candidates returns the pairs of accounts that share a key and have not been compared yet, sorted, each once; and those
// that were and may share less, since other accounts have come between them.
func (x *Index) candidates() []pair {
	f := finding{
		rank: x.byTime.rank, first: x.compared, known: map[uint64]bool{}, lined: map[uint64]*queues{}, parted: map[pair]bool{},
	}
	rest := x.keys
	for added := x.added; len(added) > 0; {
		bucket := added[0].bucket()
		n := bucketEnd(added, bucket)
		at, _ := slices.BinarySearchFunc(rest, bucket, func(k, bucket key) int { return cmp.Compare(k.bucket(), bucket) })
		rest = rest[at:]
		all := rest[:bucketEnd(rest, bucket)]
		switch {
		case len(all) > neighbours:
			x.queues[bucket] = f.line(x.queues[bucket], all, added[:n])
		case len(all) > 1:
			f.addAll(all)
		}
		added = added[n:]
	}
	for p := range f.parted {
		f.pairs = append(f.pairs, p|x.kinds(p))
	}
	slices.Sort(f.pairs)
	return merged(f.pairs)
}

// bucketEnd returns how many keys at the beginning of a list are of a bucket.
func bucketEnd(keys []key, bucket key) int {
	n := 0
	for n < len(keys) && keys[n].bucket() == bucket {
		n++
	}
	return n
}

// A finding looks for the pairs of which one account at least is new.
type finding struct {
	rank   []int32 // of each account, in the order of time
	first  int     // the first account that is new
	pairs  []pair
	known  map[uint64]bool    // small buckets whose pairs are found, by their members
	lined  map[uint64]*queues // of large ones
	parted map[pair]bool      // of accounts that are no neighbours any more
}

// addAll adds the pairs of a small bucket. Buckets with the same accounts give the same pairs, and texts of one mould
// have hundreds of such.
func (f *finding) addAll(bucket []key) {
	if len(bucket) > 2 {
		members := membersOf(bucket)
		if f.known[members] {
			return
		}
		f.known[members] = true
	}
	for i, k := range bucket {
		for _, other := range bucket[:i] {
			if other.side() == opposite(k.side()) {
				f.add(newPair(other.account(), k.account(), k.kind()))
			}
		}
	}
}

// add adds a pair, if it is one of two accounts of which one is new: the second, for it came later.
func (f *finding) add(p pair) {
	if p.first() != p.second() && p.second() >= f.first {
		f.pairs = append(f.pairs, p)
	}
}

// membersOf returns a hash of the accounts of a bucket, with their sides and the kind of key.
func membersOf(bucket []key) uint64 {
	out := uint64(bucket[0].kind())
	for _, k := range bucket {
		out = mix(out, uint64(k)&(1<<hashShift-1))
	}
	return out
}

// opposite returns the side of the keys that join an account with one that has a key on a side.
func opposite(side uint64) uint64 {
	switch side {
	case sideAsks:
		return sideHas
	case sideHas:
		return sideAsks
	}
	return sideBoth
}

// merged joins the pairs of the same accounts into one with all their kinds.
func merged(sorted []pair) []pair {
	out := sorted[:0]
	for _, p := range sorted {
		if last := len(out) - 1; last >= 0 && out[last].bare() == p.bare() {
			out[last] |= p
			continue
		}
		out = append(out, p)
	}
	return slices.Clip(out)
}
