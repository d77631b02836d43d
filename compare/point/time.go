package point

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// time returns the time that is told with the deed, the hour before the day.
func (t *telling) time() *digest.Timex {
	if hour := t.hour(); hour != nil {
		return hour
	}
	for _, other := range t.others {
		if other.role.Timex != rashomon.None {
			if timex := &t.digest.Timexes[other.role.Timex]; timex.From != "" || isPart(timex) || isWeekday(timex) {
				return timex
			}
		}
	}
	if t.event != nil && t.event.Time != rashomon.None && t.event.TimeFrom == rashomon.OriginTree {
		return &t.digest.Timexes[t.event.Time]
	}
	return nil
}

// hour returns the only time of the clock that stands in the clause, or nil.
func (t *telling) hour() *digest.Timex {
	if hours := t.hours(); len(hours) == 1 {
		return hours[0]
	}
	return nil
}

// hours returns the times of the clock that stand in the clause.
func (t *telling) hours() []*digest.Timex {
	var found []*digest.Timex
	for i := range t.digest.Timexes {
		timex := &t.digest.Timexes[i]
		if timex.Sentence == t.clause.Sentence && clock(timex) >= 0 && t.clause.Extent.Contains(timex.Extent) {
			found = append(found, timex)
		}
	}
	return found
}

// apart reports whether two times cannot be the same: different hours or parts of the day, or days that do not meet.
func apart(x, y *digest.Timex) bool {
	if p, q := clock(x), clock(y); p >= 0 && q >= 0 {
		return p-q > sameMinutes || q-p > sameMinutes
	}
	if otherPart(x, y) || otherPart(y, x) {
		return true
	}
	if x.Grain != y.Grain || clock(x) >= 0 || clock(y) >= 0 || x.Value == "" || y.Value == "" {
		return false
	}
	if x.From == "" || y.From == "" { // days of a week that nobody tells
		return x.From == y.From && x.Value != y.Value
	}
	return x.To < y.From || y.To < x.From
}

// sameMinutes is how far two clocks may be apart and still tell the same.
const sameMinutes = 20

// hoursOf are the hours that the parts of the day may be told to last, wide enough for summer and winter, by their letters
// in TIMEX3. Night lasts past midnight.
var hoursOf = map[string][2]int{"MO": {3, 12}, "AF": {12, 19}, "EV": {16, 24}, "NI": {19, 30}, "DT": {6, 20}}

// otherPart reports whether a clock and a part of the day do not fit: "at 4 p.m.", "at night".
func otherPart(x, y *digest.Timex) bool {
	minute := clock(x)
	hours, known := hoursOf[part(y)]
	if minute < 0 || !known {
		return false
	}
	within := func(minute int) bool { return hours[0]*60 <= minute && minute <= hours[1]*60 }
	return !within(minute) && !within(minute+24*60)
}

// part returns the letters of the part of the day that a time tells, or "".
func part(t *digest.Timex) string {
	_, of, _ := strings.Cut(t.Value, "T")
	return of
}

func isPart(t *digest.Timex) bool {
	_, known := hoursOf[part(t)]
	return known
}

// isWeekday reports whether a time is a day of a week that nobody tells.
func isWeekday(t *digest.Timex) bool { return strings.HasPrefix(t.Value, "XXXX-WXX-") }

// clock returns the minute of the day that a time of the clock tells, or -1.
func clock(t *digest.Timex) int {
	_, of, found := strings.Cut(t.Value, "T")
	var hour, minute int
	if !found {
		return -1
	}
	if n, _ := fmt.Sscanf(of, "%2d:%2d", &hour, &minute); n == 0 {
		return -1
	}
	return hour*60 + minute
}
