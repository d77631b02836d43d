package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Essays tell of deeds by nouns: "this was before the defections", "the murder of the general". What one tells by a noun
// agrees with what another tells by a noun or a verb.

// nouns returns the deeds that a document tells by nouns, as tellings.
func nouns(g *ground.Ground, d *digest.Digest) []telling {
	var found []telling
	for i := range d.Events {
		event := &d.Events[i]
		if event.Verbal || d.Sentences[event.Sentence].Part == rashomon.PartBoilerplate {
			continue
		}
		t := telling{
			ground: g, digest: d, clause: nounClause(d, event), event: event, index: rashomon.None,
			core: strings.TrimPrefix(event.Lemma, "be "), happening: g.Happening(d.Document, i),
		}
		t.add(t.clause.Roles)
		t.judge()
		t.coreWord = words().word(t.core)
		t.keys = t.findKeys()
		found = append(found, t)
	}
	return found
}

// nounClause returns a deed told by a noun in the form of a clause: who does it is its subject, whom it befalls its object.
func nounClause(d *digest.Digest, event *digest.Event) *digest.Clause {
	c := &digest.Clause{
		Extent: event.Clause, Head: event.Extent, Sentence: event.Sentence, Statement: event.Statement, Predicate: event.Lemma,
		Above: rashomon.None, Event: rashomon.None,
	}
	for _, role := range event.Roles {
		if role.Shared {
			continue
		}
		switch {
		case role.Entity != rashomon.None && slices.Contains(event.Actors, role.Entity):
			role.Relation, role.Preposition = "nsubj", ""
		case role.Entity != rashomon.None && slices.Contains(event.Recipients, role.Entity):
			role.Relation, role.Preposition = "obj", ""
		}
		c.Roles = append(c.Roles, role)
		c.Terms = append(c.Terms, role.Head)
	}
	return c
}

// agreeByNoun tells whether two tellings, one of which at least tells of it by a noun, are of one deed.
func agreeByNoun(a, b *telling, l likeness) (finding, bool) {
	if a.rebutted || b.rebutted || likeDeed(a, b, l) < rareDeed || toldOtherwise(a, b) || otherRole(a, b) {
		return finding{}, false
	}
	s := supportOf(a, b, l)
	if s.linked == 0 && s.parties < sameRole {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "agree/noun", strength: s.total(),
		why: "Both tell of it: " + a.core + ", " + b.core + ".",
	}, true
}

// rareDeed is the likeness of two predicates that are rare enough to tell of one deed where one happening, or one party,
// stands behind both.
const rareDeed = 0.75

// byNoun compares the deeds that two documents tell by nouns, and each of them with what the other tells by verbs.
func byNoun(a, b *shelf, m *matching) []finding {
	var found []finding
	for _, pair := range [][2]*shelf{{a, b}, {b, a}} {
		for i := range pair[0].nouns {
			noun := &pair[0].nouns[i]
			for _, j := range pair[1].candidates(noun, &m.found) {
				told := &pair[1].tellings[j]
				if f, same := agreeByNoun(noun, told, m.liken(noun, told, pair[0] == a)); same {
					found = append(found, f)
				}
			}
		}
	}
	for i := range a.nouns {
		for j := range b.nouns {
			if f, same := agreeByNoun(&a.nouns[i], &b.nouns[j], m.liken(&a.nouns[i], &b.nouns[j], true)); same && f.strength >= sameSupport {
				found = append(found, f)
			}
		}
	}
	return found
}
