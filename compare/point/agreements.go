package point

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// agreements gathers pairs that agree into agreements: passages that agree with a common one, on the same point.
type agreements struct {
	ground *ground.Ground
	pairs  []finding
}

func newAgreements(g *ground.Ground) *agreements { return &agreements{ground: g} }

func (a *agreements) list() []rashomon.Agreement {
	above := map[key]key{}
	for _, f := range a.pairs {
		x, y := root(above, key{f.kind, f.a.Passage}), root(above, key{f.kind, f.b.Passage})
		if y.less(x) {
			x, y = y, x
		}
		if x != y {
			above[y] = x
		}
	}
	groups := map[key]*rashomon.Agreement{}
	var order []key
	for _, f := range a.pairs {
		at := root(above, key{f.kind, f.a.Passage})
		if groups[at] == nil {
			groups[at] = &rashomon.Agreement{Kind: f.kind, Rule: f.rule, Why: f.why}
			order = append(order, at)
		}
		groups[at].Passages = append(groups[at].Passages, f.a, f.b)
	}
	var out []rashomon.Agreement
	for _, at := range order {
		out = append(out, a.finish(*groups[at]))
	}
	slices.SortFunc(out, func(x, y rashomon.Agreement) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

// A key is a passage on a kind of point.
type key struct {
	kind    rashomon.PointKind
	passage rashomon.Passage
}

func (k key) less(other key) bool { return k.passage.Less(other.passage) }

func root(above map[key]key, k key) key {
	for {
		next, found := above[k]
		if !found {
			return k
		}
		k = next
	}
}

func (a *agreements) finish(agreement rashomon.Agreement) rashomon.Agreement {
	slices.SortFunc(agreement.Passages, func(x, y rashomon.Side) int { return compare(x.Passage, y.Passage) })
	agreement.Passages = slices.CompactFunc(agreement.Passages, func(x, y rashomon.Side) bool { return x.Passage == y.Passage })
	passages := make([]rashomon.Passage, len(agreement.Passages))
	for i, side := range agreement.Passages {
		passages[i] = side.Passage
	}
	agreement.Roots = a.ground.Roots(passages)
	agreement.ID = id("a", finding{kind: agreement.Kind, rule: agreement.Rule, a: agreement.Passages[0], b: agreement.Passages[1]})
	return agreement
}
