package score

import (
	"cmp"
	"slices"

	"rashomon"
)

// A TypedExtent is an extent that was given a type.
type TypedExtent struct {
	rashomon.Extent
	Type string
}

// A Pair is the indexes of something wanted and something found that were taken for each other.
type Pair struct{ Wanted, Found int }

// PairTyped pairs what was found with what is wanted, each at most once, where the types fit each other: where the extents are
// the same or, with overlap, where they share a byte, those that have most in common first, and of these those of the same
// type.
func PairTyped(wanted, found []TypedExtent, fit func(wanted, found string) bool, overlap bool) []Pair {
	var candidates []candidate
	for i, w := range wanted {
		for j, f := range found {
			if share := common(w.Extent, f.Extent); (share == 1 || share > 0 && overlap) && fit(w.Type, f.Type) {
				candidates = append(candidates, candidate{Pair{i, j}, share, w.Type != f.Type})
			}
		}
	}
	slices.SortFunc(candidates, candidate.compare)
	usedWanted, usedFound := make([]bool, len(wanted)), make([]bool, len(found))
	var pairs []Pair
	for _, c := range candidates {
		if !usedWanted[c.Wanted] && !usedFound[c.Found] {
			usedWanted[c.Wanted], usedFound[c.Found] = true, true
			pairs = append(pairs, c.Pair)
		}
	}
	return pairs
}

// A candidate is a pair that fits.
type candidate struct {
	Pair
	share   float64
	differs bool // in its type
}

func (c candidate) compare(other candidate) int {
	return cmp.Or(
		cmp.Compare(other.share, c.share), compareBool(c.differs, other.differs),
		cmp.Compare(c.Wanted, other.Wanted), cmp.Compare(c.Found, other.Found),
	)
}

func compareBool(a, b bool) int {
	switch {
	case a == b:
		return 0
	case b:
		return -1
	}
	return 1
}

// common returns what two extents have in common, as a share of all that they cover together: 1 for the same extent.
func common(a, b rashomon.Extent) float64 {
	shared := min(a.End, b.End) - max(a.Start, b.Start)
	if shared <= 0 {
		return 0
	}
	return float64(shared) / float64(max(a.End, b.End)-min(a.Start, b.Start))
}
