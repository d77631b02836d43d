package dating

import (
	"fmt"
	"slices"
	"strings"
	"time"

	"rashomon"
	"rashomon/tense"
)

// How many days from the day of writing something may lie that is told without its year, and without its date.
const (
	withinYear = 300 // "4 July"
	withinWeek = 6   // "Monday"
)

// weekdays takes days that are told by weekday and date: few years have both.
func (r *reading) weekdays() {
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		month, day, ok := yearless(t)
		if !ok {
			continue
		}
		if weekday, ok := r.weekdayIn(t.Span); ok {
			r.addWeekday(t.Span, weekday, month, day, withinYear)
		}
	}
	r.renamed()
}

// renamed takes a weekday that the text calls the date, where it tells of one date only.
func (r *reading) renamed() {
	month, day, ok := r.onlyDate()
	if !ok {
		return
	}
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if weekday, ok := bareWeekday(t); ok && r.isDateItself(t.Span.End) {
			r.addWeekday(t.Span, weekday, month, day, withinWeek)
		}
	}
}

// addWeekday adds the days from which a day is told that falls on a weekday.
func (r *reading) addWeekday(span rashomon.Span, weekday time.Weekday, month, day, within int) {
	before, behind := r.reach(span, within)
	var years []int
	days := yearly(func(year int) (stretch, bool) {
		at := dayOf(year, month, day)
		date := dateOf(at)
		falls := date.Weekday() == weekday && date.Day() == day
		if falls {
			years = append(years, year)
		}
		return stretch{at - before, at + behind}, falls
	})
	reason := fmt.Sprintf("%d %s is told of as a %s", day, time.Month(month), weekday)
	r.add(span, days, "weekday", reason, years...)
}

// reach returns how many days before what is told of and behind it the text may have been written.
func (r *reading) reach(span rashomon.Span, within int) (before, behind int) {
	switch tense.Around(r.doc, span) {
	case tense.Past:
		return 0, within
	case tense.Future:
		return within, 0
	}
	return within, within
}

// yearless returns the month and the day of a time that lacks the year alone.
func yearless(t *rashomon.Timex) (month, day int, ok bool) {
	if t.Anchor != rashomon.AnchorUnknown {
		return 0, 0, false
	}
	n, _ := fmt.Sscanf(t.Value, "XXXX-%02d-%02d", &month, &day)
	return month, day, n == 2
}

// bareWeekday returns the weekday of a time that tells nothing else.
func bareWeekday(t *rashomon.Timex) (time.Weekday, bool) {
	var weekday int
	n, _ := fmt.Sscanf(t.Value, "XXXX-WXX-%d", &weekday)
	return time.Weekday(weekday % 7), n == 1 && t.Anchor == rashomon.AnchorUnknown
}

// weekdayIn returns the weekday that a time names among other things, which ends at its end or stands in front of it.
func (r *reading) weekdayIn(span rashomon.Span) (time.Weekday, bool) {
	for i := max(0, span.Start-2); i < span.End; i++ {
		for weekday := time.Sunday; weekday <= time.Saturday; weekday++ {
			name := strings.ToLower(weekday.String())
			if word := strings.TrimSuffix(r.word(i), "."); word == name || len(word) >= 3 && strings.HasPrefix(name, word) && r.word(i) != "sun" {
				return weekday, true
			}
		}
	}
	return 0, false
}

// onlyDate returns the one date without a year that the text tells, once or several times.
func (r *reading) onlyDate() (month, day int, ok bool) {
	for i := range r.doc.Timexes {
		m, d, isDate := yearless(&r.doc.Timexes[i])
		switch {
		case !isDate || ok && m == month && d == day:
		case ok:
			return 0, 0, false
		default:
			month, day, ok = m, d, true
		}
	}
	return month, day, ok
}

// isDateItself reports whether what stands behind a comma or a dash is "the date", "the day" or the like: "on Monday, the
// last day of the talks".
func (r *reading) isDateItself(token int) bool {
	const most = 3 // words from the article to the noun
	if !slices.Contains(breaks, r.word(token)) || r.word(token+1) != "the" {
		return false
	}
	for i := token + 2; i < token+2+most; i++ {
		if word := r.word(i); slices.Contains(dates, word) {
			return true
		} else if word == "" || r.doc.Tokens[i].UPOS != "ADJ" && r.doc.Tokens[i].UPOS != "NOUN" {
			return false
		}
	}
	return false
}

var (
	breaks = []string{",", "-", "--", "–", "—", "(", ":"}
	dates  = []string{"date", "day", "deadline"}
)

// weekdaysTogether takes the weekdays told in the past: of the days left, on some of them they lie closer together than on
// others. Who tells of Sunday and of Monday writes on Monday or behind it, and not on a Sunday at the end of the week.
func (r *reading) weekdaysTogether(days set) {
	told := map[time.Weekday]bool{}
	var span rashomon.Span
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if weekday, ok := bareWeekday(t); ok && tense.Around(r.doc, t.Span) == tense.Past {
			told[weekday] = true
			span = t.Span
		}
	}
	if len(told) < 2 {
		return
	}
	shortest := 7
	for _, s := range days {
		for day := s.first; day <= s.last; day++ {
			shortest = min(shortest, spread(told, dateOf(day).Weekday()))
		}
	}
	var kept []stretch
	for day := always[0].first; day <= always[0].last; day++ {
		if spread(told, dateOf(day).Weekday()) <= shortest {
			kept = append(kept, stretch{day, day})
		}
	}
	r.add(span, newSet(kept...), "weekdays", "seen from there the weekdays told lie closest together")
}

// spread returns how many days lie between the first and the last of some weekdays, each being the last one up to a day.
func spread(told map[time.Weekday]bool, on time.Weekday) int {
	least, most := 7, 0
	for weekday := range told {
		back := int(on-weekday+7) % 7
		least, most = min(least, back), max(most, back)
	}
	return most - least
}
