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
		if from := r.lastTold(report); from.timex != rashomon.None && r.isOfDay(m, from) {
			return from
		}
	}
	return r.base(m, report)
}

// clockReach is how many sentences a time of day may stand behind the day that it is of.
const clockReach = 3

// isOfDay reports whether a time of day is one of a day that was told before it: in the same sentence or, of an hour at which
// something happened, a few sentences before it in the paragraph, as a day before the publication: "Troops stormed the mill on Monday.
// At 9 a.m. the gate fell."
func (r *resolver) isOfDay(m *meaning, day origin) bool {
	told := r.found[day.timex].span.Start
	switch away := r.doc.SentenceOf(m.span.Start) - r.doc.SentenceOf(told); {
	case away == 0:
		return true
	case away > clockReach || !m.has(slotHour) || day.moment.grain == rashomon.GrainDayPart || r.partOf(told) != r.partOf(m.span.Start):
		return false
	}
	return tense.Around(r.doc, m.span).Happened() && r.dated && r.published.within(rashomon.GrainDay) &&
		day.moment.first().Before(r.published.first())
}

// partOf returns the part of the document that a token stands in, or None.
func (r *resolver) partOf(token int) int { return r.doc.PartOf(r.doc.Tokens[token].Extent.Start) }

// isOfYear reports whether a meaning names something of which each year has one.
func (m *meaning) isOfYear() bool {
	return m.hasAny([]slot{slotMonth, slotSeason, slotQuarter, slotHalf, slotHoliday})
}
