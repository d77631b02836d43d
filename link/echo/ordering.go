package echo

import "slices"

// An ordering keeps accounts sorted, by their places in an index, so that one more finds its place without the others being
// compared with each other again.
type ordering struct {
	compare func(i, j int32) int
	sorted  []int32
	rank    []int32 // of each account, where it is in sorted
}

// extend takes in the accounts that have come since, up to a place of the index.
func (o *ordering) extend(accounts int) {
	var more []int32
	for i := len(o.sorted); i < accounts; i++ {
		more = append(more, int32(i))
	}
	slices.SortFunc(more, o.compare)
	rest, all := o.sorted, make([]int32, 0, accounts)
	for _, i := range more {
		at, _ := slices.BinarySearchFunc(rest, i, o.compare)
		all, rest = append(append(all, rest[:at]...), i), rest[at:]
	}
	o.sorted = append(all, rest...)
	o.rank = slices.Grow(o.rank, accounts-len(o.rank))[:accounts]
	for rank, i := range o.sorted {
		o.rank[i] = int32(rank)
	}
}
