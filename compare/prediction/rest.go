package prediction

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
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
		if !told.gist.negated && t.isLater(told) && t.isOfRest(a.scan(), k.clause) {
			out = append(out, verdict{telling: told, outcome: rashomon.OutcomeFailed, kinship: least})
		}
	}
	return out
}

// isOfRest reports whether the subject of a clause is what was left of something that the text which foretells speaks of: "the last of
// the crates".
func (t *trial) isOfRest(s *scan, clause int) bool {
	c := &s.d.Clauses[clause]
	for _, role := range c.Roles {
		if !strings.HasPrefix(role.Relation, "nsubj") {
			continue
		}
		said := strings.ToLower(s.d.Quote(role.Extent))
		return slices.ContainsFunc(strings.Fields(said), func(w string) bool { return inClass("rest", w) }) &&
			slices.ContainsFunc(c.Terms, func(w string) bool { return strings.Contains(said, w) && t.speaksOf(w) })
	}
	return false
}

// speaksOf reports whether a word stands in the text that foretells.
func (t *trial) speaksOf(word string) bool {
	return !inClass("slight", word) && !inClass("rest", word) && slices.ContainsFunc(t.own.scan().d.Sentences, func(s digest.Sentence) bool {
		return slices.Contains(s.Terms, word)
	})
}
