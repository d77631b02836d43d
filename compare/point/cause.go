package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// A cause is what is told to have brought something about.
type cause struct {
	by     *telling
	effect *word    // what was brought about
	terms  []*word  // what by
	quote  string   // the same, as it stands
	above  *telling // the clause of the effect, where it is one of its own
}

// causes returns the causes that are told.
func causes(tellings []telling) []cause {
	var found []cause
	for i := range tellings {
		t := &tellings[i]
		if t.denied || t.open && t.clause.Mark != "because" {
			continue
		}
		for _, read := range []func([]telling, *telling) (cause, bool){namedCause, causedBy, becauseOf, because} {
			if c, told := read(tellings, t); told && len(c.terms) > 0 {
				c.by = t
				found = append(found, c)
				break
			}
		}
	}
	return found
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

// causesDiffer finds that two causes of one thing have nothing in common.
func causesDiffer(a, b cause) (finding, bool) {
	if !sameEffect(a, b) || shareCause(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhy, a: a.by.side(), b: b.by.side(), rule: "why/other", strength: 0.65,
		why: fmt.Sprintf("the cause is %q, or %q", a.quote, b.quote),
	}, true
}

// causesAgree finds that two causes of one thing are the same.
func causesAgree(a, b cause) (finding, bool) {
	if !sameEffect(a, b) || !shareCause(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhy, a: a.by.side(), b: b.by.side(), rule: "agree/why", strength: 0.6,
		why: fmt.Sprintf("the cause is %q, and %q", a.quote, b.quote),
	}, true
}

// sameEffect reports whether two causes are told of the same.
func sameEffect(a, b cause) bool {
	if a.above != nil && b.above != nil {
		return !a.above.denied && !b.above.denied && matched(a.above, b.above, liken(a.above, b.above))
	}
	return a.effect.saysMuch() && b.effect.saysMuch() && a.effect.akin(b.effect) >= 0.8
}

func shareCause(a, b cause) bool {
	with := telling{keys: b.terms}
	l := share(&telling{keys: a.terms}, &with)
	return l.weight >= 0.5
}
