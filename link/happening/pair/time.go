package pair

import (
	"rashomon"
	"rashomon/digest"
)

// An interval is when something happened.
type interval struct {
	from, to string // days, ISO 8601; "" where nothing is known
	sure     int    // surest: it hangs on the event, 2: it stands in its sentence, 1: it was named last, 0: none
}

// dayLength is how long a day is in ISO 8601.
const dayLength = len("2006-01-02")

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
	return interval{}
}

// surest is the sureness of a time that hangs on its event.
const surest = 3

var sureness = map[rashomon.Origin]int{rashomon.OriginTree: surest, rashomon.OriginSentence: 2, rashomon.OriginFrame: 1, "": 1}

func (b *tellingBuilder) interval(i, sure int) interval {
	t := &b.d.Timexes[i]
	if len(t.From) < dayLength || len(t.To) < dayLength || t.Type == rashomon.TimexSet {
		return interval{}
	}
	return interval{from: t.From[:dayLength], to: t.To[:dayLength], sure: sure}
}

// known reports whether both are known.
func (i interval) known(other interval) bool { return i.sure > 0 && other.sure > 0 }

// meets reports whether two intervals share a day.
func (i interval) meets(other interval) bool { return i.from <= other.to && other.from <= i.to }
