package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// nextSentences is how far behind a prediction its own text may say that it did not come, "and yet it has not happened".
const nextSentences = 2

// refuted finds in the text itself that what it foretells, in its own voice or in that of others, has not come.
func (s *scan) refuted(f foretelling) (verdict, bool) {
	if f.ought {
		return s.verdict(f.clause), true
	}
	sentence := s.d.Clauses[f.clause].Sentence
	for i := f.clause + 1; i < len(s.d.Clauses) && s.d.Clauses[i].Sentence <= sentence+nextSentences; i++ {
		c := &s.d.Clauses[i]
		if c.Negated && c.Modal == "" && inClass("happening", c.Predicate) && s.points(i) || s.isReported(f) && s.foundNobody(i) {
			return s.verdict(i), true
		}
	}
	return verdict{}, false
}

// isReported reports whether somebody else is said to have foretold it for a day: "he told us that it would be over by Sunday".
func (s *scan) isReported(f foretelling) bool {
	at := s.dayIn(f.extent)
	return f.statement != rashomon.None && at != rashomon.None && inClass("would", s.d.Clauses[f.clause].Modal) &&
		inClass("deadline", s.wordBefore(s.d.Timexes[at].Extent))
}

// foundNobody reports whether a clause tells that nobody and nothing had done something by then: "nobody had left", as who comes to
// see finds it.
func (s *scan) foundNobody(i int) bool {
	c := &s.d.Clauses[i]
	return c.Perfect && c.Tense == digest.TensePast && c.Modal == "" && c.Statement == rashomon.None &&
		slices.ContainsFunc(c.Roles, func(r digest.Role) bool { return strings.HasPrefix(r.Relation, "nsubj") && r.Negated })
}

func (s *scan) verdict(clause int) verdict {
	told := &telling{d: s.d, clause: clause, when: day(s.d.Published), lasts: true}
	return verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: least}
}

// points reports whether the subject of a clause stands for what was said just before.
func (s *scan) points(i int) bool {
	for _, role := range s.d.Clauses[i].Roles {
		if role.Relation == "nsubj" {
			return inClass("pointing", role.Head)
		}
	}
	return false
}
