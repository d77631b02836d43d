package score

// PairMost pairs what was found with what is wanted, each at most once, where they fit each other, in as many pairs as
// there can be. The pairs are in the order of what is wanted; where not all of it can be paired, what stands first is.
//
// That is a maximum matching of a bipartite graph, found by augmenting paths (Berge 1957): one that is wanted takes
// what fits it, also from another that can take something else instead.
func PairMost[W, F any](wanted []W, found []F, fit func(W, F) bool) []Pair {
	m := matching{fitting: make([][]int, len(wanted)), owner: make([]int, len(found))}
	for j := range found {
		m.owner[j] = -1
	}
	for i, w := range wanted {
		for j, f := range found {
			if fit(w, f) {
				m.fitting[i] = append(m.fitting[i], j)
			}
		}
		m.take(i, make([]bool, len(found)))
	}
	return m.pairs()
}

// A matching is on its way to hold as many pairs as there can be.
type matching struct {
	fitting [][]int // for each that is wanted, what was found that fits it
	owner   []int   // for each that was found, the one wanted that it is paired with, or -1
}

// take pairs one that is wanted, if it can be done by moving others; asked marks what was found that cannot be had.
func (m matching) take(wanted int, asked []bool) bool {
	for _, found := range m.fitting[wanted] {
		if asked[found] {
			continue
		}
		asked[found] = true
		if m.owner[found] < 0 || m.take(m.owner[found], asked) {
			m.owner[found] = wanted
			return true
		}
	}
	return false
}

func (m matching) pairs() []Pair {
	partner := make([]int, len(m.fitting))
	for found, wanted := range m.owner {
		if wanted >= 0 {
			partner[wanted] = found + 1
		}
	}
	var pairs []Pair
	for wanted, found := range partner {
		if found > 0 {
			pairs = append(pairs, Pair{wanted, found - 1})
		}
	}
	return pairs
}
