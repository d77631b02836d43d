package point

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rashomon"
	"rashomon/digest"
)

// unexpected finds, in one document, what did not come as was expected: "nor has the front collapsed, as was
// anticipated in the capital".
func unexpected(tellings []telling) []finding {
	var found []finding
	for i := range tellings {
		t := &tellings[i]
		expects := t.clause.Mark == "as" && words().classes.Has("foresee", t.core) &&
			(t.clause.Tense == digest.TensePast || t.clause.Perfect) && !t.clause.Negated
		if !expects || t.clause.Above == rashomon.None ||
			t.digest.Clauses[t.clause.Above].Extent.End > t.clause.Extent.Start {
			continue
		}
		main := t.main()
		told := rashomon.Extent{Start: main.Extent.Start, End: t.digest.Clauses[t.clause.Above].Extent.End}
		if (main.Negated || words().classes.Has("failing", main.Predicate)) && told.Len() > 0 {
			a, b := t.digest.Side(told, main.Statement), t.digest.Side(t.clause.Extent, t.clause.Statement)
			b.Holders = append(b.Holders, t.whoExpected()...)
			found = append(found, finding{
				kind: rashomon.PointOutcome, a: a, b: b, rule: "outcome/expected", strength: 0.6,
				why: fmt.Sprintf("it was expected, and did not come: %q", t.digest.Quote(told)),
			})
		}
	}
	return found
}

// main returns the clause at the head of the sentence of a clause that hangs on another.
func (t *telling) main() *digest.Clause {
	c := &t.digest.Clauses[t.clause.Above]
	for c.Above != rashomon.None && c.Relation != "root" {
		c = &t.digest.Clauses[c.Above]
	}
	return c
}

// whoExpected names those who are told to have expected something: by whom, or where.
func (t *telling) whoExpected() []string {
	for _, other := range t.others {
		if other.role.Preposition == "by" || other.role.Preposition == "in" && other.kind == rashomon.EntityPlace {
			name := t.digest.Quote(other.role.Extent)
			_, name, _ = strings.Cut(name, " ")
			return []string{name}
		}
	}
	return nil
}

// outlasted finds, in one document, that what was said to last no longer than some time went on for longer: "it would
// last days, not weeks", and then "three months later".
func outlasted(s *shelf) []finding {
	var found []finding
	for i, statement := range s.digest.Statements {
		for _, content := range statement.Content {
			most, from := promised(s.digest, content)
			if most == 0 || hasInner(s.digest, i, content) {
				continue
			}
			sentence := sentenceAt(s.digest, content)
			at := slices.IndexFunc(s.tellings, func(t telling) bool {
				behind := t.clause.Sentence > sentence && t.clause.Sentence <= sentence+nearSentences
				return behind && t.clause.Statement == rashomon.None && t.daysSince(from) > most
			})
			if at >= 0 {
				found = append(found, finding{
					kind: rashomon.PointOutcome, a: s.digest.Side(content, i), b: s.tellings[at].side(), rule: "outcome/outlasted",
					strength: 0.65,
					why:      fmt.Sprintf("it was to be over soon (%q), and goes on", s.digest.Quote(content)),
				})
			}
		}
	}
	return found
}

// hasInner reports whether another statement stands within a statement and holds most of a stretch of its content.
func hasInner(d *digest.Digest, statement int, content rashomon.Extent) bool {
	return slices.ContainsFunc(d.Statements, func(s digest.Statement) bool {
		return s.Within == statement &&
			slices.ContainsFunc(s.Content, func(e rashomon.Extent) bool { return content.Contains(e) })
	})
}

// unitDays are the days of the values of durations without a number.
var unitDays = map[string]int{"PXD": 1, "PXW": 7, "PXM": 30, "PXY": 365}

// promised returns how many days something is said to last at most, by units alone ("days, not weeks": not four of
// the longer ones), and the first day that its sentence names; or 0.
func promised(d *digest.Digest, content rashomon.Extent) (days int, from string) {
	sentence := d.Sentences[sentenceAt(d, content)].Extent
	var short int
	for _, timex := range d.Timexes {
		unit := unitDays[timex.Value]
		switch {
		case timex.Grain == rashomon.GrainDay && from == "" && sentence.Contains(timex.Extent):
			from = timex.From
		case unit == 0 || !content.Contains(timex.Extent):
		case short > 0 && unit > short && isDeniedAt(d, timex.Extent):
			days = fewUnits * unit
		default:
			short = unit
		}
	}
	return days, from
}

// fewUnits is how many of a unit of time are more than a few.
const fewUnits = 4

// isDeniedAt reports whether "not" stands before an extent.
func isDeniedAt(d *digest.Digest, e rashomon.Extent) bool {
	return strings.HasSuffix(strings.TrimSpace(d.Text[:e.Start]), " not")
}

// daysSince returns how many days after a day a clause tells of, where it says "later"; or 0.
func (t *telling) daysSince(from string) int {
	begin, err := time.Parse(time.DateOnly, from)
	if err != nil {
		return 0
	}
	for _, timex := range t.digest.Timexes {
		if !t.clause.Extent.Contains(timex.Extent) || !slices.Contains(wordsOf(t.digest.Quote(timex.Extent)), "later") {
			continue
		}
		if end, err := time.Parse(time.DateOnly, timex.From); err == nil {
			return int(end.Sub(begin).Hours() / 24)
		}
	}
	return 0
}
