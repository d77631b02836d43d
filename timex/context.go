package timex

import (
	"rashomon"
	"rashomon/tense"
)

// calendar returns the moment of a meaning that counts no units, with what stands in the text alone where that is
// enough, else with the year, the month or the day that the context gives.
func (r *resolver) calendar(index int, m *meaning) (origin, moment) {
	itself := origin{timex: rashomon.None}
	switch {
	case m.has(slotCentury):
		return itself, centuryOf(m)
	case m.has(slotDecade):
		return itself, decadeOf(m.int(slotDecade))
	case m.has(slotFirst):
		return r.numeric(m)
	case m.has(slotYear):
		return itself, m.inside(moment{grain: rashomon.GrainYear, year: m.year()})
	case m.has(slotShortYear):
		return r.shortYear(m)
	}
	if (r.narrative || !r.dated) && m.isOfYear() && !m.has(slotBase) {
		if from, at := r.storyYear(index, m); from.anchor != rashomon.AnchorUnknown {
			return from, at
		}
	}
	from := r.context(index, m)
	if from.anchor == rashomon.AnchorUnknown {
		return from, m.inside(moment{noYear: true})
	}
	return from, r.nearest(m, from)
}

// context returns what tells the rest of a date that leaves it unsaid: of a narrative the time told before it, of a
// report the day of publication, which must be known well enough to tell what lies before it from what lies behind.
func (r *resolver) context(index int, m *meaning) origin {
	story, report := rashomon.GrainYear, rashomon.GrainMonth
	switch {
	case m.isOfYear():
	case m.has(slotDay):
		story, report = rashomon.GrainMonth, rashomon.GrainDay
	default:
		story, report = rashomon.GrainDay, rashomon.GrainDay
	}
	if m.word(slotBase) == "then" || (r.narrative || r.looksBack && m.has(slotWeekday) && !m.has(slotDay)) && m.word(slotBase) != "now" {
		return r.lastTold(story)
	}
	if m.isBareClock() {
		if from, decided := r.dayOfClock(index, m, report); decided {
			return from
		}
	}
	return r.base(m, report)
}

// dayOfClock returns the day that the text around a time of day gives it or, where it looks back, its headline ("The night of 3 March");
// decided is false where it is the day of publication, if any.
func (r *resolver) dayOfClock(index int, m *meaning, grain rashomon.Grain) (day origin, decided bool) {
	if day, named := r.dayBehind(index); named {
		return day, true
	}
	if told := r.lastTold(grain); told.timex != rashomon.None && r.isOfDay(m, told) { // "on Tuesday in Everett at 18:00"
		return told, true
	}
	return r.title, r.looksBack
}

// How many sentences a time of day may stand behind the day that it is of: in the paragraph, and in the one before.
const clockReach, clockReachAcross = 3, 2

// isOfDay reports whether a time of day is one of a day that was told before it: in the same sentence or, of an hour at which
// something happened, a few sentences before it, as a day before the publication: "Troops stormed the mill on Monday. At 9 a.m. the gate
// fell."
func (r *resolver) isOfDay(m *meaning, day origin) bool {
	told := r.found[day.timex].span.Start
	away, reach := r.doc.SentenceOf(m.span.Start)-r.doc.SentenceOf(told), clockReach
	if r.partOf(told) != r.partOf(m.span.Start) {
		reach = clockReachAcross
	}
	switch {
	case away == 0:
		return true
	case away > reach || !m.has(slotHour) || day.moment.grain == rashomon.GrainDayPart:
		return false
	}
	return tense.Around(r.doc, m.span).Happened() && r.dated && r.published.within(rashomon.GrainDay) &&
		day.moment.first().Before(r.published.first())
}

// dayBehind returns the day that stands right behind a time of day, another one at most between: "at 9 a.m. on 4 May", "between 10 and
// 11 p.m. on 3 September".
func (r *resolver) dayBehind(index int) (day origin, named bool) {
	next := index + 1
	if r.isRightBehind(next) && r.found[next].isBareClock() {
		next++
	}
	if !r.isRightBehind(next) || !r.found[next].isDate() {
		return unknown, false
	}
	from, at := r.place(next, &r.found[next])
	if from.anchor == rashomon.AnchorUnknown || !at.within(rashomon.GrainDay) || at.noYear || at.weekday != 0 {
		return unknown, false
	}
	return origin{at.at(rashomon.GrainDay), rashomon.AnchorTimex, next}, true
}

// isRightBehind reports whether a meaning stands right behind the one before it, in its sentence.
func (r *resolver) isRightBehind(index int) bool {
	if index >= len(r.found) {
		return false
	}
	before, span := r.found[index-1].span, r.found[index].span
	return span.Start-before.End <= dayReach && r.doc.SentenceOf(before.Start) == r.doc.SentenceOf(span.Start)
}

// dayReach is how many words may stand between a time of day and the day behind it: "on the".
const dayReach = 2

// partOf returns the part of the document that a token stands in, or None.
func (r *resolver) partOf(token int) int { return r.doc.PartOf(r.doc.Tokens[token].Extent.Start) }

// isOfYear reports whether a meaning names something of which each year has one.
func (m *meaning) isOfYear() bool {
	return m.hasAny([]slot{slotMonth, slotSeason, slotQuarter, slotHalf, slotHoliday})
}
