package timex

import (
	"fmt"

	"rashomon"
)

// value writes a moment as TIMEX3 does.
func (m moment) value() string {
	value := m.dateValue()
	if m.within(rashomon.GrainDayPart) {
		value += "T" + m.clockValue()
	}
	return value
}

func (m moment) dateValue() string {
	year := m.yearValue()
	switch {
	case m.week > 0 && m.grain == rashomon.GrainWeekend:
		return fmt.Sprintf("%s-W%02d-WE", year, m.week)
	case m.week > 0:
		return fmt.Sprintf("%s-W%02d", year, m.week)
	case m.season != "":
		return year + "-" + m.season
	case m.quarter > 0:
		return fmt.Sprintf("%s-Q%d", year, m.quarter)
	case m.half > 0:
		return fmt.Sprintf("%s-H%d", year, m.half)
	case m.weekday > 0:
		return fmt.Sprintf("%s-WXX-%d", year, m.weekday)
	case m.grain == rashomon.GrainWeekend:
		return year + "-WXX-WE"
	case !m.within(rashomon.GrainMonth):
		return year
	}
	month, day := "XX", "XX"
	if m.month > 0 {
		month = fmt.Sprintf("%02d", m.month)
	}
	if m.day > 0 {
		day = fmt.Sprintf("%02d", m.day)
	}
	if m.grain == rashomon.GrainMonth {
		return year + "-" + month
	}
	return year + "-" + month + "-" + day
}

// yearValue writes a year, or the beginning that the years of a decade or century share.
func (m moment) yearValue() string {
	if m.noYear {
		return "XXXX"
	}
	era, year := "", m.year
	if year <= 0 {
		era, year = "BC", 1-year
	}
	switch m.grain {
	case rashomon.GrainDecade:
		return fmt.Sprintf("%s%03d", era, year/10)
	case rashomon.GrainCentury:
		return fmt.Sprintf("%s%02d", era, year/100)
	}
	return fmt.Sprintf("%s%04d", era, year)
}

func (m moment) clockValue() string {
	switch {
	case m.part != "":
		return m.part
	case m.grain == rashomon.GrainSecond:
		return fmt.Sprintf("%02d:%02d:%02d%s", m.hour, m.minute, m.second, m.zone)
	}
	return fmt.Sprintf("%02d:%02d%s", m.hour, m.minute, m.zone)
}

// bounds writes the first and the last day of a moment, or its time of day; "" where they are not known.
func (m moment) bounds() (from, to string) {
	if m.noYear || m.weekday > 0 || m.within(rashomon.GrainMonth) && m.month == 0 && m.week == 0 ||
		m.within(rashomon.GrainDay) && m.day == 0 {
		return "", ""
	}
	if m.within(rashomon.GrainHour) {
		at := isoDay(m) + "T" + m.clockValue()
		return at, at
	}
	if m.year > maxYear || m.year < -maxYear {
		return "", ""
	}
	first, last := m.first(), m.last()
	return isoDay(dayOf(first)), isoDay(dayOf(last))
}

// isoDay writes a day as ISO 8601 does, with a sign where the year has one.
func isoDay(m moment) string {
	if m.year < 0 {
		return fmt.Sprintf("-%04d-%02d-%02d", -m.year, m.month, m.day)
	}
	return fmt.Sprintf("%04d-%02d-%02d", m.year, m.month, m.day)
}

// maxYear is the largest year that is written with four digits.
const maxYear = 9999
