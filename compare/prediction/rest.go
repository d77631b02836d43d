package prediction

import (
	"slices"
	"strings"

	"rashomon"
)

// rest returns what an account says of those who were left when something was to be complete: an exchange of prisoners is not
// complete while "the prisoners who were still owed" have not crossed.
func (t *trial) rest(a *account) []verdict {
	if t.gist.taking == "" || t.gist.negated || t.by.day == "" || a == t.own || !inClass("completing", t.gist.core()) {
		return nil
	}
	var out []verdict
	for _, k := range a.keys {
		if k.by != byDay || k.word <= t.by.day || !a.isNear(t.own) {
			continue
		}
		told := a.telling(k.clause)
		if !told.gist.negated && t.isLater(told) && a.scan().isOfRest(k.clause) && t.speaksOf(told.gist.actor()) {
			out = append(out, verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: least})
		}
	}
	return out
}

// isOfRest reports whether the subject of a clause is what was left of something: "the last of the crates".
func (s *scan) isOfRest(clause int) bool {
	for _, role := range s.d.Clauses[clause].Roles {
		if strings.HasPrefix(role.Relation, "nsubj") {
			return slices.ContainsFunc(strings.Fields(strings.ToLower(s.d.Quote(role.Extent))), func(w string) bool { return inClass("rest", w) })
		}
	}
	return false
}

// speaksOf reports whether the noun of a thing stands in the text that foretells.
func (t *trial) speaksOf(of thing) bool {
	if of.head == "" || inClass("slight", of.head) || inClass("rest", of.head) {
		return false
	}
	for _, sentence := range t.own.scan().d.Sentences {
		if slices.Contains(sentence.Terms, of.head) {
			return true
		}
	}
	return false
}
