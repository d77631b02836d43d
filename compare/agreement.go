package compare

import (
	"cmp"
	"slices"

	"rashomon"
)

// distinct leaves out the agreements that say no more than another one does: that both tell of a deed, where they also agree
// on how many, when or where; and the smaller of two of one kind on the same passages.
func distinct(agreements []rashomon.Agreement) []rashomon.Agreement {
	slices.SortFunc(agreements, func(a, b rashomon.Agreement) int {
		return cmp.Or(cmp.Compare(rank(a), rank(b)), -cmp.Compare(len(a.Passages), len(b.Passages)), cmp.Compare(a.ID, b.ID))
	})
	var out []rashomon.Agreement
	at := map[string][]int{} // document -> the agreements that are kept and have a passage there
	for _, agreement := range agreements {
		first := agreement.Passages[0].Document
		if slices.ContainsFunc(at[first], func(i int) bool { return covers(out[i], agreement) }) {
			continue
		}
		for _, side := range agreement.Passages {
			if known := at[side.Document]; len(known) == 0 || known[len(known)-1] != len(out) {
				at[side.Document] = append(known, len(out))
			}
		}
		out = append(out, agreement)
	}
	return out
}

// rank puts agreements that tell more than that something was so before the others.
func rank(a rashomon.Agreement) int {
	if a.Kind == rashomon.PointWhether {
		return 1
	}
	return 0
}

// covers reports whether another agreement, which tells more or is of its kind, is of all the documents that an agreement is
// of, and shares passages of two of them.
func covers(other, agreement rashomon.Agreement) bool {
	if rank(other) == rank(agreement) && other.Kind != agreement.Kind {
		return false
	}
	var touched []string
	for _, side := range agreement.Passages {
		if !slices.ContainsFunc(other.Passages, func(wider rashomon.Side) bool { return wider.Document == side.Document }) {
			return false
		}
		if slices.ContainsFunc(other.Passages, func(wider rashomon.Side) bool {
			return wider.Document == side.Document && wider.Extent.Start < side.Extent.End && side.Extent.Start < wider.Extent.End
		}) && !slices.Contains(touched, side.Document) {
			touched = append(touched, side.Document)
		}
	}
	return len(touched) > 1
}
