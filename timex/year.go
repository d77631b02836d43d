package timex

import (
	"rashomon"
)

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
