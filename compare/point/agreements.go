package point

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
)

// agreements gathers pairs that agree into agreements: passages of which each agrees with most of the others on the same
// point, so that a chain of small likenesses joins nothing.
type agreements struct {
	ground *ground.Ground
	pairs  []finding
}

func newAgreements(g *ground.Ground) *agreements { return &agreements{ground: g} }

// A key is a passage on a kind of point.
type key struct {
	kind    rashomon.PointKind
	passage rashomon.Passage
}

// A circle is passages that agree.
type circle struct {
	finding // the strongest pair
	sides   []rashomon.Side
}

func (a *agreements) list() []rashomon.Agreement {
	slices.SortFunc(a.pairs, byStrength)
	agreed, of := map[[2]key]bool{}, map[key]*circle{}
	for _, f := range a.pairs {
		x, y := f.keys()
		agreed[[2]key{x, y}], agreed[[2]key{y, x}] = true, true
	}
	var circles []*circle
	for _, f := range a.pairs {
		x, y := f.keys()
		switch p, q := of[x], of[y]; {
		case p == nil && q == nil:
			of[x] = &circle{finding: f, sides: []rashomon.Side{f.a, f.b}}
			of[y] = of[x]
			circles = append(circles, of[x])
		case p == nil && q.takes(f.a, agreed):
			of[x] = q
		case q == nil && p.takes(f.b, agreed):
			of[y] = p
		}
	}
	var out []rashomon.Agreement
	for _, c := range circles {
		if agreement := a.finish(c); !a.isCopied(agreement) {
			out = append(out, agreement)
		}
	}
	slices.SortFunc(out, func(x, y rashomon.Agreement) int { return cmp.Compare(x.ID, y.ID) })
	return out
}

func (f finding) keys() (x, y key) { return key{f.kind, f.a.Passage}, key{f.kind, f.b.Passage} }

// byStrength puts the strongest first.
func byStrength(x, y finding) int {
	return cmp.Or(-cmp.Compare(x.strength, y.strength), compare(x.a.Passage, y.a.Passage), compare(x.b.Passage, y.b.Passage),
		cmp.Compare(x.kind, y.kind), cmp.Compare(x.rule, y.rule))
}

// takes adds a passage that agrees with at least half of those of other documents, and reports whether it did.
func (c *circle) takes(side rashomon.Side, agreed map[[2]key]bool) bool {
	others, agreeing := 0, 0
	for _, known := range c.sides {
		if known.Document != side.Document {
			others++
			if agreed[[2]key{{c.kind, side.Passage}, {c.kind, known.Passage}}] {
				agreeing++
			}
		}
	}
	if 2*agreeing < others {
		return false
	}
	c.sides = append(c.sides, side)
	return true
}

func (a *agreements) finish(c *circle) rashomon.Agreement {
	agreement := rashomon.Agreement{Kind: c.kind, Rule: c.rule, Why: c.why, Passages: c.sides}
	slices.SortFunc(agreement.Passages, func(x, y rashomon.Side) int { return compare(x.Passage, y.Passage) })
	agreement.Roots = a.ground.Roots(passages(agreement))
	agreement.ID = id("a", finding{kind: agreement.Kind, rule: agreement.Rule, a: agreement.Passages[0], b: agreement.Passages[1]})
	return agreement
}

func passages(a rashomon.Agreement) []rashomon.Passage {
	out := make([]rashomon.Passage, len(a.Passages))
	for i, side := range a.Passages {
		out[i] = side.Passage
	}
	return out
}

// isCopied reports whether all passages stand in copies of one text: who prints what another wrote agrees with nobody.
func (a *agreements) isCopied(agreement rashomon.Agreement) bool {
	return len(agreement.Roots) == 1 && !slices.ContainsFunc(agreement.Passages, func(side rashomon.Side) bool {
		return !a.ground.IsCopied(side.Passage, agreement.Roots[0])
	})
}
