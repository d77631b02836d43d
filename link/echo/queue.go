package echo

import (
	"cmp"
	"slices"
)

// A queue is the accounts that have a key on one side, in the order of time. It never changes: many buckets have the
// same one.
type queue []int32

// queues are those of a large bucket, by side.
type queues [3]queue

// A place is one that an account has in a queue.
type place struct {
	account int32
	side    uint64
}

// compare compares places by time; those of one account, which may ask for what it has, by side.
func (f *finding) compare(a, b place) int {
	return cmp.Or(cmp.Compare(f.rank[a.account], f.rank[b.account]), cmp.Compare(a.side, b.side))
}

// line puts the new keys of a large bucket into its queues, which it makes where there are none yet, and adds the pairs
// of each account with the neighbours before it that have what it asks for, or ask for what it has.
func (f *finding) line(was *queues, all, added []key) *queues {
	members := membersOf(all)
	if known := f.lined[members]; known != nil {
		return known
	}
	if was == nil {
		was, added = &queues{}, all
	}
	made := &queues{}
	for side := range made {
		var own queue
		for _, k := range added {
			if k.side() == uint64(side) {
				own = append(own, int32(k.account()))
			}
		}
		slices.SortFunc(own, f.byTime)
		made[side] = f.merge(was[side], own)
	}
	for side, q := range made {
		f.addNeighbours(all[0].kind(), q, uint64(side), made[opposite(uint64(side))])
	}
	f.lined[members] = made
	return made
}

func (f *finding) byTime(a, b int32) int { return cmp.Compare(f.rank[a], f.rank[b]) }

// merge returns two queues as one.
func (f *finding) merge(a, b queue) queue {
	if len(b) == 0 {
		return a
	}
	out := make(queue, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if f.byTime(a[0], b[0]) < 0 {
			out, a = append(out, a[0]), a[1:]
		} else {
			out, b = append(out, b[0]), b[1:]
		}
	}
	return append(append(out, a...), b...)
}

func (f *finding) isNew(account int32) bool { return int(account) >= f.first }

// addNeighbours adds the pairs of accounts with those before them in the queue of the opposite side, and notes the pairs
// of old accounts between which new ones have come.
func (f *finding) addNeighbours(kind keyKind, q queue, side uint64, others queue) {
	at, lastNew := 0, -1
	for _, account := range q {
		for at < len(others) && f.compare(place{others[at], opposite(side)}, place{account, side}) < 0 {
			if f.isNew(others[at]) {
				lastNew = at
			}
			at++
		}
		if f.isNew(account) || lastNew >= 0 && at-1-lastNew < neighbours {
			f.addBefore(kind, account, others[:at])
		}
	}
}

// addBefore adds the pairs of an account with its neighbours among those before it.
func (f *finding) addBefore(kind keyKind, account int32, before queue) {
	old := 0 // how many of those looked at are old
	for i := len(before) - 1; i >= 0 && old < neighbours; i-- {
		p, isNear := newPair(int(before[i]), int(account), kind), len(before)-i <= neighbours
		switch {
		case isNear:
			f.add(p)
		case f.isNew(account):
			return
		case !f.isNew(before[i]) && before[i] != account:
			f.parted[p.bare()] = true
		}
		if !f.isNew(before[i]) {
			old++
		}
	}
}

// kinds returns the kinds of the keys that the accounts of a pair share, and by which they are neighbours.
func (x *Index) kinds(p pair) pair {
	f := finding{rank: x.byTime.rank}
	a, b := x.accounts[p.first()].keys(p.first(), x.vocabulary), x.accounts[p.second()].keys(p.second(), x.vocabulary)
	var kinds pair
	for len(a) > 0 && len(b) > 0 {
		switch {
		case a[0].bucket() < b[0].bucket():
			a = a[1:]
		case a[0].bucket() > b[0].bucket():
			b = b[1:]
		default:
			bucket := a[0].bucket()
			n, m := bucketEnd(a, bucket), bucketEnd(b, bucket)
			if f.meet(a[:n], b[:m], x.queues[bucket]) {
				kinds |= 1 << a[0].kind()
			}
			a, b = a[n:], b[m:]
		}
	}
	return kinds
}

// meet reports whether some of the keys of two accounts in one bucket are neighbours. A small bucket has no queues.
func (f *finding) meet(some, others []key, q *queues) bool {
	for _, k := range some {
		for _, l := range others {
			if k.side() == opposite(l.side()) && (q == nil || f.areNear(k.place(), l.place(), q)) {
				return true
			}
		}
	}
	return false
}

func (k key) place() place { return place{int32(k.account()), k.side()} }

func (f *finding) areNear(a, b place, q *queues) bool {
	if f.compare(b, a) < 0 {
		a, b = b, a
	}
	own := q[a.side]
	from, _ := slices.BinarySearchFunc(own, a.account, f.byTime)
	to, _ := slices.BinarySearchFunc(own, b, func(account int32, b place) int {
		return f.compare(place{account, a.side}, b)
	})
	return to-from <= neighbours
}
