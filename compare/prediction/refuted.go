package prediction

import (
	"rashomon"
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
		if c := &s.d.Clauses[i]; c.Negated && c.Modal == "" && inClass("happening", c.Predicate) && s.points(i) {
			return s.verdict(i), true
		}
	}
	return verdict{}, false
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
