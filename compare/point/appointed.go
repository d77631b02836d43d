package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// An appointed is a clause that tells what a day was set for: "1 May was the day on which the mine would close", "the
// date set for the owners to answer".
type appointed struct {
	by      *telling
	side    rashomon.Side
	purpose *word  // the verb of what was to be done on it
	quote   string // the same with what belongs to it
}

// allAppointed returns what days are told to have been set for.
func allAppointed(tellings []telling) []appointed {
	var found []appointed
	for i := range tellings {
		t := &tellings[i]
		isDay := words().classes.Has("appointed", t.core) && strings.HasPrefix(t.clause.Predicate, "be ")
		if t.denied || t.isQuestion() || !isDay && !t.speaksOfDay() {
			continue
		}
		if below, first := t.purpose(); below != nil && first < below.Extent.End {
			extent := rashomon.Extent{Start: min(t.clause.Extent.Start, below.Extent.Start), End: max(t.clause.Extent.End,
				below.Extent.End)}
			if extent.Len() <= longestPassage {
				found = append(found, appointed{t, t.digest.Side(extent, t.clause.Statement), words().word(core(below)),
					t.digest.Text[first:below.Extent.End]})
			}
		}
	}
	return found
}

// speaksOfDay reports whether a clause speaks of the day "set for" something.
func (t *telling) speaksOfDay() bool {
	said := t.wordsSaid()
	for i := 1; i+1 < len(said); i++ {
		if said[i] == "set" && said[i+1] == "for" && words().classes.Has("appointed", said[i-1]) {
			return true
		}
	}
	return false
}

// purpose returns the clause below a telling that tells what its day was for, the last that hangs on it by its noun,
// and where the first of them begins.
func (t *telling) purpose() (found *digest.Clause, first int) {
	for i := range t.digest.Clauses {
		if c := &t.digest.Clauses[i]; c.Above == t.index && c.Sentence == t.clause.Sentence &&
			strings.HasPrefix(c.Relation, "acl") {
			if found == nil {
				first = c.Extent.Start
			}
			found = c
		}
	}
	return found, first
}

// appointedDiffer finds that one day was set for different things.
func appointedDiffer(a, b appointed) (finding, bool) {
	apart := max(a.by.clause.Sentence, b.by.clause.Sentence) - min(a.by.clause.Sentence, b.by.clause.Sentence)
	if !a.by.digest.Is(b.by.digest) || apart > nearSentences || slices.Equal(a.side.Holders, b.side.Holders) ||
		a.purpose.akin(b.purpose) >= likeWord || otherTime(a.by, b.by) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, a: a.side, b: b.side, rule: "what/day", strength: 0.55,
		why: fmt.Sprintf("what the day was set for: %q, or %q", a.quote, b.quote),
	}, true
}
