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

// accounts returns the two accounts in the order of their ids, so that how they came tells nothing.
func (p pair) accounts(of []*account) (a, b *account) {
	a, b = of[p>>firstShift], of[p>>secondShift&(1<<sideShift-1)]
	if b.Document < a.Document {
		a, b = b, a
	}
	return a, b
}

// shares reports whether the two share a key of a kind.
func (p pair) shares(kind keyKind) bool { return p>>kind&1 == 1 }

// neighbours is how many accounts before it, in the order of time, an account is compared with among those that share a
// key. A key that more of them share is a formula, or a text that everybody prints: of such, neighbours in time are
// compared, and what hangs together hangs together through them. The cost grows with it.
const neighbours = 30

// candidates returns the pairs of accounts that share a key, sorted, each once. The keys are sorted. Buckets with the
// same accounts give the same pairs, and texts of one mould have hundreds of such.
func (x *Index) candidates() []pair {
	rank, known := x.ranks(), map[uint64]bool{}
	var out []pair
	for start := 0; start < len(x.keys); {
		end := start + 1
		for end < len(x.keys) && x.keys[end].bucket() == x.keys[start].bucket() {
			end++
		}
		if bucket := x.keys[start:end]; len(bucket) == 2 {
			out = appendPairs(out, bucket, rank)
		} else if members := membersOf(bucket); len(bucket) > 2 && !known[members] {
			known[members] = true
			out = appendPairs(out, bucket, rank)
		}
		start = end
	}
	slices.Sort(out)
	return merged(out)
}

// membersOf returns a hash of the accounts of a bucket, with their sides and the kind of key.
func membersOf(bucket []key) uint64 {
	out := uint64(bucket[0].kind())
	for _, k := range bucket {
		out = mix(out, uint64(k)&(1<<hashShift-1))
	}
	return out
}

// ranks returns of each account its place in the order of time.
func (x *Index) ranks() []int {
	order := make([]int, len(x.accounts))
	for i := range order {
		order[i] = i
	}
	slices.SortFunc(order, func(i, j int) int {
		a, b := x.accounts[i], x.accounts[j]
		return cmp.Or(cmp.Compare(moment(a.Published), moment(b.Published)), cmp.Compare(a.Document, b.Document))
	})
	ranks := make([]int, len(order))
	for rank, i := range order {
		ranks[i] = rank
	}
	return ranks
}

// appendPairs adds the pairs of one bucket: of each account with the neighbours before it that have what it asks for,
// or ask for what it has.
func appendPairs(pairs []pair, bucket []key, rank []int) []pair {
	if len(bucket) > neighbours {
		bucket = slices.SortedFunc(slices.Values(bucket), func(k, l key) int {
			return cmp.Or(cmp.Compare(rank[k.account()], rank[l.account()]), cmp.Compare(k.side(), l.side()))
		})
	}
	var before [3][]int // by side
	for _, k := range bucket {
		others := before[opposite(k.side())]
		for _, other := range others[max(0, len(others)-neighbours):] {
			if other != k.account() {
				pairs = append(pairs, newPair(other, k.account(), k.kind()))
			}
		}
		before[k.side()] = append(before[k.side()], k.account())
	}
	return pairs
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
		if last := len(out) - 1; last >= 0 && out[last]>>secondShift == p>>secondShift {
			out[last] |= p
			continue
		}
		out = append(out, p)
	}
	return slices.Clip(out)
}
