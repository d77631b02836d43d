package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A stand is a clause by which somebody wants a ruler to win, or to be driven from power: "victory to Sadik", "she
// wants to get rid of Sadik".
type stand struct {
	by   *telling
	whom int // party
	name string
	good bool
	side rashomon.Side
}

// stands returns who is called upon to win or is to be driven from power. A clause with nothing but a slogan is no
// telling.
func stands(g *ground.Ground, s *shelf) []stand {
	var found []stand
	for i := range s.digest.Clauses {
		c := &s.digest.Clauses[i]
		if c.Negated || s.digest.Sentences[c.Sentence].Part == rashomon.PartBoilerplate || !mayTakeStand(c) {
			continue
		}
		t := telling{ground: g, digest: s.digest, clause: c, index: i}
		good, takes := t.upholds(), true
		if !good {
			takes = t.topples()
		}
		whom := entityWithin(s.digest, t.clause.Extent,
			func(e digest.Entity) bool { return e.Type == rashomon.EntityPerson && isCalled(e) })
		if !takes || whom == rashomon.None || t.party(whom) == rashomon.None {
			continue
		}
		side := t.wholeSide()
		if !good {
			side = t.side()
		}
		found = append(found, stand{&t, t.party(whom), s.digest.Entities[whom].Name, good, side})
	}
	return found
}

// mayTakeStand reports whether the predicate of a clause is one by which somebody takes a stand, before a telling is made of it.
func mayTakeStand(c *digest.Clause) bool {
	return words().classes.Has("uphold", c.Predicate) || words().classes.Has("topple", c.Predicate) || c.Predicate == "get"
}

// upholds reads a slogan or a call: "victory to Sadik", "stand by Sadik".
func (t *telling) upholds() bool {
	c := t.clause
	hasSubject := slices.ContainsFunc(c.Roles, func(r digest.Role) bool {
		return strings.HasPrefix(r.Relation,
			"nsubj")
	})
	return words().classes.Has("uphold", c.Predicate) && !hasSubject && c.Tense == digest.TenseNone && c.Modal == "" &&
		c.Relation == "root" && c.Statement == rashomon.None
}

// topples reads what somebody wants to be done away with: "she intends to get rid of Sadik".
func (t *telling) topples() bool {
	c := t.clause
	topples := words().classes.Has("topple", c.Predicate) || c.Predicate == "get" && holdsAny(c.Terms, "topple")
	return topples && !c.Passive && t.isIntended() && c.Above != rashomon.None &&
		words().classes.Has("wish_for", first(t.digest.Clauses[c.Above].Predicate))
}

// standsDiffer finds that one wants somebody to win whom another wants to be driven from power.
func standsDiffer(a, b stand) (finding, bool) {
	if a.good == b.good || a.whom != b.whom || a.by.digest.Is(b.by.digest) &&
		slices.Equal(a.side.Holders, b.side.Holders) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointPosition, a: a.side, b: b.side, rule: "position/ruler", strength: 0.55,
		why: fmt.Sprintf("one wants %s to win, the other to be driven from power", a.name),
	}, true
}
