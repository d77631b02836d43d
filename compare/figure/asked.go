package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// asked returns the question that the words around a figure answer, or nil: by what the counted did or underwent in the
// tree, by the words behind it, directly before it, or by the noun that it measures.
func (r *reader) asked(i int) *question {
	q := &r.d.Quantities[i]
	if q.Kind != rashomon.QuantityCount && q.Kind != rashomon.QuantityRatio && q.Kind != rashomon.QuantityPercent {
		return nil
	}
	words := r.behind(i)
	if found := r.byTree(i, nearest(words)); found != nil {
		return found
	}
	if !r.isShare(q) {
		if found, told := byForm(q, words); told {
			return found
		}
	}
	if found := byAuxiliary(q, words); found != nil {
		return found
	}
	if found := r.byClauseBelow(i); found != nil {
		return found
	}
	if found := r.byList(i, nearest(words)); found != nil && noun(q) != "" {
		return found
	}
	if found := fitting(known().atEnd(roleBefore, r.before(q)), q, nearest(words)); found != nil {
		return found
	}
	return r.heading(i)
}

// isShare reports whether a figure is a share of a whole that stands behind it: what the whole counts, it does not
// tell.
func (r *reader) isShare(q *digest.Quantity) bool {
	return q.PartOf != rashomon.None && isShareOf(r.d, q, &r.d.Quantities[q.PartOf])
}

// byForm returns the question that the first words behind a figure answer which the lexicon knows, and whether there
// are any: up to a preposition or conjunction, unless they begin with it ("on board").
func byForm(q *digest.Quantity, words []string) (*question, bool) {
	for k := range min(len(words), longestGap) {
		if readings := known().atStart(roleForm, words[k:]); len(readings) > 0 {
			found := fitting(readings, q, nearest(words))
			if found != nil || readings[0].question == nil {
				return found, true
			}
		}
		if known().words.Has("end of a figure", words[k]) {
			break
		}
	}
	return nil, false
}

// byAuxiliary returns the question that the words behind the next auxiliary answer: "eleven men at the pit were
// killed".
func byAuxiliary(q *digest.Quantity, words []string) *question {
	for k, word := range words {
		if known().words.Has("other clause", word) {
			return nil
		}
		if k > 0 && known().words.Has("auxiliary", words[k-1]) && !known().words.Has("auxiliary", word) {
			if found := fitting(known().atStart(roleForm, words[k:]), q, nearest(words)); found != nil {
				return found
			}
			return fitting(known().atStart(roleForm, words[k-1:]), q, nearest(words))
		}
	}
	return nil
}

// longestGap is how many words behind a figure may go before the one that tells what is counted: "eight people were
// [shot] dead", "papers of the voters".
const longestGap = 7

// fitting returns the question of the first reading that may be of a figure, or nil.
func fitting(readings []reading, q *digest.Quantity, behind []string) *question {
	for _, reading := range readings {
		if reading.question != nil && holds(reading, q, behind) {
			return reading.question
		}
	}
	return nil
}

// holds reports whether a reading that is of some nouns alone may be of a figure: it counts such. Persons are counted
// where no noun tells what.
func holds(found reading, q *digest.Quantity, behind []string) bool {
	n := strings.ToLower(noun(q))
	if found.counting == "" || n == "" && found.counting == "person" {
		return true
	}
	counts := func(word string) bool { return known().is(found.counting, word) }
	return counts(n) || slices.ContainsFunc(behind[:min(3, len(behind))], counts)
}

// byTree returns the question that the predicate answers which the counted is subject or object of.
func (r *reader) byTree(i int, behind []string) *question {
	if at, found := r.clauses[i]; found {
		return r.byPredicate(&r.d.Clauses[at], r.role[i], i, behind)
	}
	q := &r.d.Quantities[i]
	if c := r.clauseOf(q); c != nil && r.addsToNamed(q) {
		return r.byPredicate(c, digest.Role{Relation: "obj"}, i, behind)
	}
	return nil
}

// byList returns the question that the predicate answers whose object or subject the list is that a figure goes on.
func (r *reader) byList(i int, behind []string) *question {
	at, found := r.clauses[i-1]
	if !found || !r.isListed(i) {
		return nil
	}
	r.clauses[i], r.role[i] = at, r.role[i-1]
	return r.byPredicate(&r.d.Clauses[at], r.role[i], i, behind)
}

// isListed reports whether a figure goes on a list that the one before it began: "lost 40 soldiers, six tanks and two
// helicopters".
func (r *reader) isListed(i int) bool {
	q, last := &r.d.Quantities[i], &r.d.Quantities[i-1]
	if q.Clause != last.Clause {
		return false
	}
	words := split(r.d.Text[last.Extent.End:q.Extent.Start])
	return len(words) > 0 && len(words) <= longestListed && (words[len(words)-1] == "and" || words[len(words)-1] == ",")
}

// longestListed is how many words an element of a list may have: "soldiers of the guard ,".
const longestListed = 5

func (r *reader) byPredicate(c *digest.Clause, role digest.Role, i int, behind []string) *question {
	var in map[string][]reading
	switch role.Relation {
	case "nsubj", "obl:agent":
		in = known().readings[roleSubject]
	case "nsubj:pass", "obj":
		in = known().readings[roleObject]
	}
	for _, phrase := range phrases(c, c.Negated) {
		if found := fitting(in[phrase], &r.d.Quantities[i], behind); found != nil {
			return found
		}
	}
	return nil
}

// phrases returns a predicate with the heads of its objects and complements, and alone, as the lexicon has them: with
// "not" where the clause is negated.
func phrases(c *digest.Clause, negated bool) []string {
	predicate := c.Predicate
	if negated {
		predicate = "not " + predicate
	}
	var out []string
	for _, role := range c.Roles {
		if role.Relation == "obj" || role.Relation == "obl" {
			out = append(out, predicate+"+"+role.Head)
		}
	}
	return append(out, predicate)
}

// byClauseBelow returns the question that a relative clause behind the figure's noun answers: "1,214 people who were
// taken".
func (r *reader) byClauseBelow(i int) *question {
	q := &r.d.Quantities[i]
	for _, k := range r.clausesIn[q.Sentence] {
		c := &r.d.Clauses[k]
		if c.Relation != "acl" && c.Relation != "acl:relcl" {
			continue
		}
		if gap := c.Extent.Start - q.Extent.End; gap < 0 || gap > longestNoun {
			continue
		}
		for _, role := range c.Roles {
			if role.Quantity != i && !isRelative(r.d.Quote(role.Extent)) {
				continue
			}
			if found := r.byPredicate(c, role, i, nil); found != nil {
				return found
			}
		}
	}
	return nil
}

// longestNoun is how many bytes a counted noun may have between its number and a relative clause.
const longestNoun = 24

func isRelative(word string) bool {
	return word == "who" || word == "whom" || word == "that" || word == "which"
}

// heading returns the question of a noun of the clause that a figure without a noun of its own measures: "put
// attendance at 6,000", "the number of dead stands at 87".
func (r *reader) heading(i int) *question {
	at, found := r.clauses[i]
	if !found || noun(&r.d.Quantities[i]) != "" {
		return nil
	}
	for _, role := range r.d.Clauses[at].Roles {
		if role.Quantity == i || role.Relation != "obj" && role.Relation != "nsubj" && role.Relation != "nsubj:pass" {
			continue
		}
		if readings := known().readings[roleHeading][role.Head]; len(readings) > 0 {
			return readings[0].question
		}
		if !known().words.Has("numbers", role.Head) {
			continue
		}
		words := split(r.d.Quote(role.Extent))
		for k := range words {
			if readings := known().atStart(roleForm, words[k:]); len(readings) > 0 {
				return readings[0].question
			}
		}
	}
	return nil
}
