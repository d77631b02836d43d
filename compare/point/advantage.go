package point

import (
	"fmt"

	"rashomon"
)

// An advantage tells for which parties it goes well and for which ill, by one clause.
type advantage struct{ well, ill []int }

// advantageIn reads the advantage out of a clause, where it tells one.
func advantageIn(t *telling) advantage {
	var a advantage
	if t.denied {
		return a
	}
	switch words().advantages[t.core] {
	case "subject":
		a.well, a.ill = parties(t.doer()), parties(t.undergoer())
	case "object": // whoever withdraws, it goes ill for
		a.ill = parties(t.doer())
	case "owner":
		a.well = t.owner()
	}
	return a
}

func parties(t *term) []int {
	if t == nil || t.party == rashomon.None {
		return nil
	}
	return []int{t.party}
}

// owner returns the party whose hands something is in.
func (t *telling) owner() []int {
	for _, other := range t.others {
		if other.word == t.core && other.owner != rashomon.None {
			return []int{other.owner}
		}
	}
	return nil
}

// upperHand finds that it goes well for a party by the one and ill by the other, or well by each for one of two enemies.
func upperHand(a, b *telling, _ likeness) (finding, bool) {
	x, y := advantageIn(a), advantageIn(b)
	party := meet(x.well, y.ill)
	if party == rashomon.None {
		party = meet(x.ill, y.well)
	}
	if party == rashomon.None && !a.hostile(x.well, y.well) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/upper-hand", strength: 0.55,
		why: fmt.Sprintf("who has the upper hand: %q, or %q", a.text(), b.text()),
	}, true
}

func meet(a, b []int) int {
	for _, x := range a {
		for _, y := range b {
			if x == y {
				return x
			}
		}
	}
	return rashomon.None
}

// hostile reports whether parties of the one side fight parties of the other, by any event that is told.
func (t *telling) hostile(a, b []int) bool {
	for _, x := range a {
		for _, y := range b {
			if x != y && t.ground.Hostile(x, y) {
				return true
			}
		}
	}
	return false
}
