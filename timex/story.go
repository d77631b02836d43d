package timex

import (
	"math"

	"rashomon"
)

// A story mostly goes on in small steps: what follows "in December 1941" as "in January" is of 1942, and what follows "in
// May 1941" as "in March" steps back within the year. So the year of a date that tells none is the one that makes the
// steps shortest, from what was told before and on to the next time that tells its year. The costs were chosen on the
// development part of WikiWars, in steps of 0.05.
const (
	costOnward = 0.10 // a month onwards
	costBack   = 0.30 // a month back
	costSkip   = 0.3  // to lean on the time before the last one told, which then was an aside
	costNext   = 0.6  // how much the step to the next year told counts, by that of the step from the last one
	costMost   = 3    // of one step, however far: then it is another story
	leanings   = 3    // how many times back a date may lean
)

// storyYear returns what the meaning stands for in the year that fits the story best, and the time that it leans on.
func (r *resolver) storyYear(index int, m *meaning) (origin, moment) {
	from, best, lowest := unknown, moment{}, math.Inf(1)
	next := r.nextYear(index)
	for back := 1; back <= min(leanings, len(r.told)); back++ {
		t := r.told[len(r.told)-back]
		if !r.narrative && !t.moment.within(rashomon.GrainMonth) {
			continue // a year that a report tells may lie anywhere
		}
		for year := t.moment.year - 1; year <= t.moment.year+1; year++ {
			at := m.inside(moment{grain: rashomon.GrainYear, year: year})
			if at.grain == "" {
				continue
			}
			cost := step(t.moment, at) + costSkip*float64(back-1)
			if next.grain != "" {
				cost += costNext * step(at, next)
			}
			if cost < lowest {
				from, best, lowest = origin{t.moment, rashomon.AnchorTimex, t.timex}, at, cost
			}
		}
	}
	return from, best
}

// nextYear returns the next time that tells its year by itself.
func (r *resolver) nextYear(index int) moment {
	for i := index + 1; i < len(r.found); i++ {
		if m := &r.found[i]; m.has(slotYear) && !m.has(slotUnit) {
			return m.inside(moment{grain: rashomon.GrainYear, year: m.year()})
		}
	}
	return moment{}
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
