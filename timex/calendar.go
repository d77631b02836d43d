package timex

import (
	"time"

	"rashomon"
)

// A moment is a place in the calendar, as exact as its grain: finer fields are not filled. Years are astronomical: 0
// is 1 BC. The calendar is the Gregorian one, carried back as ISO 8601 does.
type moment struct {
	grain   rashomon.Grain
	noYear  bool   // the year is not known
	year    int    // of a decade or century: its first year
	season  string // SP SU FA WI
	quarter int
	half    int
	month   int
	week    int // of ISO 8601, whose year is year then
	day     int
	weekday int    // 1 to 7, where the day is known by it alone
	part    string // MO MI AF EV NI DT
	hour    int
	minute  int
	second  int
	zone    string
}

// order is the grains from the finest, for comparisons.
var order = map[rashomon.Grain]int{
	rashomon.GrainSecond: 1, rashomon.GrainMinute: 2, rashomon.GrainHour: 3, rashomon.GrainDayPart: 4,
	rashomon.GrainDay: 5, rashomon.GrainWeekend: 6, rashomon.GrainWeek: 7, rashomon.GrainMonth: 8, rashomon.GrainSeason: 9,
	rashomon.GrainQuarter: 10, rashomon.GrainHalf: 11, rashomon.GrainYear: 12, rashomon.GrainDecade: 13,
	rashomon.GrainCentury: 14,
}

// within reports whether a moment is as exact as a grain, or more.
func (m moment) within(g rashomon.Grain) bool {
	return order[m.grain] > 0 && order[m.grain] <= order[g]
}

func dayOf(t time.Time) moment {
	return moment{grain: rashomon.GrainDay, year: t.Year(), month: int(t.Month()), day: t.Day()}
}

func weekOf(t time.Time, grain rashomon.Grain) moment {
	year, week := t.ISOWeek()
	return moment{grain: grain, year: year, week: week}
}

func day(year, month, day int) time.Time {
	return time.Date(year, time.Month(month), day, 0, 0, 0, 0, time.UTC)
}

// seasons are the first months of the seasons, as meteorologists of the northern half of the Earth count them: the
// winter of a year is the one that ends in it, and begins in the month before its first.
var seasons = map[string]int{"SP": 3, "SU": 6, "FA": 9, "WI": 0}

// first returns the first day of a moment whose year is known.
func (m moment) first() time.Time {
	switch {
	case m.week > 0:
		monday := isoMonday(m.year, m.week)
		if m.grain == rashomon.GrainWeekend {
			return monday.AddDate(0, 0, 5)
		}
		return monday
	case m.season != "":
		return day(m.year, seasons[m.season], 1)
	case m.quarter > 0:
		return day(m.year, 3*m.quarter-2, 1)
	case m.half > 0:
		return day(m.year, 6*m.half-5, 1)
	}
	return day(m.year, max(m.month, 1), max(m.day, 1))
}

// isoMonday returns the first day of a week of ISO 8601: the fourth of January is in the first one.
func isoMonday(year, week int) time.Time {
	fourth := day(year, 1, 4)
	return fourth.AddDate(0, 0, 1-isoWeekday(fourth)+7*(week-1))
}

// isoWeekday counts from Monday, 1, to Sunday, 7.
func isoWeekday(t time.Time) int { return (int(t.Weekday())+6)%7 + 1 }

// last returns the last day of a moment whose year is known.
func (m moment) last() time.Time {
	t := m.first()
	switch m.grain {
	case rashomon.GrainCentury:
		return t.AddDate(100, 0, -1)
	case rashomon.GrainDecade:
		return t.AddDate(10, 0, -1)
	case rashomon.GrainYear:
		return t.AddDate(1, 0, -1)
	case rashomon.GrainHalf:
		return t.AddDate(0, 6, -1)
	case rashomon.GrainQuarter, rashomon.GrainSeason:
		return t.AddDate(0, 3, -1)
	case rashomon.GrainMonth:
		return t.AddDate(0, 1, -1)
	case rashomon.GrainWeek:
		return t.AddDate(0, 0, 6)
	case rashomon.GrainWeekend:
		return t.AddDate(0, 0, 1)
	}
	return t
}

// at returns the moment of another grain that a moment lies in; it is no finer than the moment itself.
func (m moment) at(g rashomon.Grain) moment {
	if order[g] < order[m.grain] {
		return m
	}
	t := m.first()
	switch g {
	case rashomon.GrainCentury:
		return moment{grain: g, year: firstYear(m.year, 100)}
	case rashomon.GrainDecade:
		return moment{grain: g, year: firstYear(m.year, 10)}
	case rashomon.GrainYear:
		return moment{grain: g, year: t.Year()}
	case rashomon.GrainHalf:
		return moment{grain: g, year: t.Year(), half: (int(t.Month())-1)/6 + 1}
	case rashomon.GrainQuarter:
		return moment{grain: g, year: t.Year(), quarter: (int(t.Month())-1)/3 + 1}
	case rashomon.GrainMonth:
		return moment{grain: g, year: t.Year(), month: int(t.Month())}
	case rashomon.GrainWeek, rashomon.GrainWeekend:
		return weekOf(t, g)
	case rashomon.GrainDay, rashomon.GrainDayPart:
		return dayOf(t)
	}
	return m
}

// firstYear returns the first of the years that begin with the same digits, as TIMEX3 counts decades and centuries:
// "18" is 1800 to 1899, "BC04" is 499 to 400 BC.
func firstYear(year, length int) int {
	if year > 0 {
		return floor(year, length)
	}
	return 2 - floor(1-year, length) - length
}

// floor rounds down to a multiple, below zero too.
func floor(n, unit int) int { return n - ((n%unit)+unit)%unit }

// shift returns the moment so many units from the one of that unit that m lies in. Of units of the clock m knows the
// hour.
func (m moment) shift(n int, u unit) moment {
	if u.seconds > 0 {
		return m.shiftClock(n * u.seconds)
	}
	t := m.at(u.grain).first()
	return dayOf(t.AddDate(0, n*u.months, n*u.days)).at(u.grain)
}

// shiftClock moves a moment whose hour is known.
func (m moment) shiftClock(seconds int) moment {
	t := m.first().Add(time.Duration(m.hour*3600+m.minute*60+m.second+seconds) * time.Second)
	shifted := m
	shifted.year, shifted.month, shifted.day = t.Year(), int(t.Month()), t.Day()
	shifted.hour, shifted.minute, shifted.second = t.Hour(), t.Minute(), t.Second()
	return shifted
}

// shiftDays returns the day so many units away from a day, not rounded to the unit.
func (m moment) shiftDays(n int, u unit) moment {
	return dayOf(m.first().AddDate(0, n*u.months, n*u.days))
}
