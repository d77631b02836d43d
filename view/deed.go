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
	known := map[rashomon.Passage]bool{}
	for _, entity := range party.Entities {
		d := v.Digest(entity.Document)
		for _, event := range d.Events {
			if !takesPart(event, entity.Index, part) {
				continue
			}
			if side := d.Side(event.Clause, event.Statement); !known[side.Passage] {
				known[side.Passage] = true
				sides = append(sides, side)
			}
		}
	}
	return sides
}

// HappeningsOf returns the happenings, by id, in which the party with an id does something or has it done to it.
func (v *View) HappeningsOf(party string) map[string]bool {
	of := map[string]bool{}
	at := slices.IndexFunc(v.Comparison.Parties, func(p rashomon.Party) bool { return p.ID == party })
	if at < 0 {
		return of
	}
	for _, entity := range v.Comparison.Parties[at].Entities {
		for i, event := range v.Digest(entity.Document).Events {
			if takesPart(event, entity.Index, Did) || takesPart(event, entity.Index, Underwent) {
				of[v.happeningOf(entity.Document, i)] = true
			}
		}
	}
	return of
}

func takesPart(event digest.Event, entity int, part Part) bool {
	if part == Did {
		return slices.Contains(event.Actors, entity)
	}
	return slices.Contains(event.Recipients, entity)
}
