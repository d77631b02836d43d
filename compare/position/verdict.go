package position

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// verdicts finds words of praise and blame in a clause, and of whom they are said.
func (w *witness) verdicts(clause int) {
	c := &w.d.Clauses[clause]
	if c.Negated || c.Perfect && c.Modal != "" || inClass("conditional", c.Mark) {
		return
	}
	words := append(strings.Fields(c.Predicate), c.Predicate, strings.ToLower(w.d.Quote(c.Head)))
	all := append(append(slices.Clone(words), c.Terms...), w.infinitives(clause)...)
	for _, word := range words {
		for _, v := range known().verdicts[word] {
			if v.stands(all) {
				w.addVerdict(c, v)
			}
		}
	}
}

// infinitives returns the predicates of the infinitives that complete a clause: "has itself to blame".
func (w *witness) infinitives(clause int) []string {
	var out []string
	for _, below := range w.places.below[clause] {
		if c := &w.d.Clauses[below]; c.Mark == "to" {
			out = append(out, c.Predicate)
		}
	}
	return out
}

// stands reports whether all words of a verdict are among some.
func (v verdict) stands(words []string) bool {
	return !slices.ContainsFunc(v.words, func(word string) bool { return !slices.Contains(words, word) })
}

func (w *witness) addVerdict(c *digest.Clause, v verdict) {
	weight, isFate := weightVerdict, v.whom == "foretold"
	if isFate {
		weight = weightFate
	}
	if v.whom == "subject" && (c.Tense == digest.TenseNone || c.Modal != "") {
		return // "somebody to tell the truth"
	}
	if v.whom != "subject" && !isFate && !w.isSaidByWriter(c) || isFate && !inClass("will", c.Modal) {
		return
	}
	for _, role := range c.Roles {
		if !v.concerns(role, c) {
			continue
		}
		for _, entity := range w.entitiesIn(role) {
			w.add(entity, c.Statement, evidence{
				extent: c.Extent, sign: v.valence, weight: weight, weak: isFate, reason: fmt.Sprintf("it says %q", w.d.Quote(c.Extent)),
			})
		}
	}
}

// concerns reports whether a verdict is said of a role.
func (v verdict) concerns(role digest.Role, c *digest.Clause) bool {
	switch v.whom {
	case "subject":
		return isSubject(role) && !c.Passive
	case "foretold":
		return isSubject(role)
	case "object":
		return role.Relation == "obj" || role.Relation == "iobj" || role.Relation == "nsubj:pass"
	}
	return role.Preposition == v.whom
}

// entitiesIn returns the entity of a role, and those by whose name it goes: "the men of the Harbour Guard" are the Guard's,
// "its leaders" are its own, and what is said of them is said of it.
func (w *witness) entitiesIn(role digest.Role) []int {
	out := w.namedIn(w.phrase(role), role.Entity)
	if role.Entity == rashomon.None {
		return out
	}
	out = append(out, role.Entity)
	switch w.d.Entities[role.Entity].Type {
	case rashomon.EntityPerson, rashomon.EntityGroup:
		if role.Owner != rashomon.None {
			out = append(out, role.Owner)
		}
	}
	return out
}

// longestName is how many bytes a phrase may have for all names in it to be part of what it calls somebody: in a longer one
// other things hang on the noun.
const longestName = 60

// phrase returns a role without what hangs on it loosely.
func (w *witness) phrase(role digest.Role) rashomon.Extent {
	if role.Extent.Len() > longestName {
		return w.mentionIn(role)
	}
	return role.Extent
}

// mentionIn returns the first mention of its entity that a role holds, without what else hangs on it.
func (w *witness) mentionIn(role digest.Role) rashomon.Extent {
	for _, m := range w.mentionsIn(role.Extent) {
		if m.entity == role.Entity {
			return m.Extent
		}
	}
	return rashomon.Extent{}
}

// namedIn returns the entities, places aside, that an extent names, without one of them.
func (w *witness) namedIn(extent rashomon.Extent, without int) []int {
	var out []int
	for _, m := range w.mentionsIn(extent) {
		if m.Kind == rashomon.MentionName && m.entity != without && w.d.Entities[m.entity].Type != rashomon.EntityPlace &&
			extent.Contains(m.Extent) && !slices.Contains(out, m.entity) {
			out = append(out, m.entity)
		}
	}
	return out
}

// isSaidByWriter reports whether the subject of a clause is the writer, somebody in whose name he speaks, or nobody that
// is named: "we thank", "the nation owes", "to stand beside".
func (w *witness) isSaidByWriter(c *digest.Clause) bool {
	for _, role := range c.Roles {
		if isSubject(role) {
			return inClass("everybody", role.Head) || role.Entity != rashomon.None && w.speaksFor(role.Entity)
		}
	}
	return true
}

// speaksFor reports whether the document is the word of an entity, or of the government that the entity is.
func (w *witness) speaksFor(entity int) bool {
	if w.self[w.g.Party(w.d.Document, entity)] {
		return true
	}
	first, _, _ := strings.Cut(strings.ToLower(w.d.Entities[entity].Name), " ")
	return len(w.self) > 0 && (inClass("ours", first) || strings.Contains(strings.ToLower(w.d.Entities[entity].Name), "government"))
}
