package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// An advantage tells for which parties it goes well and for which ill, by one clause.
type advantage struct {
	well, ill []term
	alone     bool // it can go so well for one side alone
}

// advantageIn reads the advantage out of a clause, where it tells one.
func advantageIn(t *telling) advantage {
	var a advantage
	if t.denied || t.open {
		return a
	}
	switch t.fortune() {
	case "winning":
		a.well, a.ill, a.alone = parties(t.doer()), parties(t.undergoer()), t.undergoer() == nil
	case "winner":
		a.well, a.ill = parties(t.doer()), parties(t.undergoer())
	case "holder":
		if t.isHeld(t.undergoer()) {
			a.well = parties(t.doer())
		}
	case "loser":
		a.ill = parties(t.doer())
	case "owner":
		a.well = t.owners()
	}
	return a
}

// fortune returns how a clause tells who has the upper hand, or "": by its predicate, alone or with an adverb ("fight back").
func (t *telling) fortune() string {
	predicate := strings.TrimPrefix(t.clause.Predicate, "be ")
	for _, adverb := range t.clause.Adverbs {
		if how := words().advantages[predicate+" "+adverb]; how != "" {
			return how
		}
	}
	return words().advantages[predicate]
}

func parties(t *term) []term {
	if t == nil || t.party == rashomon.None {
		return nil
	}
	return []term{*t}
}

// isHeld reports whether a term is a place or a weapon, which one side takes from the other.
func (t *telling) isHeld(thing *term) bool {
	if thing == nil || thing.role.Entity == rashomon.None || words().classes.Has("stop", thing.word) {
		return false
	}
	switch t.digest.Entities[thing.role.Entity].Type {
	case rashomon.EntityPlace, rashomon.EntityFacility, rashomon.EntityWeapon:
		return true
	}
	return false
}

// owners returns the party whose hands something is in.
func (t *telling) owners() []term {
	for _, other := range t.others {
		if other.word == strings.TrimPrefix(t.clause.Predicate, "be ") && other.owner != rashomon.None {
			return []term{{party: other.owner, word: other.word, named: true}}
		}
	}
	return nil
}

// upperHand finds that it goes well for a party by the one and ill by the other, or well by each for one of two enemies.
func upperHand(a, b *telling, _ likeness) (finding, bool) {
	x, y := advantageIn(a), advantageIn(b)
	strength := 0.0
	switch {
	case meet(x.well, y.ill) || meet(x.ill, y.well) || a.hostile(x.well, y.well):
		strength = 0.55
	case x.alone && y.alone && rivals(x.well, y.well):
		strength = 0.4
	default:
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "whether/upper-hand", strength: strength,
		why: fmt.Sprintf("who has the upper hand: %q, or %q", a.text(), b.text()),
	}, true
}

// meet reports whether a party, or one that goes by the same word, is on both sides.
func meet(a, b []term) bool {
	return slices.ContainsFunc(a, func(x term) bool {
		return slices.ContainsFunc(b, func(y term) bool { return x.same(y) })
	})
}

// rivals reports whether it goes well for two sides that have nothing in common: in one fight it can for one alone.
func rivals(a, b []term) bool { return len(a) > 0 && len(b) > 0 && !meet(a, b) }

// hostile reports whether parties of the one side fight parties of the other, by any event that is told.
func (t *telling) hostile(a, b []term) bool {
	return slices.ContainsFunc(a, func(x term) bool {
		return slices.ContainsFunc(b, func(y term) bool { return x.party != y.party && t.ground.Hostile(x.party, y.party) })
	})
}
