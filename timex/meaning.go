package timex

import "rashomon"

// A meaning is what an expression says of a time, by itself: nothing is resolved yet. What fills its slots:
//
//	type value mod                 as in TIMEX3; type is DATE where nothing else is said
//	base                           what it counts from: "now" (yesterday), "then" (the next day) or "context" (the end of
//	                               the month), which is one or the other; not filled: nothing, or what is left unsaid
//	count unit sign vague          so many units, onwards (1) or backwards (-1) from the base; of a duration: its length
//	era century decade year short  1 for BC; 18 for the 19th century; 187 for the 1870s; 99 for '99
//	season quarter half month week day weekday weekend nth holiday
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
var coarse = []slot{slotEra, slotYear, slotMonth, slotDay}

// complete takes from the other end of a range what this end leaves unsaid: of "3 to 5 May 1941" the first day is in May
// 1941 too. Only what encloses all that it does say can be left unsaid.
func (m *meaning) complete(other *meaning) {
	for _, s := range coarse {
		if m.has(s) && s != slotEra {
			return
		}
		if other.has(s) && !m.has(s) && m.isFinerThan(s) {
			m.fill(other.with[s])
		}
	}
}

// isFinerThan reports whether something is said that lies within a unit of the slot.
func (m *meaning) isFinerThan(s slot) bool {
	for i := len(coarse) - 1; i >= 0 && coarse[i] != s; i-- {
		if m.has(coarse[i]) {
			return true
		}
	}
	return false
}
