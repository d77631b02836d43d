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

// year returns an astronomical year: 1 BC is 0. Of two years ("the winter of 1942-43") it is the second.
func (m *meaning) year() int {
	switch {
	case m.int(slotEra) == 1:
		return 1 - m.int(slotYear)
	case m.has(slotShortYear):
		return nearestYear(m.int(slotShortYear), m.int(slotYear))
	}
	return m.int(slotYear)
}

// centuryOf returns a century by its first year, as TIMEX3 counts it: "the 19th century" is the years that begin with
// 18.
func centuryOf(m *meaning) moment {
	year := 100 * (m.int(slotCentury) - 1)
	if m.int(slotEra) == 1 {
		year = firstYear(1-year, 100)
	}
	return moment{grain: rashomon.GrainCentury, year: year}
}

// decadeOf returns the decade that begins with a year; "the 1800s" are a century, unlike "the 2000s", which has hardly
// begun.
func decadeOf(year int) moment {
	if year%100 == 0 && year < 2000 {
		return moment{grain: rashomon.GrainCentury, year: year}
	}
	return moment{grain: rashomon.GrainDecade, year: floor(year, 10)}
}

// shortYear returns a year or decade of two digits ('89, the '90s): of all centuries in the one that brings it nearest
// to the last time told, else to the day of publication. Without either, one from 69 on is of the last century, as
// POSIX reads it (strptime, %y), and an earlier one is not known.
func (r *resolver) shortYear(m *meaning) (origin, moment) {
	short := m.int(slotShortYear)
	from, year := r.reference(), 0
	switch {
	case from.anchor != rashomon.AnchorUnknown:
		year = nearestYear(short, from.moment.year)
	case short >= 69:
		from, year = origin{timex: rashomon.None}, 1900+short
	default:
		return from, moment{}
	}
	if m.word(slotUnit) == "DE" {
		return from, moment{grain: rashomon.GrainDecade, year: floor(year, 10)}
	}
	return from, m.inside(moment{grain: rashomon.GrainYear, year: year})
}

// nearestYear returns the year with these last two digits that is nearest to another one.
func nearestYear(short, near int) int {
	year := floor(near, 100) + short
	switch {
	case year-near > 50:
		return year - 100
	case near-year > 50:
		return year + 100
	}
	return year
}

// reference returns a time whose year is known: the last one told, else the day of publication.
func (r *resolver) reference() origin {
	if from := r.lastTold(rashomon.GrainCentury); from.anchor == rashomon.AnchorTimex {
		return from
	}
	return r.base(&meaning{}, rashomon.GrainCentury)
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

// nearest returns the moment that a meaning names, seen from where it counts: of a narrative in the same year, month
// and week; of a report the last one before it, or the next one after it where the sentence speaks of the future.
func (r *resolver) nearest(m *meaning, from origin) moment {
	direction, strict := r.direction(m)
	here := from.moment
	switch {
	case m.has(slotWeekday):
		return m.clockOf(weekdayFrom(here, m.int(slotWeekday), direction, strict))
	case m.has(slotWeekend):
		return m.inside(here.shift(direction*strictly(strict), units["W"]))
	case m.isOfYear():
		if direction < 0 && !strict && r.isSoon(m, here) {
			direction = 1
		}
		return m.inYear(here, direction, strict)
	case m.has(slotDay):
		return m.inMonth(here, direction)
	}
	return m.inside(here)
}

// isOfYear reports whether a meaning names something of which each year has one.
func (m *meaning) isOfYear() bool {
	return m.hasAny([]slot{slotMonth, slotSeason, slotQuarter, slotHalf, slotHoliday})
}

func strictly(strict bool) int {
	if strict {
		return 1
	}
	return 0
}

// soon is within how many days a day without a year is the coming one and not that of the year before, which hardly
// anybody would tell without its year; unless a verb in the past says that it happened on that day.
const soon = 60

// isSoon reports whether the day that a meaning names comes soon after a moment.
func (r *resolver) isSoon(m *meaning, here moment) bool {
	at := m.inside(moment{grain: rashomon.GrainYear, year: here.year})
	if !at.within(rashomon.GrainDay) || !here.within(rashomon.GrainDay) {
		return false
	}
	days := at.first().Sub(here.last()).Hours() / 24
	return days > 0 && days <= soon && !r.happened(m.span)
}

// clockOf adds the time of day, where there is one.
func (m *meaning) clockOf(at moment) moment {
	if m.has(slotPart) || m.has(slotHour) {
		return m.clock(at)
	}
	return at
}

// weekdayFrom returns the weekday at or before a day, or at or after it; strict leaves out the day itself.
func weekdayFrom(here moment, weekday, direction int, strict bool) moment {
	t := here.first()
	days := (weekday - isoWeekday(t) + 7) % 7
	switch {
	case direction == 0: // "this Friday": of the week
		return dayOf(here.at(rashomon.GrainWeek).first().AddDate(0, 0, weekday-1))
	case direction < 0 && days > 0:
		days -= 7
	}
	if days == 0 && strict {
		days = 7 * direction
	}
	return dayOf(t.AddDate(0, 0, days))
}

// inYear returns what a meaning names in the year of a moment, or in the year before or after where the direction asks
// for it.
func (m *meaning) inYear(here moment, direction int, strict bool) moment {
	at := m.inside(moment{grain: rashomon.GrainYear, year: here.year})
	if at.grain == "" || direction == 0 {
		return at
	}
	late := at.first().After(here.last())
	early := at.last().Before(here.first())
	if strict {
		late, early = late || !early, early || !late
	}
	switch {
	case direction < 0 && late:
		return m.inside(moment{grain: rashomon.GrainYear, year: here.year - 1})
	case direction > 0 && early:
		return m.inside(moment{grain: rashomon.GrainYear, year: here.year + 1})
	}
	return at
}

// inMonth returns the day of a month that is named by its number alone.
func (m *meaning) inMonth(here moment, direction int) moment {
	month := here.at(rashomon.GrainMonth)
	at := m.inside(month)
	if !here.within(rashomon.GrainDay) || direction == 0 || at.grain == "" {
		return at
	}
	switch {
	case direction < 0 && at.first().After(here.last()):
		return m.inside(month.shift(-1, units["M"]))
	case direction > 0 && at.last().Before(here.first()):
		return m.inside(month.shift(1, units["M"]))
	}
	return at
}
