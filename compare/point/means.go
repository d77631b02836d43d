package point

import (
	"fmt"
	"slices"

	"rashomon"
)

// means finds that the same is told to have been done by two things: a stone, or a vehicle.
func means(a, b *telling) (finding, bool) {
	if !sameUndergoer(a, b) || !a.harms() || !b.harms() {
		return finding{}, false
	}
	f := finding{kind: rashomon.PointWhat, rule: "what/means", strength: 0.85}
	x, y := a.instrument(), b.instrument()
	kinds, others := a.meansTold(), b.meansTold()
	switch {
	case x != nil && y != nil && (x.same(y) || words().akin(x.word, y.word) >= 0.5 || related(kinds, others)):
		return finding{}, false
	case x != nil && y != nil:
		f.why = fmt.Sprintf("by what means: %q, or %q", a.quote(*x), b.quote(*y))
	case kinds != nil && others != nil && !related(kinds, others):
		f.why = fmt.Sprintf("by what means: %s, or %s", kinds[0], others[0])
	default:
		return finding{}, false
	}
	return f, true
}

// meansTold returns the kinds of means that a telling names, by its predicate and by the things in it.
func (t *telling) meansTold() []string {
	kinds := slices.Clone(words().means[t.core])
	for _, other := range t.others {
		if words().classes.Has("means", other.role.Preposition) {
			kinds = append(kinds, words().means[other.word]...)
		}
	}
	return kinds
}

// harms reports whether a clause tells of what was done to somebody's body, of which there is one cause.
func (t *telling) harms() bool {
	return words().classes.Has("harm", first(t.core)) || slices.Contains(t.coreWord.families, "kill")
}

// instrument returns the term of the thing that it was done by.
func (t *telling) instrument() *term {
	for i := range t.others {
		role := t.others[i].role
		isThing := !t.others[i].acts() && role.Timex == rashomon.None && role.Quantity == rashomon.None
		if isThing && (role.Preposition == "by" || role.Preposition == "with") {
			return &t.others[i]
		}
	}
	return nil
}

// sameUndergoer reports whether the same person underwent both: he himself, or something of his.
func sameUndergoer(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && x.party != rashomon.None && x.party == y.party
}
