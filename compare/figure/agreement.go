package figure

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
)

// agrees reports whether two answers of different documents give the same number for the same: to the same question and
// scope, or of the same noun or unit in clauses that have words in common.
func (a *answer) agrees(b *answer, asked bool, s story) bool {
	if a.agreesMeasure(b) {
		return true
	}
	if a.quantity == rashomon.None || b.quantity == rashomon.None || !a.same(b.bounds) || a.unit != b.unit ||
		a.rate != b.rate {
		return false
	}
	if a.question == nil && b.question == nil && a.value() < smallestPlain && a.unit == "" {
		return false
	}
	if asked {
		r, _ := relate(a, b)
		return (a.isNarrow() == b.isNarrow() || a.isAsNarrow(b)) && (r != apart || a.isNarrow()) ||
			s.related && r != apart && a.agreesByMoreThanChance(b)
	}
	if s.related && a.agreesByMoreThanChance(b) {
		return true
	}
	if s.related && a.isOdd() && a.sameCount(b) {
		return true
	}
	if a.question != nil && b.question != nil && a.question != b.question || a.noun != b.noun ||
		a.value() < smallestPlain && a.unit == "" {
		return false
	}
	return commonTerms(a, b) >= sharedTerms || a.noun != "" && a.value() >= smallestOdd && common(a.parties, b.parties) > 0
}

// isAsNarrow reports whether of two answers that give one number, of which one need not count all there is, both count
// the same all the same: by one noun, beside one name, or because nothing else than an hour or who counted makes the
// one narrow.
func (a *answer) isAsNarrow(b *answer) bool {
	narrow := cmp.Or(a.scope.narrow, b.scope.narrow)
	return narrow == upToHour || narrow == bySomebody || a.noun != "" && a.noun == b.noun && !a.anybody() ||
		common(a.parties, b.parties) > 0
}

// isOdd reports whether a figure is one that two accounts of one thing hardly both give by chance: no round number, no
// dozen, no half or quarter of a round one.
func (a *answer) isOdd() bool {
	value := int(a.value())
	return value > 10 && value%5 != 0 && value%12 != 0 && a.low == a.high
}

// sameCount reports whether two figures count the same things, or are both shares in hundred.
func (a *answer) sameCount(b *answer) bool {
	if a.unit == "%" {
		return a.noun == b.noun || a.noun == "" || b.noun == ""
	}
	if a.question != nil && a.question == b.question {
		return true
	}
	return a.noun != "" && a.noun == b.noun && !a.anybody()
}

// smallestPlain is the number from which two figures without a question agree by more than chance.
const smallestPlain = 5

// sharedTerms is how many content words two clauses must have in common for figures of no question to be of the same.
const sharedTerms = 2

// smallestOdd is the number from which two figures agree by more than chance where the same party did it to the same
// sort of thing.
const smallestOdd = 13

func commonTerms(a, b *answer) int {
	n := 0
	for _, term := range a.terms {
		if term != a.said && slices.Contains(b.terms, term) {
			n++
		}
	}
	return n
}

// grouped returns, of each answer that agrees with another, all that agree with it or with one of them, in the order of
// their passages.
func grouped(pairs [][2]*answer) map[*answer][]*answer {
	groups := map[*answer][]*answer{}
	for _, p := range pairs {
		join(groups, p[0], p[1])
	}
	for first, group := range groups {
		if group[0] == first {
			slices.SortFunc(group, byPassage)
		}
	}
	return groups
}

func byPassage(a, b *answer) int {
	switch {
	case a.side.Passage.Less(b.side.Passage):
		return -1
	case b.side.Passage.Less(a.side.Passage):
		return 1
	}
	return a.quantity - b.quantity
}

// agree returns groups of answers as agreements, sorted by id: most were told the last time.
func (x *Index) agree(g *ground.Ground, groups map[*answer][]*answer) []rashomon.Agreement {
	before := x.agreements
	if x.found != nil {
		x.agreements = make(map[*answer]gathered, len(before))
	}
	var out []rashomon.Agreement
	for first, group := range groups {
		if group[0] != first {
			continue
		}
		is := before[first]
		if !slices.Equal(is.group, group) || slices.ContainsFunc(group, func(a *answer) bool { return g.Changed(a.d.Document) }) {
			is = gathered{group, agreement(g, group)}
		}
		is.agreement.Happening = g.HappeningID(sharedHappening(group[0], group[1]))
		if x.found != nil {
			x.agreements[first] = is
		}
		out = append(out, is.agreement)
	}
	slices.SortFunc(out, func(a, b rashomon.Agreement) int { return cmp.Or(cmp.Compare(a.ID, b.ID), cmp.Compare(a.Why, b.Why)) })
	return slices.CompactFunc(out, func(a, b rashomon.Agreement) bool { return a.ID == b.ID })
}

// join makes two answers, and all that agree with them, one group.
func join(groups map[*answer][]*answer, a, b *answer) {
	for _, x := range []*answer{a, b} {
		if groups[x] == nil {
			groups[x] = []*answer{x}
		}
	}
	if groups[a][0] == groups[b][0] {
		return
	}
	together := slices.Concat(groups[a], groups[b])
	for _, x := range together {
		groups[x] = together
	}
}

func agreement(g *ground.Ground, group []*answer) rashomon.Agreement {
	a := rashomon.Agreement{Kind: rashomon.PointFigure, Rule: "figure/same"}
	var passages []rashomon.Passage
	for _, x := range group {
		a.Passages = append(a.Passages, x.side)
		passages = append(passages, x.side.Passage)
	}
	a.Roots = roots(g, group)
	a.ID = id("a", a.Rule, passages...)
	a.Why = fmt.Sprintf("%d accounts give %s.", len(documents(group)), describe(group))
	return a
}

// roots returns the independent origins of answers: the roots of their passages, those of one holder once.
func roots(g *ground.Ground, group []*answer) []string {
	var out []string
	of := map[int]string{}
	for _, a := range group {
		root := g.Root(a.side.Passage)
		if holder := a.witness(g); holder != rashomon.None {
			if earlier, known := of[holder]; known {
				root = earlier
			}
			of[holder] = root
		}
		out = append(out, root)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// witness returns the party whose figure an answer is in the end, or None.
func (a *answer) witness(g *ground.Ground) int {
	return g.Party(a.d.Document, a.holder)
}

// describe names the figure of a group: by its question, unless that is read differently in one of them.
func describe(group []*answer) string {
	first := group[0]
	asksElse := func(a *answer) bool {
		return a.question != nil && first.question != nil && a.question != first.question
	}
	if first.noun != "" && slices.ContainsFunc(group, asksElse) {
		return strings.ToLower(first.said) + " (" + first.noun + ")"
	}
	return first.describe()
}

// describe returns a figure with what it counts, for people.
func (a *answer) describe() string {
	said := strings.ToLower(a.said)
	switch {
	case a.share != "":
		return strings.ToLower(a.share)
	case a.question != nil:
		return said + " " + a.question.name
	case a.noun != "":
		return said + " (" + a.noun + ")"
	}
	return said
}

// label names what an answer counts: its question or else its noun.
func (a *answer) label() string {
	if a.question != nil {
		return a.question.name
	}
	return a.noun
}

func documents(group []*answer) []string {
	var out []string
	for _, x := range group {
		out = append(out, x.d.Document)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
