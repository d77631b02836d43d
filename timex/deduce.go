package timex

import (
	"time"

	"rashomon"
)

// mostDays is on how many days at most a document may have been written for its relative times to be deduced: over more
// than a year no day and no month is left that all lead to.
const mostDays = 366

// Deduce gives values to the times of a document that count from its day of writing, where Written leaves so few days
// that all of them lead to the same value. The others stay as they are, and so do those of a history, which count from
// each other.
func Deduce(doc *rashomon.Document) {
	days := writtenOn(doc)
	if len(days) == 0 || !isAnyOpen(doc.Timexes) {
		return
	}
	found := newFinder(english(), doc).find()
	r := newResolver(doc, found)
	if r.narrative || len(r.found) != len(doc.Timexes) {
		return
	}
	deduced := r.seenFrom(days[0])
	for _, day := range days[1:] {
		if !keepSame(doc.Timexes, deduced, r.seenFrom(day)) {
			return
		}
	}
	for i := range doc.Timexes {
		if t := &doc.Timexes[i]; tellsMore(&deduced[i], t) {
			*t = deduced[i]
		}
	}
}

// writtenOn lists the days of writing, none where they are too many.
func writtenOn(doc *rashomon.Document) []moment {
	var all []moment
	for _, days := range doc.Written {
		first, err := time.Parse(time.DateOnly, days.From)
		last, err2 := time.Parse(time.DateOnly, days.To)
		if err != nil || err2 != nil || last.Sub(first).Hours()/24 >= mostDays {
			return nil
		}
		for t := first; !t.After(last); t = t.AddDate(0, 0, 1) {
			if all = append(all, dayOf(t)); len(all) > mostDays {
				return nil
			}
		}
	}
	return all
}

// isOpen reports whether the day of writing would tell more of a time than is known.
func isOpen(t *rashomon.Timex) bool { return t.Anchor == rashomon.AnchorUnknown }

func isAnyOpen(timexes []rashomon.Timex) bool {
	for i := range timexes {
		if isOpen(&timexes[i]) {
			return true
		}
	}
	return false
}

// tellsMore reports whether a time that was open has a value which it had not before.
func tellsMore(deduced, open *rashomon.Timex) bool {
	return isOpen(open) && deduced.Value != "" && deduced.Value != open.Value
}

// seenFrom returns the times of a document as they are if it was written on a day. Those that are known without it are
// resolved without it, for others may count from them.
func (r *resolver) seenFrom(day moment) []rashomon.Timex {
	seen := &resolver{
		doc: r.doc, published: day, day: isoDay(day), anchor: rashomon.AnchorDeduced, found: r.found, nextYear: r.nextYear,
		last: map[rashomon.Grain]origin{}, title: unknown,
	}
	return seen.resolveAll()
}

// keepSame takes the values from deduced that others do not confirm, and reports whether any open time has one still.
func keepSame(times, deduced, others []rashomon.Timex) bool {
	any := false
	for i := range deduced {
		t, other := &deduced[i], &others[i]
		if t.Value != other.Value || t.From != other.From || t.To != other.To || t.AnchorTimex != other.AnchorTimex {
			t.Value = ""
		}
		any = any || tellsMore(t, &times[i])
	}
	return any
}
