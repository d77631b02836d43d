package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// nobody adds the answers that are no number: "no civilians were killed", "nobody died". Where nobody was hurt, nobody
// was killed.
func (r *reader) nobody() {
	for i := range r.d.Clauses {
		c := &r.d.Clauses[i]
		for _, role := range c.Roles {
			if !role.Negated && !r.isNotOne(role) || role.Shared || role.Quantity != rashomon.None && role.Negated ||
				c.Modal != "" || c.Mark == "if" {
				continue
			}
			a := r.none(c, role)
			if a == nil {
				continue
			}
			r.answers = append(r.answers, a)
			if a.question == known().questions["wounded"] {
				unharmed := *a
				unharmed.question = known().questions["dead"]
				r.answers = append(r.answers, &unharmed)
			}
		}
	}
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
	if c.Statement != rashomon.None && known().words.Has("no claim", string(r.d.Statements[c.Statement].Act)) {
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
	words := split(said)
	a := &answer{
		d: r.g.Head(r.d.Document), quantity: rashomon.None, holder: r.holder(c.Statement), body: rashomon.None,
		question: asked, said: strings.ToLower(said), sentence: c.Sentence,
		terms: c.Terms, noun: role.Head, side: r.d.Side(within(r.d, c.Extent, role.Extent), c.Statement),
	}
	where := digest.Quantity{Sentence: c.Sentence, Clause: c.Extent, Extent: role.Extent}
	a.scope = scope{place: rashomon.None, until: published(r.d), period: r.periodOf(&where, len(r.d.Text))}
	switch {
	case anyOf("part", words[min(1, len(words)):]):
		a.scope.narrow = "is a part of a number told before"
	case r.isOfOneDoer(c, role):
		a.scope.narrow = "tells of what one of them did"
	case slices.ContainsFunc(c.Roles, isFrame):
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

// isFrame reports whether a role sets what is told into the time before or after something that is no date.
func isFrame(role digest.Role) bool {
	return role.Timex == rashomon.None && known().words.Has("frame", role.Preposition)
}
