package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A demand is what somebody calls for: "Stop the bombing!", "We must withdraw the troops", "He demanded an end to the war".
type demand struct {
	side  rashomon.Side
	terms []*word
	ends  bool // that something be stopped
	not   bool // it is told with "not"
}

// demands returns the demands of a document.
func demands(d *digest.Digest) []demand {
	var found []demand
	for i := range d.Clauses {
		c := &d.Clauses[i]
		if d.Sentences[c.Sentence].Part == rashomon.PartBoilerplate || !isDemand(d, c) {
			continue
		}
		found = append(found, demandOf(d, i))
	}
	return found
}

// isDemand reports whether a clause is an imperative, tells what must be done, or that it is demanded.
func isDemand(d *digest.Digest, c *digest.Clause) bool {
	if words().classes.Has("demands", c.Predicate) {
		return !c.Negated
	}
	if words().classes.Has("duty", c.Modal) {
		return !c.Perfect
	}
	return isImperative(d, c)
}

// isImperative reports whether a clause has a bare verb, no subject, and something that is to be done: headings have no more
// than a noun.
func isImperative(d *digest.Digest, c *digest.Clause) bool {
	relations := func(prefix string) func(digest.Role) bool {
		return func(role digest.Role) bool { return strings.HasPrefix(role.Relation, prefix) }
	}
	if c.Tense != digest.TenseNone || c.Modal != "" || c.Passive || c.Mark != "" || slices.ContainsFunc(c.Roles, relations("nsubj")) {
		return false
	}
	if strings.HasPrefix(c.Relation, "acl") || c.Relation == "xcomp" || c.Relation == "advcl" ||
		!strings.EqualFold(d.Quote(c.Head), first(c.Predicate)) {
		return false
	}
	return slices.ContainsFunc(c.Roles, relations("obj")) || slices.ContainsFunc(d.Clauses, func(below digest.Clause) bool {
		return below.Sentence == c.Sentence && below.Above >= 0 && &d.Clauses[below.Above] == c && below.Relation == "xcomp"
	})
}

func demandOf(d *digest.Digest, i int) demand {
	c := &d.Clauses[i]
	extent, not := c.Extent, c.Negated
	terms := slices.Clone(c.Terms)
	for j := range d.Clauses {
		below := &d.Clauses[j]
		whole := rashomon.Extent{Start: min(extent.Start, below.Extent.Start), End: max(extent.End, below.Extent.End)}
		if below.Above == i && below.Sentence == c.Sentence && whole.Len() <= longestPassage {
			extent, not, terms = whole, not || below.Negated, append(terms, below.Terms...)
		}
	}
	found := demand{side: d.Side(extent, c.Statement), not: not}
	for _, term := range terms {
		switch word := words().word(term); {
		case slices.Contains(word.families, "stop"):
			found.ends = true
		case !word.numeral && !words().classes.Has("demands", term):
			found.terms = append(found.terms, word)
		}
	}
	found.terms = sortedWords(found.terms)
	return found
}

// Weights of words that two demands must have in common: one is enough where both are to stop something.
const (
	sameEnd    = 0.5
	sameDemand = 1.5
)

// demandsAgree finds that two call for the same.
func demandsAgree(a, b demand) (finding, bool) {
	if a.ends != b.ends || a.not != b.not {
		return finding{}, false
	}
	of, with := telling{keys: a.terms}, telling{keys: b.terms}
	l, back := share(&of, &with), share(&with, &of)
	if l.before(back) {
		l = back // neither calls for much that the other does not
	}
	needed, strength := sameDemand, l.weight
	if a.ends {
		needed, strength = sameEnd, l.weight+1
	}
	if l.weight < needed || !a.ends && l.content < halfOf {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointPosition, a: a.side, b: b.side, rule: "agree/demand", strength: strength,
		why: "Both demand it: " + strings.Join(l.named(), ", ") + ".",
	}, true
}

// halfOf is the share of what one demands that the other must demand too.
const halfOf = 0.5
