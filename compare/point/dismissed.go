package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// dismissals finds, in one document, what somebody says and the writer calls untrue: "the minister made this absurd
// claim", or "they say it was for the poor. However, the reality is that they sold it".
func dismissals(tellings []telling) []finding {
	var found []finding
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Statement != rashomon.None || t.clause.Negated || t.open {
			continue
		}
		said, why := t.scorns()
		if said == rashomon.None {
			said, why = t.corrects()
		}
		if said == rashomon.None {
			continue
		}
		if told := t.lastOf(said); told != nil {
			found = append(found, finding{
				kind: rashomon.PointWhether, a: t.digest.Side(told.Extent, said), b: t.wholeSide(), rule: "whether/dismissed",
				strength: 0.5,
				why:      fmt.Sprintf(why, t.digest.Statements[said].HolderName, t.digest.Quote(told.Extent)),
			})
		}
	}
	return found
}

// scorns returns the statement that a clause calls an absurd claim or the like, or None.
func (t *telling) scorns() (statement int, why string) {
	for _, term := range t.terms() {
		said := t.wordsIn(term.role.Extent)
		if !words().classes.Has("assertion", term.role.Head) || !holdsAny(said, "scorned") || term.role.Negated {
			continue
		}
		for _, by := range t.terms() {
			if at := t.saidBefore(func(s digest.Statement) bool {
				return s.Holder != rashomon.None &&
					s.Holder == by.role.Entity
			}); at != rashomon.None {
				return at, "what %s says (%q) is called untrue"
			}
		}
	}
	return rashomon.None, ""
}

// corrects returns the statement of somebody else against which a clause sets what is really so, or None.
func (t *telling) corrects() (statement int, why string) {
	opening := t.wordsIn(t.digest.Sentences[t.clause.Sentence].Extent)
	isTruth := func(term term) bool {
		return words().classes.Has("truth", term.role.Head) && strings.HasPrefix(term.role.Relation, "nsubj")
	}
	if !holdsAny(opening[:min(1, len(opening))], "against_said") || !slices.ContainsFunc(t.terms(), isTruth) {
		return rashomon.None, ""
	}
	return t.saidBefore(func(s digest.Statement) bool {
		return s.Type == rashomon.StatementAssertion &&
			len(s.HolderName) > 0
	}), "what %s say (%q) is said not to be so"
}

// saidBefore returns the last statement that holds, of those that stand in the sentence before a clause, or None.
func (t *telling) saidBefore(holds func(digest.Statement) bool) int {
	if t.clause.Sentence == 0 {
		return rashomon.None
	}
	before := t.digest.Sentences[t.clause.Sentence-1].Extent
	found := rashomon.None
	for i, s := range t.digest.Statements {
		inside := slices.ContainsFunc(s.Content,
			func(content rashomon.Extent) bool { return content.Start >= before.Start && content.Start < before.End })
		if inside && holds(s) {
			found = i
		}
	}
	return found
}

// lastOf returns the first clause in the sentence before that is in the words of a statement and says something.
func (t *telling) lastOf(statement int) *digest.Clause {
	for i := range t.digest.Clauses {
		c := &t.digest.Clauses[i]
		if c.Statement == statement && c.Sentence == t.clause.Sentence-1 && len(c.Terms) > 1 {
			return c
		}
	}
	return nil
}

// wholeSide returns the sentence of a clause where it is short, else the clause.
func (t *telling) wholeSide() rashomon.Side {
	if whole := t.digest.Sentences[t.clause.Sentence].Extent; whole.Len() <= longestPassage {
		return t.digest.Side(whole, t.clause.Statement)
	}
	return t.side()
}
