package dating

import (
	"fmt"
	"strconv"
	"strings"

	"rashomon"
)

// intervals takes how long ago something was whose day or year the text tells: "in 1991, ten years ago", "the 50th
// anniversary of the treaty of 1957".
func (r *reading) intervals() {
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if years, ok := yearsOn(t); ok && r.isNow(i) {
			r.addInterval(t.Span, &r.doc.Timexes[t.AnchorTimex], years, "years before today")
			continue
		}
		if !hasYear(t) || t.Grain != rashomon.GrainYear && t.Grain != rashomon.GrainDay {
			continue
		}
		if years, span, ok := r.yearsAgo(i); ok {
			r.addInterval(span, t, years, "years ago")
		}
		if years, span, ok := r.anniversary(t.Span); ok {
			r.addInterval(span, t, years, "years before the anniversary")
		}
	}
}

// yearsOn returns how many years behind another time that tells its year something is told: "in 1973 ... forty years on".
func yearsOn(t *rashomon.Timex) (years int, ok bool) {
	if t.Anchor != rashomon.AnchorTimex || t.Grain != rashomon.GrainYear {
		return 0, false
	}
	n, _ := fmt.Sscanf(t.Offset, "P%dY", &years)
	return years, n == 1
}

// isNow reports whether a time stands beside one that says "today" or "now".
func (r *reading) isNow(at int) bool {
	for _, other := range []int{at - 1, at + 1} {
		if other < 0 || other >= len(r.doc.Timexes) {
			continue
		}
		t, o := &r.doc.Timexes[at], &r.doc.Timexes[other]
		saysNow := o.Offset == "P0D" || o.Value == "PRESENT_REF"
		if saysNow && r.isBetween(min(t.Span.End, o.Span.End), max(t.Span.Start, o.Span.Start)) {
			return true
		}
	}
	return false
}

// yearsAgo returns how many years ago something was, where that stands beside its date.
func (r *reading) yearsAgo(date int) (years int, span rashomon.Span, ok bool) {
	t := &r.doc.Timexes[date]
	for _, other := range []int{date - 1, date + 1} {
		if other < 0 || other >= len(r.doc.Timexes) {
			continue
		}
		o := &r.doc.Timexes[other]
		number, found := strings.CutPrefix(o.Offset, "-P")
		number, isYears := strings.CutSuffix(number, "Y")
		years, err := strconv.Atoi(number)
		if !found || !isYears || err != nil || o.Anchor != rashomon.AnchorUnknown || o.Mod != "" {
			continue
		}
		span := rashomon.Span{Start: min(t.Span.Start, o.Span.Start), End: max(t.Span.End, o.Span.End)}
		if r.isBetween(min(t.Span.End, o.Span.End), max(t.Span.Start, o.Span.Start)) {
			return years, span, true
		}
	}
	return 0, rashomon.Span{}, false
}

// isBetween reports whether nothing but a sign and a preposition stands between two times, so that they are one.
func (r *reading) isBetween(start, end int) bool {
	const most = 2
	if end-start > most {
		return false
	}
	for i := start; i < end; i++ {
		if upos := r.doc.Tokens[i].UPOS; upos != "PUNCT" && upos != "ADP" {
			return false
		}
	}
	return true
}

// anniversary returns the number of an anniversary whose date stands behind it: "the 50th anniversary of the treaty of
// 1957".
func (r *reading) anniversary(date rashomon.Span) (years int, span rashomon.Span, ok bool) {
	const most = 8 // words between
	for i := date.Start - 1; i > r.sentence(date.Start).Start && i >= date.Start-most; i-- {
		if r.word(i) == "anniversary" {
			years, ok = ordinals[r.word(i-1)]
			if n, err := strconv.Atoi(strings.TrimRight(r.word(i-1), "stndrh")); err == nil {
				years, ok = n, true
			}
			return years, rashomon.Span{Start: i - 1, End: date.End}, ok
		}
	}
	return 0, rashomon.Span{}, false
}

var ordinals = map[string]int{
	"first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9, "tenth": 10,
	"fifteenth": 15, "twentieth": 20, "twenty-fifth": 25, "thirtieth": 30, "fortieth": 40, "fiftieth": 50, "sixtieth": 60,
	"seventieth": 70, "seventy-fifth": 75, "eightieth": 80, "ninetieth": 90, "hundredth": 100,
}

// addInterval adds the days some years behind a date: those of the year where only years are counted, or a few weeks around
// the day.
func (r *reading) addInterval(span rashomon.Span, t *rashomon.Timex, years int, words string) {
	const weeks = 45
	first, _, ok := bounds(t.From)
	_, last, ok2 := bounds(t.To)
	if !ok || !ok2 {
		return
	}
	s := stretch{dayOf(dateOf(first).Year()+years, int(dateOf(first).Month()), dateOf(first).Day()), 0}
	s.last = s.first + last - first
	if t.Grain == rashomon.GrainDay {
		s = stretch{s.first - weeks, s.last + weeks}
	}
	r.add(span, newSet(s), "interval", fmt.Sprintf("%s was %d %s", r.doc.QuoteSpan(t.Span), years, words))
}
