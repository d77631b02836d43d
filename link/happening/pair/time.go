package pair

import (
	"strings"
	"time"

	"rashomon"
	"rashomon/digest"
)

// An interval is when something happened.
type interval struct {
	from, to int32 // days since the beginning of 1970
	clock    int16 // the minute of the day, from 1, 0 where only the day is known
	sure     int8  // surest: it hangs on the event, 2: it stands in its sentence, 1: it was named last, 0: none, nothing is known
}

// newInterval returns the interval between two days of ISO 8601, whatever stands behind them, and nothing where they are none.
func newInterval(from, to string, sure int8) interval {
	first, known := day(from)
	last, both := day(to)
	if !known || !both {
		return interval{}
	}
	return interval{from: first, to: last, sure: sure}
}

// day returns the number of a day, from the beginning of 1970.
func day(text string) (number int32, known bool) {
	if len(text) < len(time.DateOnly) {
		return 0, false
	}
	at, err := time.Parse(time.DateOnly, text[:len(time.DateOnly)])
	return int32(at.Unix() / secondsOfDay), err == nil
}

// dayOf returns a day, by its number, in ISO 8601.
func dayOf(number int32) string {
	return time.Unix(int64(number)*secondsOfDay, 0).UTC().Format(time.DateOnly)
}

const secondsOfDay = 24 * 60 * 60

// time returns when an event was. What a headline tells without a time was news on the day of publication.
func (b *tellingBuilder) time(event *digest.Event) interval {
	if event.Time != rashomon.None {
		if found := b.interval(event.Time, sureness[event.TimeFrom]); found.sure > 0 {
			return found
		}
	}
	for _, role := range event.Roles {
		if role.Timex != rashomon.None {
			if found := b.interval(role.Timex, sureness[rashomon.OriginTree]); found.sure > 0 {
				return found
			}
		}
	}
	if b.d.Sentences[event.Sentence].Part == rashomon.PartHeadline {
		return newInterval(b.d.Published, b.d.Published, 1)
	}
	return interval{}
}

// surest is the sureness of a time that hangs on its event.
const surest = 3

var sureness = map[rashomon.Origin]int8{rashomon.OriginTree: surest, rashomon.OriginSentence: 2, rashomon.OriginFrame: 1, "": 1}

func (b *tellingBuilder) interval(i int, sure int8) interval {
	t := &b.d.Timexes[i]
	if t.Type == rashomon.TimexSet {
		return interval{}
	}
	found := newInterval(t.From, t.To, sure)
	found.clock = clock(t.Value)
	return found
}

// known reports whether both are known.
func (i interval) known(other interval) bool { return i.sure > 0 && other.sure > 0 }

// meets reports whether two intervals share a day.
func (i interval) meets(other interval) bool { return i.from <= other.to && other.from <= i.to }

// slack is how many days may lie between two times of the same event, by the sureness of the less sure: a night where both
// hang on their events; where one was only named near or last, as many as reports of one story go on.
type slack [surest + 1]int

var (
	fineSlack = slack{1: 60, 2: 30, surest: 1}
	// coarseSlack leaves unsure times more. With none kept apart by them more of what eight invented cases tell is joined (B-cubed F1 1
	// to 2 higher), but of a war that goes on for years also what was years apart.
	coarseSlack = slack{1: 90, 2: 60, surest: 1}
)

// excludes reports whether two times are too far apart for one event.
func (i interval) excludes(other interval, slack slack) bool {
	if !i.known(other) || i.meets(other) {
		return false
	}
	return i.gap(other) > slack[min(i.sure, other.sure)]
}

// gap returns how many days one interval begins after another has ended.
func (i interval) gap(other interval) int { return int(max(i.from, other.from) - min(i.to, other.to)) }

// mostDays is the distance from which times are simply far apart: a year.
const mostDays = 366

// distance returns how many days lie between two known times, 0 where they meet.
func (i interval) distance(other interval) float32 {
	return float32(min(mostDays, max(0, i.gap(other))))
}

// clock returns the minute of the day that a value of TIMEX3 tells, from 1, or 0.
func clock(value string) int16 {
	_, hour, _ := strings.Cut(value, "T")
	at, err := time.Parse("15:04", hour)
	if err != nil {
		return 0
	}
	return int16(60*at.Hour() + at.Minute() + 1)
}

// Minutes that clocks and memories differ by, and those from which they tell of different hours.
const oneHour, otherHour = 30, 90

// sameHour is 1 where two times are of one hour of one day, -1 where they are of others, and 0 where that is not known.
func sameHour(a, b interval) float32 {
	if a.clock == 0 || b.clock == 0 || a.from != b.from {
		return 0
	}
	switch apart := max(a.clock-b.clock, b.clock-a.clock); {
	case apart <= oneHour:
		return 1
	case apart <= otherHour:
		return -0.5
	}
	return -1
}
