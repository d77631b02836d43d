package timex

import (
	"slices"

	"rashomon"
)

// A meaning is what an expression says of a time, by itself: nothing is resolved yet. What fills its slots:
//
//	type value mod                 as in TIMEX3; type is DATE where nothing else is said
//	base                           what it counts from: "now" (yesterday), "then" (the next day), "this" (this month: now,
//	                               or then in a history), "context" (the end of the month: then where no day of publication
//	                               is known either); not filled: nothing, or what is left unsaid
//	count unit sign vague          so many units, onwards (1) or backwards (-1) from the base; of a duration: its length
//	era century decade year short  1 for BC; 18 for the 19th century; 187 for the 1870s; 99 for '99
//	season quarter half month day weekday weekend holiday
//	part hour minute second afternoon zone
type meaning struct {
	rule   string
	span   rashomon.Span
	filled uint64    // a bit for each slot
	said   []setting // of each slot that is filled one; a document may have many meanings, and most say little
}

func (m *meaning) has(s slot) bool { return m.filled&(1<<s) != 0 }

// fill sets a slot; what is said later goes before what was said earlier.
func (m *meaning) fill(s setting) {
	if m.has(s.slot) {
		m.said = slices.DeleteFunc(m.said, func(said setting) bool { return said.slot == s.slot })
	}
	m.filled |= 1 << s.slot
	m.said = append(m.said, s)
}

// get returns what fills a slot; the zero setting where nothing does.
func (m *meaning) get(s slot) setting {
	for _, said := range m.said {
		if said.slot == s {
			return said
		}
	}
	return setting{}
}

func (m *meaning) number(s slot) float64 { return m.get(s).number }
func (m *meaning) int(s slot) int        { return int(m.get(s).number) }
func (m *meaning) word(s slot) string    { return m.get(s).word }

// coarse are the slots in the order in which they enclose each other, the coarsest first.
var coarse = []slot{slotEra, slotYear, slotMonth, slotDay, slotHour}

// complete takes from the other end of a range what this end leaves unsaid: of "3 to 5 May 1941" the first day is in
// May 1941 too. Only what encloses something that it does say can be left unsaid. A time of day takes the whole day.
func (m *meaning) complete(other *meaning) {
	if m.isClock() && !m.isDate() {
		m.inherit(other)
		return
	}
	for i, s := range coarse {
		if other.has(s) && !m.has(s) && m.hasAny(coarse[i+1:]) {
			m.fill(other.get(s))
		}
	}
}

func (m *meaning) hasAny(all []slot) bool {
	return slices.ContainsFunc(all, m.has)
}

// inherit takes over all that another meaning says and this one does not.
func (m *meaning) inherit(other *meaning) {
	for _, said := range other.said {
		if !m.has(said.slot) {
			m.fill(said)
		}
	}
}
