package timex

import (
	"fmt"

	"rashomon"
)

// parseDay reads the beginning of a time of publication, as exact as it is.
func parseDay(published string) (moment, bool) {
	var at moment
	switch n, _ := fmt.Sscanf(published, "%04d-%02d-%02d", &at.year, &at.month, &at.day); n {
	case 3:
		at.grain = rashomon.GrainDay
	case 2:
		at.grain = rashomon.GrainMonth
	case 1:
		at.grain = rashomon.GrainYear
	default:
		return moment{}, false
	}
	return at, dayOf(at.first()).day == max(at.day, 1)
}

// isNarrative reports whether a document tells of times long past, so that a date in it leans on the one before it and not
// on the day of publication. A report of the day has few dates with a year, and most of them near its own; a history has
// many, and they lie elsewhere. The bounds were set by reading: of the reports of the MEANTIME corpus none has more than
// three years far from its own, of the histories of WikiWars none has fewer than ten.
func isNarrative(r *resolver, found []meaning) bool {
	if !r.dated {
		return true // there is nothing but the dates of the text to lean on
	}
	near, far := 0, 0
	for i := range found {
		switch m := &found[i]; {
		case !m.has(slotYear) || m.has(slotUnit):
		case abs(float64(m.year()-r.published.year)) <= 1:
			near++
		default:
			far++
		}
	}
	return far >= 5 && far > 2*near
}
