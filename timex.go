package rashomon

import (
	"slices"
	"time"
)

// A TimexType is a type of TimeML's TIMEX3.
type TimexType string

// The types of time expression.
const (
	TimexDate     TimexType = "DATE"
	TimexTime     TimexType = "TIME"
	TimexDuration TimexType = "DURATION"
	TimexSet      TimexType = "SET"
)

var timexTypes = []TimexType{TimexDate, TimexTime, TimexDuration, TimexSet}

// An Anchor tells what a relative time expression counts from.
type Anchor string

// The anchors.
const (
	AnchorSelf        Anchor = ""            // it says by itself when: "5 July 2011"; or it is no point in time
	AnchorPublication Anchor = "publication" // the day of publication
	AnchorTimex       Anchor = "timex"       // another time expression, an earlier one but for an hour before its day: "at 9 a.m. on 4 May"
	AnchorDeduced     Anchor = "deduced"     // any of the days on which the document may have been written: all lead to the same
	AnchorUnknown     Anchor = "unknown"     // nothing to count from: the offset is all that is known
)

var anchors = []Anchor{AnchorSelf, AnchorPublication, AnchorTimex, AnchorDeduced, AnchorUnknown}

// A Grain is the unit that the interval of a time expression is counted in.
type Grain string

// The grains, from the finest.
const (
	GrainSecond  Grain = "second"
	GrainMinute  Grain = "minute"
	GrainHour    Grain = "hour"
	GrainDayPart Grain = "daypart" // morning, night
	GrainDay     Grain = "day"
	GrainWeekend Grain = "weekend"
	GrainWeek    Grain = "week"
	GrainMonth   Grain = "month"
	GrainSeason  Grain = "season"
	GrainQuarter Grain = "quarter"
	GrainHalf    Grain = "half" // of a year
	GrainYear    Grain = "year"
	GrainDecade  Grain = "decade"
	GrainCentury Grain = "century"
)

var grains = []Grain{
	"", GrainSecond, GrainMinute, GrainHour, GrainDayPart, GrainDay, GrainWeekend, GrainWeek, GrainMonth, GrainSeason,
	GrainQuarter, GrainHalf, GrainYear, GrainDecade, GrainCentury,
}

// LongerThan reports whether a grain is longer than another; one that is not known is the shortest.
func (g Grain) LongerThan(other Grain) bool {
	return slices.Index(grains, g) > slices.Index(grains, other)
}

// A Timex is a time expression with its TIMEX3 value and the interval that it stands for.
type Timex struct {
	Span  Span      `json:"span"`
	Type  TimexType `json:"type"`
	Value string    `json:"value,omitempty"` // TIMEX3; empty where it cannot be known
	Mod   string    `json:"mod,omitempty"`   // TIMEX3: BEFORE AFTER START MID END APPROX LESS_THAN MORE_THAN ...
	// From and To bound the interval, as ISO 8601 days or times, To included; empty where unknown.
	From  string `json:"from,omitempty"`
	To    string `json:"to,omitempty"`
	Grain Grain  `json:"grain,omitempty"` // of the interval or of the duration; empty where unknown
	// Offset is the signed ISO 8601 duration from the anchor to the time, in the expression's own grain: "-P1D" for
	// "yesterday". It is empty for an expression that counts from nothing.
	Offset      string `json:"offset,omitempty"`
	Anchor      Anchor `json:"anchor,omitempty"`
	AnchorTimex int    `json:"anchor_timex"` // index into Timexes for AnchorTimex, else None
	Rule        string `json:"rule"`
}

// LooksBack reports whether a text that was published on a day, in ISO 8601, tells of other days than the one it was written on, as
// the findings of an inquiry do: of the days that it names more than three lie over a week before its own for each that
// lies around that. What such a text tells without a day was not on the day of publication.
func LooksBack(published string, times []Timex) bool {
	own, err := time.Parse(time.DateOnly, published)
	if err != nil {
		return false
	}
	before, around := 0, 0
	for i := range times {
		days, known := times[i].daysBefore(own)
		switch {
		case !known || times[i].IsOwnDay(published):
		case days > aroundDays:
			before++
		case days >= -aroundDays:
			around++
		}
	}
	return before > 3*around
}

// IsDate reports whether a time is a place in the calendar or on the clock, no length and no set.
func (t *Timex) IsDate() bool { return t.Type == TimexDate || t.Type == TimexTime }

// aroundDays is how many days before its own a report goes back, and forward, as a rule: a week.
const aroundDays = 7

// daysBefore returns how many days before another the day of a time is; known is false where it is none.
func (t *Timex) daysBefore(own time.Time) (days int, known bool) {
	if !t.IsDate() || t.From == "" || t.Grain.LongerThan(GrainDay) {
		return 0, false
	}
	day, err := time.Parse(time.DateOnly, t.From[:min(len(t.From), len(time.DateOnly))])
	return int(own.Sub(day).Hours() / 24), err == nil
}

// IsOwnDay reports whether a time is the day of publication, in ISO 8601, written out.
func (t *Timex) IsOwnDay(published string) bool {
	return t.Anchor == AnchorSelf && t.Grain == GrainDay && t.From == published
}
