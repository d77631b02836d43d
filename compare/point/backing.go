package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A backing is a clause that tells whether others stand behind those who rise: "the Vessian-sponsored uprising",
// "they won without anybody's help".
type backing struct {
	by     *telling
	backed bool
}

// backings returns what a document tells of who stands behind those who rise.
func backings(tellings []telling) []backing {
	var found []backing
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.isQuestion() {
			continue
		}
		switch said := t.wordsSaid(); {
		case t.isSponsorship(said):
			found = append(found, backing{t, true})
		case t.isSelfReliance(said):
			found = append(found, backing{t, false})
		}
	}
	return found
}

// isSponsorship reports whether a clause says that others stand behind a rising.
func (t *telling) isSponsorship(said []string) bool {
	for i, word := range said {
		if sponsor(word) != "" && holdsAny(said[i:min(len(said), i+nearWords)], "revolt") {
			return true
		}
	}
	if words().classes.Has("sponsor", t.core) && t.clause.Passive && t.subject != nil &&
		t.rises(t.subject.role.Extent) && t.isSponsored() {
		return true
	}
	return slices.ContainsFunc(t.terms(), func(of term) bool {
		inside := t.wordsIn(of.role.Extent)
		return holdsAny(inside, "aid") && !slices.Contains(inside, "without") && t.rises(of.role.Extent)
	})
}

// nearWords is how many words a name and the noun that it stands before may take.
const nearWords = 3

// isSponsored reports whether a clause, or one that is joined to it, names those by whom something is done.
func (t *telling) isSponsored() bool {
	isBy := func(role digest.Role) bool { return role.Relation == "obl:agent" && role.Entity != rashomon.None }
	return slices.ContainsFunc(t.clause.Roles, isBy) ||
		slices.ContainsFunc(t.digest.Clauses, func(c digest.Clause) bool {
			return c.Above == t.index && c.Relation == "conj" && words().classes.Has("sponsor", c.Predicate) &&
				slices.ContainsFunc(c.Roles, isBy)
		})
}

// rises reports whether a stretch of text speaks of those who rise, or of what is done against somebody.
func (t *telling) rises(e rashomon.Extent) bool {
	for _, word := range t.wordsIn(e) {
		if words().classes.Has("revolt", word) || strings.HasPrefix(word, "anti-") {
			return true
		}
	}
	return entityWithin(t.digest, e,
		func(entity digest.Entity) bool { return camp(entity.Codes) == "rebel" }) != rashomon.None
}

// isSelfReliance reports whether a clause says that those who rise owe it to nobody.
func (t *telling) isSelfReliance(said []string) bool {
	if slices.Contains(said, "if") || t.clause.Modal != "" {
		return false // "if they were to win without aid"
	}
	at := slices.Index(said, "without")
	if !(at >= 0 && holdsAny(said[at:min(len(said), at+2*nearWords)], "aid")) && !holdsAny(said, "unaided") {
		return false
	}
	return holdsAny(said, "revolt") || t.subject != nil && t.rises(t.subject.role.Extent)
}

// side returns the clause alone.
func (b backing) side() rashomon.Side {
	return b.by.digest.Side(b.by.clause.Extent, b.by.clause.Statement)
}

// backingsDiffer finds that those who rise owe it to nobody by the one, and to others by the other.
func backingsDiffer(a, b backing) (finding, bool) {
	if a.backed == b.backed || a.by.digest.Is(b.by.digest) && !otherVoice(a.by, b.by) || !sharePassage(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWho, a: a.side(), b: b.side(), rule: "who/backed", strength: 0.55,
		why: "one says that others stand behind those who rise, the other that they have no such help",
	}, true
}
