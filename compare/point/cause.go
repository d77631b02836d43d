package point

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// A cause is what is told to have brought something about, or what it was done for.
type cause struct {
	by     *telling
	effect *word    // what was brought about; nil where nobody tells
	terms  []*word  // what by
	quote  string   // the same, as it stands
	above  *telling // the clause of the effect, where it is one of its own
	denied bool     // it is told not to have been so
}

// causes returns the causes and purposes that are told.
func causes(tellings []telling) []cause {
	var found []cause
	for i := range tellings {
		t := &tellings[i]
		if c, told := causeOf(tellings, t); told && len(c.terms) > 0 {
			c.by = t
			found = append(found, c)
		}
	}
	return append(found, reasons(tellings)...)
}

// causeOf reads one clause.
func causeOf(tellings []telling, t *telling) (cause, bool) {
	for _, read := range []func([]telling, *telling) (cause, bool){aim, purpose, deniedCause} {
		if c, told := read(tellings, t); told {
			return c, true
		}
	}
	if t.denied || t.open && t.clause.Mark != "because" {
		return cause{}, false
	}
	for _, read := range []func([]telling, *telling) (cause, bool){namedCause, isCause, causedBy, becauseOf, because} {
		if c, told := read(tellings, t); told {
			return c, true
		}
	}
	return cause{}, false
}

// isCause reads "a short circuit was the cause of the fire".
func isCause(tellings []telling, t *telling) (cause, bool) {
	if t.subject == nil || !words().classes.Has("reason", t.core) || !strings.HasPrefix(t.clause.Predicate, "be ") || t.subject.isAnybody() {
		return cause{}, false
	}
	c := cause{terms: t.keysIn(*t.subject), quote: t.quote(*t.subject), effect: lastSubject(tellings, t)}
	for _, key := range t.keys {
		if !slices.Contains(c.terms, key) && key != t.coreWord && words().fields[key.text] != nil {
			c.effect = key
		}
	}
	return c, true
}

// deniedCause reads "it was not the wiring".
func deniedCause(_ []telling, t *telling) (cause, bool) {
	isOfAnything := t.subject != nil && (t.subject.role.Head == "it" || t.subject.role.Head == "this" || t.subject.role.Head == "that")
	if !t.denied || !isOfAnything || t.core == "be" || !strings.HasPrefix(t.clause.Predicate, "be ") {
		return cause{}, false
	}
	return cause{terms: telltale([]*word{t.coreWord}), quote: t.core, denied: true}, true
}

// aim reads "the aim of the raid was to take hostages".
func aim(_ []telling, t *telling) (cause, bool) {
	if t.clause.Mark != "to" {
		return cause{}, false
	}
	for _, role := range t.clause.Roles {
		if !strings.HasPrefix(role.Relation, "nsubj") || !words().classes.Has("aim", role.Head) {
			continue
		}
		inside := strings.Fields(strings.ToLower(t.digest.Quote(role.Extent)))
		c := cause{terms: keysOutside(t, inside), quote: t.text(), denied: t.clause.Negated}
		for _, key := range t.keys {
			if slices.Contains(inside, key.text) && !words().classes.Has("aim", key.text) {
				c.effect = key
			}
		}
		return c, true
	}
	return cause{}, false
}

// purpose reads "the gates were raised to clear the camp".
func purpose(tellings []telling, t *telling) (cause, bool) {
	up := above(tellings, t)
	if t.clause.Mark != "to" || t.clause.Relation != "advcl" || up == nil || up.coreWord.families == nil {
		return cause{}, false
	}
	return cause{effect: up.coreWord, above: up, terms: telltale(t.keys), quote: t.text(), denied: t.clause.Negated || up.isDoubted()}, true
}

// isDoubted reports whether a telling, or a clause that it hangs on, is told as not so: "there is nothing to show that the
// gates were raised".
func (t *telling) isDoubted() bool {
	if t.denied {
		return true
	}
	for at := t.clause.Above; at != rashomon.None; at = t.digest.Clauses[at].Above {
		clause := t.digest.Clauses[at]
		if clause.Negated || slices.ContainsFunc(clause.Roles, func(role digest.Role) bool { return role.Negated }) {
			return true
		}
	}
	return false
}

// reasons reads what stands behind a clause with "why": "And we know why. Sixty tents stood on that meadow."
func reasons(tellings []telling) []cause {
	var found []cause
	for i := range tellings {
		t := &tellings[i]
		if t.clause.Relation != "root" || t.denied || t.open || !tellsWhy(t) {
			continue
		}
		found = append(found, cause{by: t, terms: telltale(t.keys), quote: t.text()})
	}
	return found
}

// tellsWhy reports whether the sentence before a telling ends in "why": what follows tells it.
func tellsWhy(t *telling) bool {
	if t.clause.Sentence == 0 {
		return false
	}
	before := t.digest.Quote(t.digest.Sentences[t.clause.Sentence-1].Extent)
	return words().classes.Has("why", strings.ToLower(lastWord(before)))
}

func lastWord(text string) string {
	all := strings.FieldsFunc(text, func(r rune) bool { return !unicode.IsLetter(r) })
	if len(all) == 0 {
		return ""
	}
	return all[len(all)-1]
}

// namedCause reads "the cause of the fire was a short circuit".
func namedCause(_ []telling, t *telling) (cause, bool) {
	if t.subject == nil || !words().classes.Has("reason", t.subject.word) || !strings.HasPrefix(t.clause.Predicate, "be ") {
		return cause{}, false
	}
	inside := strings.Fields(strings.ToLower(t.digest.Quote(t.subject.role.Extent)))
	for _, key := range t.keys {
		if slices.Contains(inside, key.text) && !words().classes.Has("reason", key.text) && key.weight >= rareWord {
			return cause{effect: key, terms: keysOutside(t, inside), quote: t.core}, true
		}
	}
	return cause{}, false
}

func keysOutside(t *telling, words []string) []*word {
	return telltale(slices.DeleteFunc(slices.Clone(t.keys), func(key *word) bool { return slices.Contains(words, key.text) }))
}

// causedBy reads "the fire was caused by a short circuit" and "a short circuit started the fire".
func causedBy(before []telling, t *telling) (cause, bool) {
	if !words().classes.Has("bring_about", t.core) {
		return cause{}, false
	}
	by, effect := t.doer(), t.undergoer()
	if by == nil || effect == nil || by.isAnybody() {
		return cause{}, false
	}
	word := words().word(effect.word)
	if effect.isAnybody() {
		if word = lastSubject(before, t); word == nil {
			return cause{}, false
		}
	}
	return cause{effect: word, terms: t.keysIn(*by), quote: t.quote(*by)}, true
}

// lastSubject returns the subject of the sentence before that of a telling, for which "it" stands.
func lastSubject(tellings []telling, t *telling) *word {
	for i := range tellings {
		if b := &tellings[i]; b.clause.Sentence == t.clause.Sentence-1 && b.clause.Relation == "root" {
			if b.subject == nil || b.subject.named {
				return b.coreWord
			}
			return words().word(b.subject.word)
		}
	}
	return nil
}

// becauseOf reads "the train was late because of the snow".
func becauseOf(_ []telling, t *telling) (cause, bool) {
	for _, other := range t.others {
		if words().classes.Has("cause", other.role.Preposition) {
			return cause{effect: t.coreWord, above: t, terms: t.keysIn(other), quote: t.quote(other)}, true
		}
	}
	return cause{}, false
}

// because reads a clause with "because".
func because(tellings []telling, t *telling) (cause, bool) {
	if t.clause.Mark != "because" || t.clause.Above == rashomon.None {
		return cause{}, false
	}
	for i := range tellings {
		if above := &tellings[i]; above.index == t.clause.Above {
			return cause{effect: above.coreWord, above: above, terms: telltale(t.keys), quote: t.text()}, true
		}
	}
	return cause{}, false
}

// keysIn returns the words of a term that say something.
func (t *telling) keysIn(of term) []*word {
	inside := strings.Fields(strings.ToLower(t.digest.Quote(of.role.Extent)))
	keys := []*word{words().word(of.word)}
	for _, key := range t.keys {
		if slices.Contains(inside, key.text) {
			keys = append(keys, key)
		}
	}
	return telltale(sortedWords(keys))
}

func telltale(keys []*word) []*word {
	return slices.DeleteFunc(slices.Clone(keys), func(key *word) bool { return key.isParty() || key.weight < 0.3 })
}

// causesDiffer finds that two causes of one thing have nothing in common, or that the one is told not to have been the
// cause which the other is.
func causesDiffer(a, b cause) (finding, bool) {
	f := finding{kind: rashomon.PointWhy, a: a.by.side(), b: b.by.side()}
	switch {
	case a.denied && b.denied:
		return finding{}, false
	case a.denied || b.denied:
		if nearness(a, b) < nearCauses || a.effect != nil && b.effect != nil && !sameEffect(a, b) {
			return finding{}, false
		}
		f.rule, f.strength = "why/denied", 0.55
		f.why = fmt.Sprintf("why it was is told by the one, %q, and denied by the other, %q", a.quote, b.quote)
	case !sameEffect(a, b) || shareCause(a, b) || a.isPurpose() != b.isPurpose():
		return finding{}, false
	default:
		f.rule, f.strength = "why/other", strengthOfWhy(a, b)
		f.why = fmt.Sprintf("the cause is %q, or %q", a.quote, b.quote)
	}
	return f, true
}

// strengthOfWhy tells how surely two causes are of one thing and shut each other out: a deed may have two purposes.
func strengthOfWhy(a, b cause) float64 {
	if a.effect == nil || b.effect == nil || a.isPurpose() {
		return 0.4
	}
	return 0.65
}

// isPurpose reports whether a cause is what somebody wanted to bring about.
func (c cause) isPurpose() bool { return c.by.clause.Mark == "to" }

// nearness tells how near the nearest words of two causes are.
func nearness(a, b cause) float64 {
	best := 0.0
	for _, x := range a.terms {
		for _, y := range b.terms {
			if x.weight >= rareWord || y.weight >= rareWord {
				best = max(best, x.akin(y))
			}
		}
	}
	return best
}

// nearCauses is how near words are by which two accounts speak of one cause: tents and a camp.
const nearCauses = 0.25

// causesAgree finds that two causes of one thing are the same.
func causesAgree(a, b cause) (finding, bool) {
	if a.denied || b.denied || a.effect == nil || b.effect == nil || !sameEffect(a, b) || !shareCause(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhy, a: a.by.side(), b: b.by.side(), rule: "agree/why", strength: 0.6,
		why: fmt.Sprintf("the cause is %q, and %q", a.quote, b.quote),
	}, true
}

// sameEffect reports whether two causes are told of the same: where the one does not say of what, of what happened.
func sameEffect(a, b cause) bool {
	switch {
	case a.effect == nil && b.effect == nil:
		return false
	case a.effect == nil || b.effect == nil:
		return words().fields[cmp.Or(a.effect, b.effect).text] != nil && !a.isPurpose() && !b.isPurpose()
	case a.above != nil && b.above != nil:
		return !a.above.denied && !b.above.denied && matched(a.above, b.above, liken(a.above, b.above))
	}
	return a.effect.saysMuch() && b.effect.saysMuch() && a.effect.akin(b.effect) >= 0.8
}

func shareCause(a, b cause) bool {
	with := telling{keys: b.terms}
	l := share(&telling{keys: a.terms}, &with)
	return l.weight >= 0.5
}
