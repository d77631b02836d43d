package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/name/chain"
)

// innerRule finds names within names.
const innerRule = "name/within"

// caution is what the score of being in no name within the name is lowered by. So few names within names are marked, and
// so much of the network is made for others, that it is too careful.
const caution = 0.5

// namedAfter are the types of what is often named after persons, or by whoever made it.
var namedAfter = []rashomon.EntityType{
	rashomon.EntityFacility, rashomon.EntityWork, rashomon.EntityEvent, rashomon.EntityOther,
}

// isBelieved reports whether a name of a type within one of another is believed: places are, wherever, and persons in what
// is named after them. Of other types the network finds more that are wrong than right.
func isBelieved(inner, outer rashomon.EntityType) bool {
	return inner == rashomon.EntityPlace || inner == rashomon.EntityPerson && slices.Contains(namedAfter, outer)
}

// addInner adds the names that lie in the last name: "Bergen" in "University of Bergen". Parties that are listed are known as
// one.
func (s sentence) addInner(names []Name) []Name {
	whole := names[len(names)-1]
	outer := whole.Span
	if _, length := findParty(s.forms[outer.Start:outer.End]); outer.Len() == 1 || length == outer.Len() {
		return names
	}
	each := len(s.inner) / len(s.forms)
	scores := s.inner[outer.Start*each : outer.End*each]
	for i := range outer.Len() {
		scores[i*each+chain.Outside] -= caution
	}
	labels := s.path.Best(s.within, scores)
	if !slices.ContainsFunc(labels, func(label int) bool { return label != chain.Outside }) {
		return names
	}
	s.lattice.Sum(s.within, scores, nil)
	for start := 0; start < len(labels); start++ {
		if labels[start] == chain.Outside {
			continue
		}
		kind, end := nameAt(labels, start)
		if isBelieved(s.types[kind], whole.Type) && end-start < len(labels) {
			names = append(names, Name{
				Span: rashomon.Span{Start: outer.Start + start, End: outer.Start + end}, Type: s.types[kind],
				Share: float64(s.lattice.Name(kind, start, end)), Rule: innerRule, Inner: true,
			})
		}
		start = end - 1
	}
	return names
}
