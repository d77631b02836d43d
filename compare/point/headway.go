package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A headway is a clause that tells that fighters came forward, or did not.
type headway struct {
	by   *telling
	who  combatant
	made bool
}

// headways returns who is told to have come forward, or not.
func headways(tellings []telling) []headway {
	var found []headway
	for i := range tellings {
		t := &tellings[i]
		if !t.isAdvance() || t.clause.Mark == "if" || t.isQuestion() || t.clause.Modal != "" {
			continue
		}
		failed := t.denied || t.hangsOn("failing")
		who := t.combatants(t.doer())
		if len(who) > 0 && who[0].camp != "" && (failed || t.isAchieved()) {
			found = append(found, headway{t, who[0], !failed})
		}
	}
	return found
}

// isAdvance reports whether a clause is of coming forward: "advance", "make an advance", "gain ground".
func (t *telling) isAdvance() bool {
	if words().classes.Has("advance", t.clause.Predicate) {
		return t.undergoer() == nil
	}
	return slices.ContainsFunc(t.clause.Roles, func(role digest.Role) bool {
		return role.Relation == "obj" && words().classes.Has("headway", first(t.clause.Predicate)+"_"+role.Head)
	})
}

// isAchieved reports whether a clause is told as so: as an actual deed, or as what somebody was able to do.
func (t *telling) isAchieved() bool {
	if t.open && !t.isIntended() {
		return false
	}
	for at := t.index; ; at = t.digest.Clauses[at].Above {
		c := t.digest.Clauses[at]
		if words().classes.Has("achieve", strings.TrimPrefix(c.Predicate, "be ")) {
			return true
		}
		if c.Above == rashomon.None || c.Relation != "conj" && !strings.HasPrefix(c.Relation, "xcomp") {
			return c.Tense != "" && c.Modal == "" && !c.Negated
		}
	}
}

// headwaysDiffer finds that one side came forward by the one, and did not by the other.
func headwaysDiffer(a, b headway) (finding, bool) {
	if a.made == b.made || !a.who.sided(b.who) || a.by.digest.Is(b.by.digest) && !otherVoice(a.by, b.by) ||
		otherTime(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.by.wholeSide(), b: b.by.wholeSide(), rule: "whether/advance", strength: 0.5,
		why: fmt.Sprintf("whether %s came forward", a.who.called()),
	}, true
}
