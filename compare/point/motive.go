package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A motive is a clause that tells why somebody does what he does to others: "the war is to get at the mines", "their
// only interest was money".
type motive struct {
	by    *telling
	party int
	power bool // he is one of the powers that step in from outside
	sole  bool // it is told to be his only one, or his true one
}

// motives returns what is told of the motives of those who step in.
func motives(tellings []telling) []motive {
	var found []motive
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Negated || t.clause.Modal != "" || t.isQuestion() {
			continue
		}
		if of := t.motiveOf(); of != rashomon.None {
			found = append(found, motive{t, t.party(of), t.isPower(of), t.isSole()})
		}
	}
	return found
}

// motiveOf returns whose motive a clause tells, or None.
func (t *telling) motiveOf() int {
	if t.clause.Predicate == "aim" {
		if t.subject == nil {
			return rashomon.None
		}
		return t.subject.role.Entity
	}
	if !strings.HasPrefix(t.clause.Predicate, "be ") {
		return rashomon.None
	}
	for _, role := range t.clause.Roles {
		switch {
		case !strings.HasPrefix(role.Relation, "nsubj"):
		case words().classes.Has("interest", role.Head):
			return role.Owner
		case words().classes.Has("undertaking", role.Head) && (t.clause.Mark == "to" || t.clause.Mark == "because"):
			if role.Owner != rashomon.None {
				return role.Owner
			}
			return entityWithin(t.digest, role.Extent, func(e digest.Entity) bool { return e.Type != rashomon.EntityPlace })
		}
	}
	return rashomon.None
}

// isPower reports whether an entity is one of the powers that step in from outside: by a code of those between
// states, or by its name.
func (t *telling) isPower(entity int) bool {
	known := t.digest.Entities[entity]
	return slices.Contains(known.Codes, "IGO") || slices.ContainsFunc(known.Mentions, func(m digest.Mention) bool {
		return m.Kind != rashomon.MentionPronoun && holdsAny([]string{m.Head, singular(m.Head)}, "outside_power")
	})
}

// isSole reports whether a sentence says that there is no other motive: "only", "not because".
func (t *telling) isSole() bool {
	said := t.wordsIn(t.digest.Sentences[t.clause.Sentence].Extent)
	if holdsAny(said, "sole") {
		return true
	}
	at := slices.Index(said, "not")
	return at >= 0 && at+1 < len(said) && (said[at+1] == "because" || said[at+1] == "to")
}

// terms returns the words of a motive that tell something, without those of names.
func (m motive) terms() []*word {
	return slices.DeleteFunc(telltale(m.by.keys), func(key *word) bool { return m.by.isNameOf(key.text) })
}

// motivesDiffer finds that two tell motives that have nothing in common, where one of them is told to be the only
// one.
func motivesDiffer(a, b motive) (finding, bool) {
	same := a.party != rashomon.None && a.party == b.party || a.power && b.power
	if !same || !a.sole && !b.sole || a.by.digest.Is(b.by.digest) && !otherVoice(a.by, b.by) ||
		shareRare(a.terms(), b.terms()) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhy, a: a.by.wholeSide(), b: b.by.wholeSide(), rule: "why/motive", strength: 0.55,
		why: "what those who step in are after: one says that it is nothing else",
	}, true
}

// shareRare reports whether two sorted lists have a word in common that says much.
func shareRare(a, b []*word) bool {
	return slices.ContainsFunc(a, func(key *word) bool { return key.weight >= rareWord && isAmong(b, key) })
}
