package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

const (
	// nearMinutes is how far two clocks may be apart and still give one time for one deed.
	nearMinutes = 5
	// roundMinutes is what clocks are mostly rounded to: two accounts that give 7.20 speak of one moment, two that give 7
	// or half past seven may well speak of two.
	roundMinutes = 15
)

// A reading is a time of the clock that stands in a text.
type reading struct {
	extent rashomon.Extent
	minute int  // of the day
	either bool // nobody tells whether before noon or after it
}

// sharedClocks returns the times of the clock that two tellings both give, up to some minutes.
func sharedClocks(a, b *telling, minutes int) [][2]reading {
	var found [][2]reading
	for _, x := range a.readings {
		for _, y := range b.readings {
			if x.awayFrom(y) <= minutes {
				found = append(found, [2]reading{x, y})
			}
		}
	}
	return found
}

// awayFrom tells how many minutes two readings are apart.
func (r reading) awayFrom(other reading) int {
	if r.either || other.either {
		return between(r.minute, other.minute, halfDay)
	}
	return between(r.minute, other.minute, wholeDay)
}

// clocks returns the times of the clock in the passage of a telling, and in a clause below it that tells what happened
// meanwhile. A time by which or after which something happened is not the time when it did.
func (t *telling) clocks() []reading {
	var found []reading
	for i := range t.digest.Timexes {
		timex := &t.digest.Timexes[i]
		if timex.Sentence == t.clause.Sentence && clock(timex) >= 0 && t.holdsClock(timex) {
			found = append(found, reading{timex.Extent, clock(timex), t.tellsNoHalf(timex)})
		}
	}
	for i := range t.clause.Roles {
		if hour := t.bareHour(&t.clause.Roles[i]); hour > 0 {
			found = append(found, reading{t.clause.Roles[i].Extent, hour * 60, true})
		}
	}
	return found
}

func (t *telling) holdsClock(timex *digest.Timex) bool {
	if t.clause.Extent.Contains(timex.Extent) {
		return t.bound(timex) == 0
	}
	return t.extent().Contains(timex.Extent) || slices.ContainsFunc(t.digest.Clauses, func(c digest.Clause) bool {
		return t.index != rashomon.None && c.Above == t.index && words().classes.Has("while", c.Mark) && c.Extent.Contains(timex.Extent)
	})
}

// bareHour returns the hour that a number alone tells, as in "it failed at six", or 0.
func (t *telling) bareHour(role *digest.Role) int {
	if role.Preposition != "at" || role.Quantity == rashomon.None || role.Timex != rashomon.None {
		return 0
	}
	q := &t.digest.Quantities[role.Quantity]
	if q.Unit != "" || q.Of != "" || q.Low == nil || q.High == nil || *q.Low != *q.High || *q.Low != float64(int(*q.Low)) || *q.Low > 12 {
		return 0
	}
	return int(*q.Low)
}

// sameReading returns the times of the clock that two tellings give for what seems to be one deed: to the minute, and the
// rounder the time, the more the sentences about it must have in common; or, where they are known to be of one deed, up to
// what is no difference.
func sameReading(a, b *telling, oneDeed bool, l likeness) ([2]reading, bool) {
	if a.denied || b.denied || a.open || b.open || conflicting(a.doer(), b.doer()) || conflicting(a.place(), b.place()) {
		return [2]reading{}, false
	}
	for _, shared := range sharedClocks(a, b, sameMinutes) {
		if oneDeed || shared[0].awayFrom(shared[1]) <= 1 && around(a, b) >= neededAround(shared[0].minute, l) {
			return shared, true
		}
	}
	return [2]reading{}, false
}

// clocksAgree finds that two tellings that need have nothing else in common give one time of the clock.
func clocksAgree(a, b *telling) (finding, bool) {
	clocks, same := sameReading(a, b, false, likeness{})
	if !same || a.rebutted || b.rebutted || otherDay(a, b) {
		return finding{}, false
	}
	f := finding{a: a.side(), b: b.side(), strength: around(a, b)}
	return f.on(rashomon.PointWhen, "agree/when", "Both give one time: %q and %q.", a.digest.Quote(clocks[0].extent), b.digest.Quote(clocks[1].extent))
}

// timed returns the tellings that give a time of the clock.
func timed(tellings []telling) []*telling {
	var found []*telling
	for i := range tellings {
		if len(tellings[i].readings) > 0 {
			found = append(found, &tellings[i])
		}
	}
	return found
}

// neededAround is how much the sentences around two clocks must have in common.
func neededAround(minute int, l likeness) float64 {
	switch {
	case minute%roundMinutes != 0:
		return 0
	case minute%60 == 0 && l.predicate < 0.8:
		return 1.5
	}
	return usualWeight
}

// around weighs the words that the sentences of two tellings, and the ones before and behind them, have in common.
func around(a, b *telling) float64 {
	x, y := a.termsAround(), b.termsAround()
	total := 0.0
	for _, term := range x {
		best := 0.0
		for _, other := range y {
			best = max(best, term.akinFrom(other, max(best, likeWord)))
		}
		if best >= likeWord {
			total += best * term.weight
		}
	}
	return total
}

// termsAround returns the words of a sentence and its neighbours, each once, without numbers.
func (t *telling) termsAround() []*word {
	if t.near == nil {
		terms := []*word{}
		for i := max(0, t.clause.Sentence-1); i <= min(t.clause.Sentence+1, len(t.digest.Sentences)-1); i++ {
			for _, term := range t.digest.Sentences[i].Terms {
				if word := words().word(term); !word.numeral && word.weight >= usualWeight {
					terms = append(terms, word)
				}
			}
		}
		t.near = sortedWords(terms)
	}
	return t.near
}

// sharedDuration returns the span of time that both tell, or "": "within 48 hours", "for forty-eight hours".
func sharedDuration(a, b *telling) string {
	for _, x := range a.spans {
		if slices.Contains(b.spans, x) {
			return x
		}
	}
	return ""
}

// durations returns the values of the spans of time in the clause.
func (t *telling) durations() []string {
	var found []string
	for i := range t.digest.Timexes {
		timex := &t.digest.Timexes[i]
		if timex.Sentence == t.clause.Sentence && timex.Type == rashomon.TimexDuration && timex.Value != "" && t.clause.Extent.Contains(timex.Extent) {
			found = append(found, timex.Value)
		}
	}
	return found
}

// sameDeadline reports whether both tell what is to come within the same time.
func sameDeadline(a, b *telling, l likeness, s support) bool {
	return a.open && b.open && sharedDuration(a, b) != "" && (s.linked > 0 || s.content >= usualWeight || l.predicate >= likeWord)
}

// sharedSeries returns what both number alike, or "": "gates three and four".
func sharedSeries(a, b *telling) string {
	for _, x := range a.series {
		if slices.Contains(b.series, x) {
			return x
		}
	}
	return ""
}

// numbered returns the nouns of a clause with two numbers or more behind them.
func (t *telling) numbered() []string {
	var found []string
	terms := t.clause.Terms
	for i := 0; i+2 < len(terms); i++ {
		if noun := words().word(terms[i]); noun.numeral || noun.weight < rareWord ||
			!words().word(terms[i+1]).numeral || !words().word(terms[i+2]).numeral {
			continue
		}
		if !t.isDate(terms[i+1]) {
			found = append(found, strings.Join(terms[i:i+3], " "))
		}
	}
	return found
}

// isDate reports whether a number stands in a time expression of the clause.
func (t *telling) isDate(number string) bool {
	return slices.ContainsFunc(t.digest.Timexes, func(timex digest.Timex) bool {
		return timex.Sentence == t.clause.Sentence && strings.Contains(strings.ToLower(t.digest.Quote(timex.Extent)), number)
	})
}
