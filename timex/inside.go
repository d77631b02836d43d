package timex

import (
	"time"

	"rashomon"
)

// inside returns the moment that a meaning names within another one: of 1941, "in June" is June 1941.
func (m *meaning) inside(c moment) moment {
	at := m.date(c)
	if at.grain == "" && m.isDate() { // a day that is not in the calendar
		return at
	}
	return m.withClock(at)
}

// date returns the date that a meaning names within a moment.
func (m *meaning) date(c moment) moment {
	year := moment{year: c.year, noYear: c.noYear}
	switch {
	case m.has(slotHoliday):
		return m.holidayIn(c)
	case m.has(slotSeason):
		year.grain, year.season = rashomon.GrainSeason, m.word(slotSeason)
	case m.has(slotQuarter):
		year.grain, year.quarter = rashomon.GrainQuarter, m.int(slotQuarter)
	case m.has(slotHalf):
		year.grain, year.half = rashomon.GrainHalf, m.int(slotHalf)
	case m.has(slotMonth):
		return m.monthIn(year)
	case m.has(slotDay):
		return m.dayIn(c)
	case m.has(slotWeekend):
		return moment{grain: rashomon.GrainWeekend, noYear: true}
	case m.has(slotWeekday):
		if c.noYear || !c.within(rashomon.GrainWeek) {
			return moment{grain: rashomon.GrainDay, noYear: true, weekday: m.int(slotWeekday)}
		}
		return dayOf(c.at(rashomon.GrainWeek).first().AddDate(0, 0, m.int(slotWeekday)-1))
	default:
		return c
	}
	return year
}

func (m *meaning) monthIn(year moment) moment {
	at := year
	at.grain, at.month = rashomon.GrainMonth, m.int(slotMonth)
	if m.has(slotDay) {
		return m.dayIn(at)
	}
	return at
}

// dayIn returns a day of a month, or no moment where the month has no such day.
func (m *meaning) dayIn(month moment) moment {
	at := moment{grain: rashomon.GrainDay, year: month.year, noYear: month.noYear, month: month.month, day: m.int(slotDay)}
	year := at.year
	if at.noYear || at.month == 0 {
		year = 2000 // a leap year, which has every day of any year
	}
	if t := day(year, max(at.month, 1), at.day); t.Day() != at.day {
		return moment{}
	}
	return at
}

func (m *meaning) holidayIn(year moment) moment {
	y := year.year
	if year.noYear {
		y = 2000 // fixed days are on the same day in every year
	}
	t, known := holiday(m.word(slotHoliday), y)
	if !known || year.noYear && t != fixed(m.word(slotHoliday)) {
		return moment{}
	}
	at := dayOf(t)
	at.year, at.noYear = year.year, year.noYear
	return at
}

// fixed returns the day of a holiday in 2000 when it is the same day in 2001, else no time.
func fixed(rule string) time.Time {
	t, _ := holiday(rule, 2000)
	if next, _ := holiday(rule, 2001); next != t.AddDate(1, 0, 0) {
		return time.Time{}
	}
	return t
}

// clock adds the time of day to a day, which may not be known.
func (m *meaning) clock(at moment) moment {
	if !at.within(rashomon.GrainDay) {
		at = moment{year: at.year, noYear: at.noYear || at.grain == "", month: at.month}
	}
	if m.has(slotPart) && !m.has(slotHour) {
		at.grain, at.part = rashomon.GrainDayPart, m.word(slotPart)
		return at
	}
	at.grain, at.hour, at.minute, at.zone = rashomon.GrainHour, m.hour(), m.int(slotMinute), m.word(slotZone)
	if late := at.part == "AF" || at.part == "EV"; late && at.hour < 12 { // "On the evening of 12 May, at nine"
		at.hour += 12
	}
	at.part = ""
	if m.has(slotHours) { // "0530"
		at.hour, at.minute = m.int(slotHours)/100, m.int(slotHours)%100
	}
	if at.minute < 0 { // "ten to six"
		at.hour, at.minute = at.hour-1, at.minute+60
	}
	if at.minute > 59 {
		return moment{}
	}
	if m.has(slotMinute) || m.has(slotHours) {
		at.grain = rashomon.GrainMinute
	}
	if m.has(slotSecond) {
		at.grain, at.second = rashomon.GrainSecond, m.int(slotSecond)
	}
	return at
}

// hour returns the hour from 0 to 24; the part of the day ("3 in the afternoon") tells which half is meant, as pm
// does.
func (m *meaning) hour() int {
	hour := m.int(slotHour)
	if hour > 12 {
		return hour
	}
	part := m.word(slotPart)
	afternoon := part == "AF" || part == "EV" || part == "NI" && hour >= 6
	morning := part == "MO" || part == "NI" && hour < 6
	if m.has(slotAfternoon) {
		afternoon = m.int(slotAfternoon) == 1
		morning = !afternoon
	}
	switch {
	case afternoon && hour < 12:
		return hour + 12
	case morning && hour == 12:
		return 0
	}
	return hour
}

// isClock reports whether a meaning tells the time of day.
func (m *meaning) isClock() bool { return m.has(slotPart) || m.has(slotHour) || m.has(slotHours) }
