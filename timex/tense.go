package timex

import (
	"rashomon/tense"
)

// direction returns where from its base an expression lies: 1 onwards, -1 backwards, 0 within the same unit; strict is
// true where the expression itself says so and thereby leaves out the base ("next Friday").
func (r *resolver) direction(m *meaning) (direction int, strict bool) {
	switch {
	case m.has(slotSign):
		return m.int(slotSign), m.int(slotSign) != 0
	case r.narrative && m.has(slotWeekday):
		return 1, false // the story goes on
	case r.narrative:
		return 0, false
	case tense.Around(r.doc, m.span).ToCome():
		return 1, false
	}
	return -1, false
}
