package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A telling is a clause that tells what came, or did not come.
type telling struct {
	d      *digest.Digest
	clause int
	gist   gist
	when   string // the day that it tells of, or that its document was published on; "" where neither is known
	dated  bool   // it names the day itself
	lasts  bool   // it tells how things are by now: "has not altered", "is still held"
}

// An account is what one document tells, found by what it is of.
type account struct {
	scan     *scan
	foretold []foretelling
	tellings []telling
	byScale  map[string][]int
	byCore   map[string][]int
}

// readAccount reads a document for what it tells.
func readAccount(g *ground.Ground, s *scan) *account {
	a := &account{scan: s, foretold: s.foretold(), byScale: map[string][]int{}, byCore: map[string][]int{}}
	for i := range s.d.Clauses {
		negated, told := s.told(i)
		if !told || slices.ContainsFunc(a.foretold, func(f foretelling) bool { return f.extent.Contains(s.d.Clauses[i].Head) }) {
			continue
		}
		t := telling{d: s.d, clause: i, gist: gistOf(g, s, i)}
		t.when, t.dated = s.when(i)
		t.gist.negated = negated
		t.lasts = s.lasts(i)
		for scale, end := range t.gist.mark() {
			if end != 0 {
				a.byScale[scale] = append(a.byScale[scale], len(a.tellings))
			}
		}
		if core := t.gist.core(); core != "" && !inClass("slight", core) {
			a.byCore[core] = append(a.byCore[core], len(a.tellings))
		}
		if what := t.gist.taking; what != "" {
			a.byCore[what] = append(a.byCore[what], len(a.tellings))
		}
		a.tellings = append(a.tellings, t)
	}
	return a
}

// told reports whether a clause tells what came, and whether that it did not come.
func (s *scan) told(i int) (negated, told bool) {
	c := &s.d.Clauses[i]
	if !s.isProse(c.Sentence) || c.Modal != "" || inClass("conditional", c.Mark) || s.isQuestion(c.Sentence) ||
		c.Mark == "to" && strings.HasPrefix(c.Predicate, "be ") {
		return false, false
	}
	negated = c.Negated
	if c.Event != rashomon.None {
		switch s.d.Events[c.Event].Status {
		case rashomon.StatusDenied:
			negated = true
		case rashomon.StatusActual:
		default:
			return false, false
		}
	}
	switch {
	case c.Tense == digest.TensePast && c.Perfect:
		return false, false // what had come before
	case inClass("not told", c.Predicate) && (c.Tense == digest.TenseNone || strings.HasPrefix(c.Relation, "acl")):
		return false, false // "the march, announced for Sunday"
	case c.Tense != digest.TenseNone:
		return negated, true
	case c.Above == rashomon.None || c.Relation == "root":
		return false, false
	}
	turned, told := s.carrier(c.Above)
	return negated != turned, told
}

// carrier reports whether what hangs on a clause is told as what came, and whether the clause says that it did not: "was
// prevented from meeting", "refused to leave".
func (s *scan) carrier(i int) (turned, told bool) {
	c := &s.d.Clauses[i]
	words := append(predicateWords(c.Predicate), c.Terms...)
	switch prevents := slices.ContainsFunc(words, func(w string) bool { return inClass("preventing", w) }); {
	case c.Modal != "" || inClass("not told", c.Predicate):
		return false, false
	case prevents:
		return !c.Negated, true
	}
	return c.Negated, true
}

// when returns the day that a clause tells of, and whether it names the day itself.
func (s *scan) when(i int) (when string, dated bool) {
	for _, role := range s.d.Clauses[i].Roles {
		if role.Timex != rashomon.None && role.Preposition != "than" {
			if from := s.d.Timexes[role.Timex].From; from != "" && day(from) <= day(s.d.Published) {
				return day(s.d.Timexes[role.Timex].To), role.Preposition != "since"
			}
		}
	}
	return day(s.d.Published), false
}

// lasts reports whether a clause tells how things are by the time of its document.
func (s *scan) lasts(i int) bool {
	c := &s.d.Clauses[i]
	return c.Tense == digest.TensePresent || slices.Contains(c.Adverbs, "never") || slices.Contains(c.Adverbs, "still")
}

// dayIn returns the first time expression of a day or a longer time that lies in an extent, or None.
func (s *scan) dayIn(extent rashomon.Extent) int {
	for i, t := range s.d.Timexes {
		if t.Type == rashomon.TimexDate && extent.Contains(t.Extent) && t.Value != "PRESENT_REF" && t.Value != "PAST_REF" {
			return i
		}
	}
	return rashomon.None
}
