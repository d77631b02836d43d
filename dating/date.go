package dating

import (
	"fmt"
	"slices"
	"time"

	"rashomon"
	"rashomon/tense"
)

// halfYear is how many days from the day of writing a date may lie that is told without its year: of what lies farther
// away another year's is nearer, and so people tell the year.
const halfYear = 183

// dates takes dates that lack their year, that of publication among them.
func (r *reading) dates() {
	r.dateline()
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if month, day, ok := yearless(t); ok {
			r.addDate(t.Span, month, day)
		}
	}
}

func (r *reading) addDate(span rashomon.Span, month, day int) {
	before, behind, side := halfYear, halfYear, "from"
	switch now := tense.Beside(r.doc, span); {
	case now == tense.Past:
		before, side = 0, "before"
	case now == tense.Future:
		behind, side = 0, "behind"
	}
	reason := fmt.Sprintf("%d %s is told of without its year: it lies no more than half a year %s the day of writing",
		day, time.Month(month), side)
	if slices.ContainsFunc(r.clues, func(c clue) bool { return c.Reason == reason }) { // told before, in the same way
		return
	}
	days := yearly(func(year int) (stretch, bool) {
		at := dayOf(year, month, day)
		return stretch{at - before, at + behind}, dateOf(at).Day() == day
	})
	r.add(span, days, "date", reason)
}

// dateline takes a day of publication that is told without its year.
func (r *reading) dateline() {
	for _, detail := range r.doc.Details {
		var month, day int
		n, _ := fmt.Sscanf(detail.Value, "XXXX-%02d-%02d", &month, &day)
		span := r.doc.Span(detail.Extent)
		if detail.Field != rashomon.FieldPublished || n != 2 || span.Empty() {
			continue
		}
		days := yearly(func(year int) (stretch, bool) {
			at := dayOf(year, month, day)
			return stretch{at, at}, dateOf(at).Day() == day
		})
		r.add(span, days, "dateline", fmt.Sprintf("it says that it is of %d %s, without the year", day, time.Month(month)))
	}
}
