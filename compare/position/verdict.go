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
	if c.Perfect && c.Modal != "" || inClass("conditional", c.Mark) {
		return
	}
	words := append(strings.Fields(c.Predicate), c.Predicate, strings.ToLower(w.d.Quote(c.Head)))
	all := append(append(append(slices.Clone(words), c.Terms...), c.Adverbs...), w.infinitives(clause)...)
	for _, word := range words {
		for _, v := range known().verdicts[word] {
			if !v.stands(all) {
				continue
			}
			if v.isDenied(c) {
				if v.valence < 0 || !v.isOfDoer() {
					continue // who did not lie need not be praised for it
				}
				v.valence = -1
			}
			w.addVerdict(c, v)
		}
	}
}

// isDenied reports whether a clause says that a verdict does not hold: "they have no courage".
func (v verdict) isDenied(c *digest.Clause) bool {
	return c.Negated || slices.ContainsFunc(c.Roles, func(r digest.Role) bool {
		return r.Negated && (slices.Contains(v.words, r.Head) || isSubject(r))
	})
}

// isOfDoer reports whether a verdict is said of what somebody did or is, or of those for whom one feels something.
func (v verdict) isOfDoer() bool {
	return v.whom == "subject" || v.words[0] == "have" || v.words[0] == "feel"
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
	if !w.isSaid(c, v) {
		return
	}
	weight, isFate := weightVerdict, v.whom == "foretold"
	if isFate {
		weight = weightFate
	}
	for _, role := range c.Roles {
		for _, entity := range w.concerned(v, role, c) {
			w.add(entity, c.Statement, evidence{
				extent: c.Extent, sign: v.valence, weight: weight, weak: isFate, reason: fmt.Sprintf("it says %q", w.d.Quote(c.Extent)),
			})
		}
	}
}

// isSaid reports whether a clause has the form in which its verdict is one.
func (w *witness) isSaid(c *digest.Clause, v verdict) bool {
	switch v.whom {
	case "subject":
		return c.Tense != digest.TenseNone && c.Modal == "" && !w.isAsSuch(c) // not "somebody to tell the truth"
	case "foretold":
		return inClass("will", c.Modal)
	case "due":
		return inClass("must", c.Modal) && !c.Perfect || w.isDemanded(c)
	}
	return w.isSaidByWriter(c) || slices.ContainsFunc(c.Roles, func(r digest.Role) bool { // "thanks are due to them"
		return isSubject(r) && slices.Contains(v.words, r.Head)
	})
}

// isAsSuch reports whether what was taken for the verb of a clause stands right behind "as": "dismissed as lies all that was told".
func (w *witness) isAsSuch(c *digest.Clause) bool {
	return strings.HasSuffix(strings.TrimRight(strings.ToLower(w.d.Text[:c.Head.Start]), " "), " as")
}

// isDemanded reports whether a clause is what the writer demands: "we demand that the mayor be tried".
func (w *witness) isDemanded(c *digest.Clause) bool {
	if c.Above == rashomon.None || c.Tense != digest.TenseNone || c.Modal != "" {
		return false
	}
	above := &w.d.Clauses[c.Above]
	return inClass("demands", above.Predicate) && !above.Negated && w.isSaidByWriter(above)
}

// concerned returns of whom a verdict is said by a role: "sympathy with the strikers" is of the strikers.
func (w *witness) concerned(v verdict, role digest.Role, c *digest.Clause) []int {
	switch {
	case v.concerns(role, c):
		return w.entitiesIn(role)
	case role.Relation == "obj" && slices.Contains(v.words, role.Head) && v.isWithPreposition():
		return w.namedIn(role.Extent, role.Entity)
	}
	return nil
}

func (v verdict) isWithPreposition() bool {
	return !slices.Contains([]string{"subject", "object", "foretold", "due"}, v.whom)
}

// concerns reports whether a verdict is said of a role.
func (v verdict) concerns(role digest.Role, c *digest.Clause) bool {
	switch v.whom {
	case "subject":
		return isSubject(role) && !c.Passive
	case "foretold", "due":
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
			return inClass("everybody", role.Head) || role.Entity != rashomon.None && (w.speaksFor(role.Entity) || w.owes(c, role.Entity))
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

// owes reports whether a clause tells what a country or town owes to somebody, which is the writer's opinion: what it does or says
// may be reported.
func (w *witness) owes(c *digest.Clause, entity int) bool {
	return inClass("owe", c.Predicate) && w.d.Entities[entity].Type == rashomon.EntityPlace
}
