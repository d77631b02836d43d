package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// nobody adds the answers that are no number: "no civilians were killed", "nobody died", "denied that anybody was hurt". They answer
// besides what follows from them, and say so: where nobody was harmed, nobody was killed.
func (r *reader) nobody() {
	for i := range r.d.Clauses {
		c := &r.d.Clauses[i]
		for _, role := range c.Roles {
			if !r.isNobody(c, role) || role.Shared || role.Quantity != rashomon.None && role.Negated ||
				c.Modal != "" || c.Mark == "if" {
				continue
			}
			if a := r.none(c, role); a != nil {
				r.answers = append(r.answers, a)
				r.answers = append(r.answers, a.implied()...)
			}
		}
	}
}

// implied returns the answers that follow from one that tells of nobody.
func (a *answer) implied() []*answer {
	var out []*answer
	for _, key := range slices.Sorted(known().words["none of "+a.question.key].All()) {
		follows := *a
		follows.question, follows.told = known().questions[key], a.question
		out = append(out, &follows)
	}
	return out
}

// isNobody reports whether a role is nobody: "no civilian", "not one of them", and "any civilian" where that is denied.
func (r *reader) isNobody(c *digest.Clause, role digest.Role) bool {
	return role.Negated || r.isNotOne(role) || r.isAny(role) && (c.Negated || r.isDenied(c))
}

// isAny reports whether a role is anybody: "any civilian".
func (r *reader) isAny(role digest.Role) bool {
	words := split(r.d.Quote(role.Extent))
	return len(words) > 0 && known().words.Has("any", words[0])
}

// asNobody returns what denied words of anybody come to: "no civilian" for "any civilian".
func asNobody(said string) string {
	first, rest, _ := strings.Cut(said, " ")
	nobody := "no"
	switch {
	case known().words.Has("any person", strings.ToLower(first)):
		nobody = "nobody"
	case rest == "" || strings.HasPrefix(rest, "of "):
		nobody = "none"
	}
	return strings.TrimSpace(nobody + " " + rest)
}

// isDenied reports whether a clause is what somebody denies.
func (r *reader) isDenied(c *digest.Clause) bool {
	return c.Statement != rashomon.None && r.d.Statements[c.Statement].Act == rashomon.ActDeny && !c.Negated
}

// isNotOne reports whether a role is "not one of them" or "not a single man".
func (r *reader) isNotOne(role digest.Role) bool {
	said := strings.TrimSpace(r.d.Quote(role.Extent))
	if len(said) < len("not") || !strings.EqualFold(said[:len("not")], "not") {
		return false
	}
	words := split(said)
	return len(words) > 2 && words[0] == "not" && (known().words.Has("not one", words[1]) ||
		known().words.Has("not one", words[2]))
}

// none returns the answer of a clause of which nobody was the subject or object, or nil.
func (r *reader) none(c *digest.Clause, role digest.Role) *answer {
	if c.Statement != rashomon.None && known().words.Has("no claim", string(r.d.Statements[c.Statement].Act)) &&
		(!r.isDenied(c) || !r.isAny(role)) {
		return nil
	}
	in := known().readings[roleObject]
	if role.Relation == "nsubj" {
		in = known().readings[roleSubject]
	}
	asked := (*question)(nil)
	for _, phrase := range phrases(c, false) {
		if readings := in[phrase]; asked == nil && len(readings) > 0 && readings[0].question.persons {
			asked = readings[0].question
		}
	}
	if asked == nil {
		return nil
	}
	said := r.d.Quote(role.Extent)
	if r.isAny(role) {
		said = asNobody(said)
	}
	words := split(said)
	a := &answer{
		d: r.g.Head(r.d.Document), quantity: rashomon.None, holder: r.holder(c.Statement), body: rashomon.None,
		question: asked, said: strings.ToLower(said), sentence: c.Sentence,
		terms: c.Terms, noun: role.Head, side: r.d.Side(within(r.d, c.Extent, role.Extent), c.Statement),
	}
	where := digest.Quantity{Sentence: c.Sentence, Clause: c.Extent, Extent: role.Extent}
	_, behind, _ := strings.Cut(said, " ")
	a.scope = scope{people: peopleIn(behind), place: rashomon.None, until: published(r.d), period: r.periodOf(&where, len(r.d.Text))}
	switch {
	case anyOf("part", words[min(1, len(words)):]):
		a.scope.narrow = "is a part of a number told before"
	case r.isOfOneDoer(c, role):
		a.scope.narrow = "tells of what one of them did"
	case slices.ContainsFunc(c.Roles, isFrame), r.isFramed(c):
		a.scope.narrow = "tells of the time before or after something else"
	}
	for _, word := range words {
		if group := known().groups[word]; group != "" && group != everybody {
			a.scope.group = group
		}
	}
	return a
}

// isOfOneDoer reports whether a clause says that somebody did a thing to nobody, or that nobody had it done to him by something:
// others may have.
func (r *reader) isOfOneDoer(c *digest.Clause, nobody digest.Role) bool {
	return slices.ContainsFunc(c.Roles, func(role digest.Role) bool {
		if role.Extent == nobody.Extent || role.Entity == rashomon.None {
			return false
		}
		switch r.d.Entities[role.Entity].Type {
		case rashomon.EntityPerson, rashomon.EntityGroup, rashomon.EntityOrganization, rashomon.EntityWeapon:
			return role.Relation == "nsubj" && nobody.Relation != "nsubj" || role.Preposition == "by" && role.Timex == rashomon.None
		}
		return false
	})
}

// isFramed reports whether a clause below sets what is told into the time before or after something: "until the boats came".
func (r *reader) isFramed(c *digest.Clause) bool {
	return slices.ContainsFunc(r.d.Clauses, func(below digest.Clause) bool {
		return below.Above != rashomon.None && &r.d.Clauses[below.Above] == c && known().words.Has("frame", below.Mark)
	})
}

// isFrame reports whether a role sets what is told into the time before or after something that is no date.
func isFrame(role digest.Role) bool {
	return role.Timex == rashomon.None && known().words.Has("frame", role.Preposition)
}
