package figure

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// borrow gives a figure that does not tell what it counts the question of the one before it, where it is the next
// figure of the same thing: somebody else's ("police put attendance at 6,000, organisers spoke of more than 80,000"),
// or the same number again ("sixty people had been arrested ... sixty is the average for one night").
func (r *reader) borrow(a *answer) {
	q := &r.d.Quantities[a.quantity]
	if a.noun == "" && q.Kind == rashomon.QuantityCount {
		r.borrowNoun(a)
	}
	if a.noun != "" && !known().is("person", a.noun) || a.unit != "" && a.unit != "%" {
		return
	}
	before := r.lastAsked(a)
	if before == nil || a.noun != "" && (!before.question.persons || r.role[a.quantity].Relation != "obl") {
		return
	}
	again := a.bounds.same(before.bounds)
	if !again && !r.estimates(a.quantity, q) {
		return
	}
	a.question, a.noun, a.borrowed, a.unit = before.question, cmp.Or(a.noun, before.noun), true, before.unit
	if (q.Kind == rashomon.QuantityRatio || q.Kind == rashomon.QuantityPercent) && before.of > 0 {
		a.of, a.group = before.of, before.group
	}
	if !again {
		r.nameHolder(a)
	}
}

// borrowNoun gives a figure the noun of the one before it in its sentence that no question is known of, "was built for
// 800 inmates and holds 1,450", and the object of a verb that of the last thing counted.
func (r *reader) borrowNoun(a *answer) {
	if n := len(r.answers); n > 0 {
		if last := r.answers[n-1]; last.sentence == a.sentence && last.question == nil && last.unit == a.unit &&
			last.side.Extent != a.side.Extent {
			a.noun = last.noun
			return
		}
	}
	if r.role[a.quantity].Relation == "obj" {
		a.noun = r.lastThing(a)
	}
}

// lastThing returns the noun of the last figure in the paragraph that counts things, none of them asked for by a
// question or measured by a unit: "he told us of fourteen cracks. The sheet lists thirty-one"; "" for none.
func (r *reader) lastThing(a *answer) string {
	for _, last := range slices.Backward(r.answers) {
		if a.sentence-last.sentence > farthestLoan || !r.oneParagraph(last, a) {
			return ""
		}
		if last.sentence < a.sentence && last.noun != "" {
			if last.question != nil || last.unit != "" || known().is("person", last.noun) {
				return ""
			}
			return last.noun
		}
	}
	return ""
}

// farthestLoan is how many sentences may lie between a figure and the one that tells what it counts.
const farthestLoan = 2

// lastAsked returns the last answer before a figure: in its sentence or else, in its paragraph and near, if all answers
// there are to one question; else nil.
func (r *reader) lastAsked(a *answer) *answer {
	var last *answer
	alike := true
	for _, b := range slices.Backward(r.answers) {
		if a.sentence-b.sentence > farthestLoan {
			break
		}
		if b.question == nil || b.isPart || !r.oneParagraph(b, a) {
			continue
		}
		if last != nil && last.question != b.question {
			alike = last.sentence == a.sentence
			break
		}
		last = cmp.Or(last, b)
	}
	if !alike {
		return nil
	}
	return last
}

// oneParagraph reports whether no empty line stands between two answers.
func (r *reader) oneParagraph(a, b *answer) bool {
	return a.side.Extent.End > b.side.Extent.Start || !strings.Contains(r.d.Text[a.side.Extent.End:b.side.Extent.Start],
		"\n\n")
}

// estimates reports whether a figure is the object of a verb with which somebody gives one.
func (r *reader) estimates(i int, q *digest.Quantity) bool {
	role, found := r.role[i]
	verb, _, _ := strings.Cut(q.Predicate, " ")
	if verb == "be" && !r.isOfNumber(i) {
		return false
	}
	return found && role.Relation != "nsubj" && known().words.Has("estimates", verb)
}

// isOfNumber reports whether the clause of a figure speaks of a number: "the figure was closer to 95 per cent".
func (r *reader) isOfNumber(i int) bool {
	at, found := r.clauses[i]
	return found && slices.ContainsFunc(r.d.Clauses[at].Roles, func(role digest.Role) bool {
		return role.Relation == "nsubj" && known().words.Has("numbers", role.Head)
	})
}

// nameHolder lays a figure to the subject of the verb with which it is given, within the words of the holder that is
// known.
func (r *reader) nameHolder(a *answer) {
	name := r.estimator(a.quantity)
	known := a.side.Holders
	switch {
	case name == "" || len(known) > 0 && strings.EqualFold(known[len(known)-1], name):
	case len(known) > 0 && r.d.Statements[a.side.Statement].Source.Len() == 0:
		a.side.Holders = append(slices.Clone(known[:len(known)-1]), name)
	default:
		a.side.Holders = append(slices.Clone(known), name)
	}
}

// estimator returns the subject of the verb with which a figure is given, as its holder, or "".
func (r *reader) estimator(i int) string {
	for _, role := range r.d.Clauses[r.clauses[i]].Roles {
		if role.Relation != "nsubj" {
			continue
		}
		if role.Entity != rashomon.None {
			return r.d.Entities[role.Entity].Name
		}
		return r.d.Quote(role.Extent)
	}
	return ""
}
