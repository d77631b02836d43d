package timex

import (
	"slices"

	"rashomon"
)

// A meaning is what an expression says of a time, by itself: nothing is resolved yet. What fills its slots:
//
//	type value mod                 as in TIMEX3; type is DATE where nothing else is said
//	base                           what it counts from: "now" (yesterday), "then" (the next day), "this" (this month: now, or
//	                               then in a history), "context" (the end of the month: then where no day of publication is
//	                               known either); not filled: nothing, or what is left unsaid
//	count unit sign vague          so many units, onwards (1) or backwards (-1) from the base; of a duration: its length
//	era century decade year short  1 for BC; 18 for the 19th century; 187 for the 1870s; 99 for '99
//	season quarter half month week day weekday weekend holiday
//	part hour minute second afternoon zone
type meaning struct {
	rule   string
	span   rashomon.Span
	filled uint64
	with   [slots]setting
}

func (m *meaning) has(s slot) bool { return m.filled&(1<<s) != 0 }

func (m *meaning) fill(s setting) {
	m.filled |= 1 << s.slot
	m.with[s.slot] = s
}

func (m *meaning) number(s slot) float64 { return m.with[s].number }
func (m *meaning) int(s slot) int        { return int(m.with[s].number) }
func (m *meaning) word(s slot) string    { return m.with[s].word }

// coarse are the slots in the order in which they enclose each other, the coarsest first.
var coarse = []slot{slotEra, slotYear, slotMonth, slotDay, slotHour}

// complete takes from the other end of a range what this end leaves unsaid: of "3 to 5 May 1941" the first day is in May
// 1941 too. Only what encloses something that it does say can be left unsaid. A time of day takes the whole day.
func (m *meaning) complete(other *meaning) {
	if m.isClock() && !m.isDate() {
		m.inherit(other)
		return
	}
	for i, s := range coarse {
		if other.has(s) && !m.has(s) && m.hasAny(coarse[i+1:]) {
			m.fill(other.with[s])
		}
	}
}

func (m *meaning) hasAny(all []slot) bool {
	return slices.ContainsFunc(all, m.has)
}

// inherit takes over all that another meaning says and this one does not.
func (m *meaning) inherit(other *meaning) {
	for s := range slot(slots) {
		if other.has(s) && !m.has(s) {
			m.fill(other.with[s])
		}
	}
}
