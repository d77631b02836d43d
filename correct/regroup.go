package correct

import (
	"cmp"
	"slices"

	"rashomon"
)

// A group is elements that are one, sorted, with the reasons.
type group struct {
	elements []rashomon.Element
	joins    []rashomon.Join
}

// A bond is what a correction says of two elements: that they are one, or that they are not.
type bond struct {
	a, b       rashomon.Element
	apart      bool
	correction rashomon.Correction
}

// A forest holds what is one so far, and what must not become one.
type forest struct {
	parent map[rashomon.Element]rashomon.Element
	apart  [][2]rashomon.Element
}

func (f *forest) root(e rashomon.Element) rashomon.Element {
	for {
		above, known := f.parent[e]
		if !known {
			return e
		}
		e = above
	}
}

// unite makes two elements one unless that makes one of two that are apart, and reports whether they are one then.
func (f *forest) unite(a, b rashomon.Element) bool {
	a, b = f.root(a), f.root(b)
	if a == b {
		return true
	}
	for _, pair := range f.apart {
		x, y := f.root(pair[0]), f.root(pair[1])
		if x == a && y == b || x == b && y == a {
			return false
		}
	}
	if b.Less(a) {
		a, b = b, a
	}
	f.parent[b] = a
	return true
}

// part keeps two elements apart unless they are one, and reports whether they are apart then.
func (f *forest) part(a, b rashomon.Element) bool {
	if f.root(a) == f.root(b) {
		return false
	}
	f.apart = append(f.apart, [2]rashomon.Element{a, b})
	return true
}

// regroup joins and parts groups as bonds say. The latest bond goes before the others; then the joins that were found, the
// surest first, go as far as the bonds let them (Kruskal 1956, with pairs that must not meet, as in Wagstaff et al. 2001).
// What nothing holds any more stays with the first of its group where it may. It returns the groups sorted, and the bonds
// that later ones contradict.
func regroup(groups []group, bonds []bond) (out []group, contradicted []bond) {
	f := &forest{parent: map[rashomon.Element]rashomon.Element{}}
	var joins []rashomon.Join
	for _, b := range slices.Backward(bonds) {
		holds := f.part
		if !b.apart {
			holds = f.unite
		}
		if !holds(b.a, b.b) {
			contradicted = append(contradicted, b)
		} else if !b.apart && b.a != b.b {
			joins = append(joins, b.join())
		}
	}
	for _, g := range groups {
		joins = append(joins, g.joins...)
	}
	slices.SortFunc(joins, func(x, y rashomon.Join) int { return cmp.Or(cmp.Compare(y.Score, x.Score), compareJoins(x, y)) })
	for _, join := range joins {
		f.unite(join.A, join.B)
	}
	for _, g := range groups {
		for _, element := range g.elements {
			f.unite(g.elements[0], element)
		}
	}
	return f.groups(groups, joins), contradicted
}

func (f *forest) groups(groups []group, joins []rashomon.Join) []group {
	byRoot := map[rashomon.Element]*group{}
	var out []*group
	for _, g := range groups {
		for _, element := range g.elements {
			root := f.root(element)
			if byRoot[root] == nil {
				byRoot[root] = &group{}
				out = append(out, byRoot[root])
			}
			byRoot[root].elements = append(byRoot[root].elements, element)
		}
	}
	for _, join := range joins {
		if root := f.root(join.A); root == f.root(join.B) && byRoot[root] != nil {
			byRoot[root].joins = append(byRoot[root].joins, join)
		}
	}
	var sorted []group
	for _, g := range out {
		slices.SortFunc(g.elements, compareElements)
		slices.SortStableFunc(g.joins, compareJoins)
		sorted = append(sorted, *g)
	}
	slices.SortFunc(sorted, func(a, b group) int { return compareElements(a.elements[0], b.elements[0]) })
	return sorted
}

// join is what a bond of two that are one says to people.
func (b bond) join() rashomon.Join {
	first, second := b.a, b.b
	if second.Less(first) {
		first, second = second, first
	}
	return rashomon.Join{
		A: first, B: second, Rule: "correction/merge", Score: 1,
		Reason: "merged by " + b.correction.Author + ": " + b.correction.Reason,
	}
}

func compareJoins(x, y rashomon.Join) int {
	return cmp.Or(
		compareElements(x.A, y.A), compareElements(x.B, y.B), cmp.Compare(x.Rule, y.Rule), cmp.Compare(x.Reason, y.Reason),
	)
}

func compareElements(a, b rashomon.Element) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Index, b.Index))
}
