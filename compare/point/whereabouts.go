package point

import (
	"fmt"

	"rashomon"
	"rashomon/digest"
)

// whereabouts finds that somebody is told to have been in two places.
func whereabouts(a, b *telling, _ likeness) (finding, bool) {
	if a.denied || b.denied || a.open || b.open || !elsewhere(a, b) || a.subject.party != b.subject.party {
		return finding{}, false
	}
	if otherTime(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhere, a: a.side(), b: b.side(), rule: "where/whereabouts", strength: 0.55,
		why: fmt.Sprintf("where %s was: %q, or %q", a.quote(*a.subject), a.quote(*a.spot()), b.quote(*b.spot())),
	}, true
}

// elsewhere reports whether two tellings say where somebody was, and name two spots.
func elsewhere(a, b *telling) bool {
	x, y := a.spot(), b.spot()
	return a.tellsWhereabouts() && b.tellsWhereabouts() && x != nil && y != nil && !x.same(y) && !shareKey(a, b, x, y)
}

// tellsWhereabouts reports whether a clause tells where a person with a name was in the past.
func (t *telling) tellsWhereabouts() bool {
	return t.subject != nil && t.subject.named && t.subject.kind == rashomon.EntityPerson && t.clause.Tense == digest.TensePast &&
		(words().classes.Has("whereabouts", t.core) || t.clause.Passive && words().classes.Has("notice", t.core))
}

// spot returns the term of where somebody was.
func (t *telling) spot() *term {
	for i := range t.others {
		other := &t.others[i]
		isPlaced := words().classes.Has("place", other.role.Preposition) && other.role.Timex == rashomon.None && other.role.Quantity == rashomon.None
		if isPlaced && !words().classes.Has("state", other.word) && !words().classes.Has("stop", other.word) {
			return other
		}
	}
	return nil
}
