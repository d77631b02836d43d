package timex

import (
	"rashomon"
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
	from := r.context(m)
	if from.anchor == rashomon.AnchorUnknown {
		return from, m.inside(moment{noYear: true})
	}
	return from, r.nearest(m, from)
}

// context returns what tells the rest of a date that leaves it unsaid: of a narrative the time told before it, of a
// report the day of publication, which must be known well enough to tell what lies before it from what lies behind.
func (r *resolver) context(m *meaning) origin {
	story, report := rashomon.GrainYear, rashomon.GrainMonth
	switch {
	case m.isOfYear():
	case m.has(slotDay):
		story, report = rashomon.GrainMonth, rashomon.GrainDay
	default:
		story, report = rashomon.GrainDay, rashomon.GrainDay
	}
	if m.word(slotBase) == "then" || r.narrative && m.word(slotBase) != "now" {
		return r.lastTold(story)
	}
	if m.isClock() && !m.isDate() { // "on Tuesday in Everett at 18:00"
		if from := r.lastTold(report); from.timex != rashomon.None &&
			r.doc.SentenceOf(r.found[from.timex].span.Start) == r.doc.SentenceOf(m.span.Start) {
			return from
		}
	}
	return r.base(m, report)
}

// isOfYear reports whether a meaning names something of which each year has one.
func (m *meaning) isOfYear() bool {
	return m.hasAny([]slot{slotMonth, slotSeason, slotQuarter, slotHalf, slotHoliday})
}
