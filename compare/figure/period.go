package figure

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"time"
	"unicode"

	"rashomon"
	"rashomon/digest"
)

// A period is a run of days, both included. Days are numbered; the zero period is not known.
type period struct {
	from, to int
	said     string // as the text has it
}

func (p period) known() bool { return p.to != 0 }

func (p period) days() int { return p.to - p.from + 1 }

func (p period) overlaps(other period) bool { return p.from <= other.to && other.from <= p.to }

func (p period) within(other period) bool { return other.from <= p.from && p.to <= other.to }

// nearly reports whether two periods are the same but for a day at either end: a count by nights ends in a morning.
func (p period) nearly(other period) bool {
	return max(p.from-other.from, other.from-p.from) <= 1 && max(p.to-other.to, other.to-p.to) <= 1 && p.overlaps(other)
}

// day returns the number of the day that an ISO 8601 date or time begins with.
func day(iso string) (int, bool) {
	if len(iso) < len(time.DateOnly) {
		return 0, false
	}
	at, err := time.Parse(time.DateOnly, iso[:len(time.DateOnly)])
	return int(at.Unix() / (24 * 60 * 60)), err == nil
}

// published returns the day on which a document was published, or 0.
func published(d *digest.Digest) int {
	at, _ := day(d.Published)
	return at
}

// periodOf returns the days that a figure is told for by the time expressions of its sentence: those of its clause and
// those behind it, as far as the next figure of its kind. Two that stand together with a few words between them
// ("between the evening of the 10th and the morning of the 15th") are one stretch of days.
func (r *reader) periodOf(q *digest.Quantity, end int) period {
	d := r.d
	var out period
	start, last := 0, -1
	for _, i := range r.timesIn[q.Sentence] {
		t := &d.Timexes[i]
		if t.Extent.Start >= end || !(contains(q.Clause, t.Extent) || t.Extent.Start > q.Extent.End) {
			continue
		}
		p, ok := daysOf(d, t)
		switch {
		case !ok, r.isUpTo(t):
		case last < 0:
			out, start = p, t.Extent.Start
		case t.Extent.Start-last < longestJoint:
			out = period{min(out.from, p.from), max(out.to, p.to), d.Text[start:t.Extent.End]}
		}
		if ok && strings.HasSuffix(strings.ToLower(strings.TrimSpace(d.Text[max(0,
			t.Extent.Start-len(" since ")):t.Extent.Start])), "since") {
			out.to = max(out.to, published(d))
		}
		if ok {
			last = t.Extent.End
		}
	}
	if !out.known() {
		return r.sinceBefore(q)
	}
	return out
}

// wordsBefore returns the words of a sentence before a time.
func (r *reader) wordsBefore(t *digest.Timex) []string {
	start := r.d.Sentences[t.Sentence].Extent.Start
	return r.split(rashomon.Extent{Start: start, End: max(start, t.Extent.Start)})
}

// isUpTo reports whether a time is one up to which everything is counted: "up to this day", "by Friday".
func (r *reader) isUpTo(t *digest.Timex) bool {
	words := r.wordsBefore(t)
	if len(words) > 1 && words[len(words)-1] == "to" {
		return words[len(words)-2] == "up"
	}
	return len(words) > 0 && known().words.Has("up to", words[len(words)-1])
}

// over returns the days that the clause of a figure says it was counted over: "in eight days"; 0 for none.
func (r *reader) over(q *digest.Quantity) float64 {
	for _, i := range r.timesIn[q.Sentence] {
		t := &r.d.Timexes[i]
		words := r.wordsBefore(t)
		if t.Type == rashomon.TimexDuration && contains(q.Clause, t.Extent) && len(words) > 0 &&
			known().words.Has("over", words[len(words)-1]) {
			return daysIn(t.Value)
		}
	}
	return 0
}

// sinceBefore returns the days from one that the sentence of a figure names before it, behind "since", up to the
// publication: "since it began, on the fourth of the month, the mine has raised".
func (r *reader) sinceBefore(q *digest.Quantity) period {
	for _, i := range r.timesIn[q.Sentence] {
		t := &r.d.Timexes[i]
		if t.Extent.Start > q.Extent.Start {
			break
		}
		p, known := daysOf(r.d, t)
		if at := published(r.d); known && at >= p.from && slices.Contains(r.wordsBefore(t), "since") {
			return period{p.from, at, "since " + p.said}
		}
	}
	return period{}
}

// longestJoint is how many bytes may stand between two time expressions of one stretch: " and the morning of ".
const longestJoint = 24

// daysOf returns the days of a time expression that names one: a date, or a part of a day with its date. One that would
// lie after the day of publication is meant in the year before: reports count what has been.
func daysOf(d *digest.Digest, t *digest.Timex) (period, bool) {
	quote := d.Quote(t.Extent)
	if t.Type == rashomon.TimexTime && !strings.ContainsFunc(quote, unicode.IsUpper) || t.Grain == rashomon.GrainHour {
		return period{}, false
	}
	from, known := day(t.From)
	to, alsoKnown := day(t.To)
	if !known || !alsoKnown {
		return period{}, false
	}
	if at := published(d); at != 0 && from > at {
		if !strings.ContainsFunc(quote, unicode.IsDigit) {
			return period{}, false
		}
		shift := from - yearBefore(t.From)
		from, to = from-shift, to-shift
	}
	return period{from, to, quote}, true
}

func yearBefore(iso string) int {
	at, err := time.Parse(time.DateOnly, iso[:len(time.DateOnly)])
	if err != nil {
		return 0
	}
	return int(at.AddDate(-1, 0, 0).Unix() / (24 * 60 * 60))
}

// daysIn returns how many days an ISO 8601 duration is, a night counting as a day; 0 for none.
func daysIn(duration string) float64 {
	amount, unit, ok := parseDuration(duration)
	if !ok || !(amount >= 0) || math.IsInf(amount, 0) {
		return 0
	}
	return amount * unit
}

// unitsOfDays are the units of TIMEX3 durations in days. A month is thirty of them.
var unitsOfDays = map[string]float64{
	"TS": 1.0 / 86400, "TM": 1.0 / 1440, "TH": 1.0 / 24, "NI": 1, "D": 1, "DT": 1, "WE": 2, "W": 7, "M": 30, "Q": 91,
	"Y": 365,
}

// parseDuration reads a duration of one unit: "P1NI", "PT24H".
func parseDuration(s string) (amount, unit float64, ok bool) {
	s, found := strings.CutPrefix(s, "P")
	if !found {
		return 0, 0, false
	}
	s, inDay := strings.CutPrefix(s, "T")
	digits := strings.TrimRightFunc(s, unicode.IsLetter)
	name := s[len(digits):]
	if inDay {
		name = "T" + name
	}
	amount, err := strconv.ParseFloat(digits, 64)
	unit, known := unitsOfDays[name]
	return amount, unit, err == nil && known
}
