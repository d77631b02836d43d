package name

import (
	"slices"

	"rashomon"
	"rashomon/entity/name/chain"
)

// innerRule finds names within names.
const innerRule = "name/within"

// caution is what the score of being in no name within the name is lowered by. So few names within names are marked, and
// so much of the network is made for others, that it is too careful: in GUM's development part this finds 17 places right
// and 7 wrong where it would find 14 and 5.
const caution = 1

// addInner adds the places whose names lie in a name: "Bergen" in "University of Bergen". Parties that are listed are known
// as one, and of other types what the network finds is more often wrong than right.
func (s sentence) addInner(names []Name, outer rashomon.Span) []Name {
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
		if s.types[kind] == rashomon.EntityPlace && end-start < len(labels) {
			names = append(names, Name{
				Span: rashomon.Span{Start: outer.Start + start, End: outer.Start + end}, Type: rashomon.EntityPlace,
				Share: float64(s.lattice.Name(kind, start, end)), Rule: innerRule, Inner: true,
			})
		}
		start = end - 1
	}
	return names
}
