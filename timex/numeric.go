package timex

import (
	"rashomon"
)

// numeric resolves a date in numbers alone, of which the first may be the day or the month. It is understood where
// only one order gives a date, else where the day of publication tells: nearer to it is what is meant.
func (r *resolver) numeric(m *meaning) (origin, moment) {
	from := origin{timex: rashomon.None}
	year := m.int(slotYear)
	if m.has(slotShortYear) {
		if from = r.reference(); from.anchor == rashomon.AnchorUnknown {
			return from, moment{}
		}
		year = nearestYear(m.int(slotShortYear), from.moment.year)
	}
	dayFirst := dayOfMonth(year, m.int(slotOther), m.int(slotFirst))
	monthFirst := dayOfMonth(year, m.int(slotFirst), m.int(slotOther))
	switch {
	case monthFirst.grain == "" || dayFirst == monthFirst:
		return from, dayFirst
	case dayFirst.grain == "":
		return from, monthFirst
	case !r.dated || !r.published.within(rashomon.GrainDay):
		return unknown, moment{}
	}
	from = origin{r.published, r.anchor, rashomon.None}
	here := r.published.first()
	if here.Sub(dayFirst.first()).Abs() < here.Sub(monthFirst.first()).Abs() {
		return from, dayFirst
	}
	return from, monthFirst
}

// dayOfMonth returns a day of the calendar, no moment where there is none.
func dayOfMonth(year, month, number int) moment {
	if t := day(year, month, number); month <= 12 && t.Day() == number {
		return dayOf(t)
	}
	return moment{}
}
