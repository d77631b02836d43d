package timex

import (
	"rashomon"
	"rashomon/tense"
)

// nearest returns the moment that a meaning names, seen from where it counts: of a narrative in the same year, month
// and week; of a report the last one before it, or the next one after it where the sentence speaks of the future.
func (r *resolver) nearest(m *meaning, from origin) moment {
	direction, strict := r.direction(m)
	here := from.moment
	switch {
	case m.has(slotWeekday) && !m.has(slotMonth):
		return m.withClock(weekdayFrom(here, m.int(slotWeekday), direction, strict))
	case m.isOfYear():
		switch {
		case direction < 0 && !strict && r.isSoon(m, here):
			direction = 1
		case direction > 0 && !strict && r.isRecent(m, here):
			direction = -1
		}
		return m.onWeekday(m.inYear(here, direction, strict), here)
	case m.has(slotDay):
		return m.inMonth(here, direction)
	}
	return m.inside(here)
}

// onWeekday returns a day that is told with its weekday, in the year nearest to a moment in which it falls on that one: "Monday,
// 5 November". A day that does so in none of them stays as it is.
func (m *meaning) onWeekday(at, here moment) moment {
	if !m.has(slotWeekday) || !at.within(rashomon.GrainDay) {
		return at
	}
	for _, year := range []int{at.year, here.year, here.year - 1, here.year + 1} {
		other := m.inside(moment{grain: rashomon.GrainYear, year: year})
		if other.grain != "" && isoWeekday(other.first()) == m.int(slotWeekday) {
			return other
		}
	}
	return at
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
	return days > 0 && days <= soon && !tense.Beside(r.doc, m.span).Happened()
}

// isRecent reports whether the day that a meaning names lies nearer before a moment than behind it, and nothing but the present or a plan says
// that it is to come: "we mourn those who died on 10 January", "pictures of 11 October show damage".
func (r *resolver) isRecent(m *meaning, here moment) bool {
	told := tense.Around(r.doc, m.span)
	if told != tense.Present && told != tense.Planned || !here.within(rashomon.GrainDay) {
		return false
	}
	past, coming := m.inYear(here, -1, false), m.inYear(here, 1, false)
	return past.within(rashomon.GrainDay) && coming.within(rashomon.GrainDay) &&
		here.first().Sub(past.first()) < coming.first().Sub(here.first())
}

// withClock adds the time of day, where there is one.
func (m *meaning) withClock(at moment) moment {
	if m.isClock() {
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
