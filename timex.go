package rashomon

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
	AnchorTimex       Anchor = "timex"       // an earlier time expression
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
