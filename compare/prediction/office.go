package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// tenure is the scale of who stays in office and who goes.
const tenure = "tenure"

// entitled returns what the title says by which an account calls somebody who by then was to be out of office, or still
// in it: who is "the Minister" holds the office.
func (t *trial) entitled(a *account) []verdict {
	end, who := t.marks[tenure], t.gist.actor().party
	if end == 0 || who == rashomon.None || a == t.own {
		return nil
	}
	s := a.scan()
	for i := range s.d.Entities {
		if a.g.Party(s.d.Document, i) != who {
			continue
		}
		if clause := s.calledByOffice(&s.d.Entities[i]); clause != rashomon.None {
			told := a.telling(clause)
			told.gist.negated, told.lasts = false, true
			v := verdict{telling: told, outcome: rashomon.OutcomeFulfilled, kinship: least}
			if end < 0 {
				v.outcome = rashomon.OutcomeFailed
			}
			if t.isLater(told) && t.by.day != "" && t.isOver(told, "") {
				return []verdict{v}
			}
		}
	}
	return nil
}

// calledByOffice returns the first clause in which somebody is called by the office that he holds, or None.
func (s *scan) calledByOffice(e *digest.Entity) int {
	for _, m := range e.Mentions {
		office := m.Kind == rashomon.MentionNominal && inClass("office", m.Head)
		for word := range strings.FieldsSeq(strings.ToLower(m.Title)) {
			office = office || inClass("office", word)
		}
		before := strings.Fields(strings.ToLower(s.d.Text[max(0, m.Extent.Start-24):m.Extent.End]))
		if office && !slices.ContainsFunc(before, func(w string) bool { return inClass("former", w) }) {
			return s.clauseIn(m.Extent)
		}
	}
	return rashomon.None
}
