package timex

import (
	"fmt"
	"strings"

	"rashomon"
)

// parseDay reads the beginning of a time of publication, as exact as it is.
func parseDay(published string) (moment, bool) {
	var at moment
	switch n, _ := fmt.Sscanf(published, "%04d-%02d-%02d", &at.year, &at.month, &at.day); n {
	case 3:
		at.grain = rashomon.GrainDay
	case 2:
		at.grain = rashomon.GrainMonth
	case 1:
		at.grain = rashomon.GrainYear
	default:
		return moment{}, false
	}
	return at, isOfCalendar(at)
}

// isOfCalendar reports whether a month has the day of a moment, and the year its month.
func isOfCalendar(m moment) bool {
	t := m.first()
	return int(t.Month()) == max(m.month, 1) && t.Day() == max(m.day, 1)
}

// isNarrative reports whether a document tells of times past, so that a date in it leans on the one before it and not
// on the day of publication. A history has many dates with a year that lie before its own day; a report has few of
// them, and speaks of "Friday" and "last week". So the years past are counted against what only a report has, of which
// each weekday and each expression that counts from today weighs three: at that weight the histories of WikiWars and
// the reports of MEANTIME and PolNeAR fall apart (development parts; the closest are a war of the years before the
// article was written, 72 to 53, and a report on the history of a law, 14 to 21).
func isNarrative(r *resolver, found []meaning) bool {
	past, present := 0, 0
	for i := range found {
		switch m := &found[i]; {
		case m.word(slotBase) == "now", m.has(slotWeekday) && !m.has(slotDay) && m.timexType() != rashomon.TimexSet:
			present += 3
		case !m.has(slotYear) || m.has(slotUnit):
		case !r.dated || m.year() < r.published.year-1:
			past++
		case m.year() <= r.published.year+1:
			present++
		}
	}
	return past >= fewestYears && past > present
}

// fewestYears is how many years past a history tells at least; the shortest of WikiWars tells eight.
const fewestYears = 5

// isAttribute reports whether a meaning is no more than an adjective: "a former minister", "the current government". In a
// history it places what it belongs to in time, and the annotators of WikiWars marked it; in a report it is a part of
// somebody's title, and those of MEANTIME left it out.
func isAttribute(m meaning) bool { return strings.HasPrefix(m.rule, "attribute/") }
