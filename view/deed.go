package view

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// A Part is how somebody takes part in an event.
type Part string

// The parts.
const (
	Did       Part = "did"
	Underwent Part = "underwent"
)

// Deeds returns where a party is told to have done something, or to have had something done to it, sorted by document.
func (v *View) Deeds(party rashomon.Party, part Part) []rashomon.Side {
	var sides []rashomon.Side
	for _, entity := range party.Entities {
		d := v.Digest(entity.Document)
		for _, event := range d.Events {
			side := d.Side(event.Clause, event.Statement)
			if takesPart(event, entity.Index, part) && !slices.ContainsFunc(sides, func(s rashomon.Side) bool { return s.Passage == side.Passage }) {
				sides = append(sides, side)
			}
		}
	}
	return sides
}

func takesPart(event digest.Event, entity int, part Part) bool {
	if part == Did {
		return slices.Contains(event.Actors, entity)
	}
	return slices.Contains(event.Recipients, entity)
}
