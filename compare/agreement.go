package compare

import (
	"slices"

	"rashomon"
	"rashomon/compare/sorting"
)

// distinct leaves out the agreements that say no more than another one does: that both tell of a deed, where they also agree
// on how many, when or where; and the smaller of two of one kind on the same passages.
func distinct(agreements []rashomon.Agreement) []rashomon.Agreement {
	weight := func(a *rashomon.Agreement) float64 { return float64(len(a.Passages)) - tellsMore*float64(rank(*a)) }
	sorting.ByWeight(agreements, weight, func(a *rashomon.Agreement) string { return a.ID })
	out := make([]rashomon.Agreement, 0, len(agreements))
	k := keeping{documents: map[string]int32{}}
	for i := range agreements {
		if k.keeps(&agreements[i]) {
			out = append(out, agreements[i])
		}
	}
	return out
}

// tellsMore is more than the passages of any agreement.
const tellsMore = 1e9

// rank puts agreements that tell more than that something was so before the others.
func rank(a rashomon.Agreement) int {
	if a.Kind == rashomon.PointWhether {
		return 1
	}
	return 0
}

// keeping is the agreements that are kept, as far as it is asked whether they cover another.
type keeping struct {
	documents map[string]int32 // their numbers
	kept      []outline
	at        [][]int32 // of each document: which of those have a passage there
	room      []stretch
}

// An outline is the kind of an agreement and where its passages stand.
type outline struct {
	rank  int
	kind  rashomon.PointKind
	sides []stretch
}

// A stretch is a passage with the number of its document.
type stretch struct{ document, start, end int32 }

// keeps keeps an agreement unless one that is kept covers it, and reports whether it does.
func (k *keeping) keeps(a *rashomon.Agreement) bool {
	o := k.outline(a)
	covers := func(i int32) bool { return o.isCoveredBy(&k.kept[i]) }
	if slices.ContainsFunc(k.at[o.sides[0].document], covers) {
		k.room = k.room[:len(k.room)-len(o.sides)]
		return false
	}
	for i, side := range o.sides {
		if i == 0 || side.document != o.sides[i-1].document {
			k.at[side.document] = append(k.at[side.document], int32(len(k.kept)))
		}
	}
	k.kept = append(k.kept, o)
	return true
}

func (k *keeping) outline(a *rashomon.Agreement) outline {
	from := len(k.room)
	for i := range a.Passages {
		p := &a.Passages[i].Passage
		number, known := k.documents[p.Document]
		if !known {
			number = int32(len(k.documents))
			k.documents[p.Document], k.at = number, append(k.at, nil)
		}
		k.room = append(k.room, stretch{number, int32(p.Extent.Start), int32(p.Extent.End)})
	}
	return outline{rank(*a), a.Kind, k.room[from:len(k.room):len(k.room)]}
}

// isCoveredBy reports whether another agreement, which tells more or is of its kind, is of all the documents that an agreement is
// of, and shares passages of two of them.
func (o outline) isCoveredBy(other *outline) bool {
	if other.rank == o.rank && other.kind != o.kind {
		return false
	}
	first, several := int32(rashomon.None), false
	for _, side := range o.sides {
		isOf, shares := false, false
		for _, wider := range other.sides {
			isOf = isOf || wider.document == side.document
			shares = shares || wider.document == side.document && wider.start < side.end && side.start < wider.end
		}
		switch {
		case !isOf:
			return false
		case shares && first == rashomon.None:
			first = side.document
		case shares && side.document != first:
			several = true
		}
	}
	return several
}
