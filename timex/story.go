package timex

import (
	"math"

	"rashomon"
)

// A story mostly goes on in small steps: what follows "in December 1941" as "in January" is of 1942, and what follows
// "in May 1941" as "in March" steps back within the year. So the year of a date that tells none is the one that makes
// the steps shortest, from what was told before and on to the next time that tells its year. The costs were chosen on
// the development part of WikiWars, where none matters much: with any of them a third larger or smaller the F1 of
// values stays between 89.8 and 90.6.
const (
	costOnward = 0.1 // a month onwards
	costBack   = 0.3 // a month back
	costSkip   = 0.5 // to lean on the time before the last one told, which then was an aside
	costNext   = 0.6 // how much the step to the next year told counts, by that of the step from the last one
	costMost   = 3   // of one step, however far: then it is another story
	costYear   = 0.8 // to leave the year without saying so
	leanings   = 2   // how many times back a date may lean
)

// storyYear returns what the meaning stands for in the year that fits the story best, and the time that it leans on.
func (r *resolver) storyYear(index int, m *meaning) (origin, moment) {
	from, best, lowest := unknown, moment{}, math.Inf(1)
	next := r.nextYear[index]
	for back, told := range r.recent {
		for year := told.moment.year - 1; year <= told.moment.year+1; year++ {
			at := m.inside(moment{grain: rashomon.GrainYear, year: year})
			if at.grain == "" {
				continue
			}
			cost := costSkip*float64(back) + step(told.moment, at)
			if year != told.moment.year {
				cost += costYear
			}
			if next.grain != "" {
				cost += costNext * step(at, next)
			}
			if cost < lowest {
				from, best, lowest = told, at, cost
			}
		}
	}
	return from, best
}

// nextYears returns for each meaning the next time behind it that tells its year by itself.
func nextYears(found []meaning) []moment {
	next := make([]moment, len(found))
	for i := len(found) - 1; i > 0; i-- {
		next[i-1] = next[i]
		if m := &found[i]; m.has(slotYear) && !m.has(slotUnit) {
			next[i-1] = m.inside(moment{grain: rashomon.GrainYear, year: m.year()})
		}
	}
	return next
}

// step returns the cost of the step from one time of a story to another: none where one lies within the other.
func step(a, b moment) float64 {
	const month = 30.4 * 24
	switch {
	case b.first().After(a.last()):
		return min(costMost, costOnward*b.first().Sub(a.last()).Hours()/month)
	case a.first().After(b.last()):
		return min(costMost, costBack*a.first().Sub(b.last()).Hours()/month)
	}
	return 0
}
