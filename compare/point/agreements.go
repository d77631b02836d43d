package point

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
)

// agreements gathers pairs that agree into agreements: passages of which each agrees with most of the others on the same
// point, so that a chain of small likenesses joins nothing.
type agreements struct {
	ground   *ground.Ground
	ties     []tie
	passages int // on kinds of points, that have numbers
}

// A tie is a pair that agrees, with its passages by their numbers on its kind of point.
type tie struct {
	*agreed
	ends [2]int32
}

// newAgreements returns those of results, in one numbering of all passages.
func newAgreements(g *ground.Ground, found []*result) *agreements {
	numbers, n := map[key]int32{}, 0
	for _, r := range found {
		n += len(r.agreed)
	}
	a := &agreements{ground: g, ties: make([]tie, 0, n)}
	for _, r := range found {
		for i := range r.agreed {
			t := tie{agreed: &r.agreed[i]}
			for side, of := range [...]rashomon.Passage{t.a.Passage, t.b.Passage} {
				number, known := numbers[key{t.kind, of}]
				if !known {
					number = int32(len(numbers))
					numbers[key{t.kind, of}] = number
				}
				t.ends[side] = number
			}
			a.ties = append(a.ties, t)
		}
	}
	a.passages = len(numbers)
	return a
}

// An agreed is a finding of two passages that agree as it is kept. There are many, and most of a few passages, which have their sides
// in common.
type agreed struct {
	kind      rashomon.PointKind
	rule, why string
	a, b      *rashomon.Side
	strength  float64
}

// agreed returns what was found between two shelves as it is kept.
func (s *shelf) agreed(other *shelf, found []finding) []agreed {
	if len(found) == 0 {
		return nil
	}
	out := make([]agreed, len(found))
	for i, f := range found {
		a, b := s, other
		if f.a.Document != s.digest.Document {
			a, b = other, s
		}
		out[i] = agreed{f.kind, f.rule, f.why, a.side(f.a), b.side(f.b), f.strength}
	}
	return out
}

// side returns a side of the document that is kept once.
func (s *shelf) side(side rashomon.Side) *rashomon.Side {
	if s.sides == nil {
		s.sides = map[rashomon.Passage]*rashomon.Side{}
	}
	known := s.sides[side.Passage]
	if known == nil || known.Statement != side.Statement || !slices.Equal(known.Holders, side.Holders) {
		known = &side
		s.sides[side.Passage] = known
	}
	return known
}

// A key is a passage on a kind of point.
type key struct {
	kind    rashomon.PointKind
	passage rashomon.Passage
}

// isLikely reports whether no rule tells that two passages agree.
func (a *agreed) isLikely() bool { return strings.HasPrefix(a.rule, rashomon.LikelyAgreementRule) }

// A circle is passages that agree.
type circle struct {
	*agreed // the strongest pair
	sides   []rashomon.Side
	numbers []int32 // of the passages, on its kind of point
}

func (a *agreements) list() []rashomon.Agreement {
	slices.SortFunc(a.ties, byStrength)
	agreeing := make(map[[2]int32]bool, len(a.ties))
	for _, f := range a.ties {
		agreeing[unordered(f.ends[0], f.ends[1])] = true
	}
	sure, likely := make([]*circle, a.passages), make([]*circle, a.passages)
	var circles []*circle
	for _, f := range a.ties {
		x, y, of := f.ends[0], f.ends[1], sure
		if f.isLikely() {
			if sure[x] != nil && sure[x] == sure[y] {
				continue
			}
			of = likely
		}
		switch p, q := of[x], of[y]; {
		case p == nil && q == nil:
			of[x] = &circle{agreed: f.agreed, sides: []rashomon.Side{*f.a, *f.b}, numbers: []int32{x, y}}
			of[y] = of[x]
			circles = append(circles, of[x])
		case p == nil && q.takes(*f.a, x, agreeing):
			of[x] = q
		case q == nil && p.takes(*f.b, y, agreeing):
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

// unordered returns two numbers as a pair that is the same in whatever order they come.
func unordered(x, y int32) [2]int32 { return [2]int32{min(x, y), max(x, y)} }

// byStrength puts what rules found first, then the strongest.
func byStrength(x, y tie) int {
	if likely := x.isLikely(); likely != y.isLikely() {
		if likely {
			return 1
		}
		return -1
	}
	if x.strength != y.strength {
		return cmp.Compare(y.strength, x.strength)
	}
	if order := compareBoth(x.a.Passage, x.b.Passage, y.a.Passage, y.b.Passage); order != 0 {
		return order
	}
	return cmp.Or(cmp.Compare(x.kind, y.kind), cmp.Compare(x.rule, y.rule), cmp.Compare(x.why, y.why))
}

// takes adds a passage that agrees with at least half of those of other documents, and reports whether it did.
func (c *circle) takes(side rashomon.Side, number int32, agreed map[[2]int32]bool) bool {
	others, agreeing := 0, 0
	for i, known := range c.sides {
		if known.Document != side.Document {
			others++
			if agreed[unordered(number, c.numbers[i])] {
				agreeing++
			}
		}
	}
	if 2*agreeing < others {
		return false
	}
	c.sides, c.numbers = append(c.sides, side), append(c.numbers, number)
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
