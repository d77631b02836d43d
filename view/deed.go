package view

import (
	"slices"
	"strconv"

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

// A Deed is an event as somebody tells it.
type Deed struct {
	Telling
	ID         string  `json:"id"` // that `why` takes: "9f2c17d0a4b35e86/v3"
	Type       string  `json:"type"`
	Mode       string  `json:"mode,omitempty"`
	Kind       string  `json:"kind" doc:"its type, as ASSAULT, or of an occurrence the kind, as death"`
	IsDenied   bool    `json:"denied" doc:"somebody in the document says that it is not so"`
	Actors     []Named `json:"actors"` // who does it, as far as it is told
	Recipients []Named `json:"recipients"`
	Happening  *Named  `json:"happening,omitempty"`
}

// Deed returns an event as people see it.
func (v *View) Deed(at rashomon.Element) Deed {
	d := v.Digest(at.Document)
	e := &d.Events[at.Index]
	side := d.Side(e.Clause, e.Statement)
	out := Deed{
		Telling: Telling{v.Quotation(side), e.Status, v.Ground.Chain(side.Passage)}, ID: DeedID(at), Type: e.Type, Mode: e.Mode,
		Kind: kindOf(e), IsDenied: isDenied(e), Actors: v.partiesOf(d, e.Actors), Recipients: v.partiesOf(d, e.Recipients),
	}
	if id := v.happeningOf(at.Document, at.Index); v.Title(id) != "" {
		out.Happening = &Named{id, v.Title(id)}
	}
	return out
}

// DeedID returns the id of an event: see [Deed].
func DeedID(e rashomon.Element) string { return e.Document + "/v" + strconv.Itoa(e.Index+1) }

// partiesOf names the parties of entities, each once.
func (v *View) partiesOf(d *digest.Digest, entities []int) []Named {
	out := []Named{}
	for _, entity := range entities {
		named := Named{Name: d.Entities[entity].Name}
		if number := v.Ground.Party(d.Document, entity); number != rashomon.None {
			p := v.Ground.PartyAt(number)
			named = Named{p.ID, p.Name}
		}
		if !slices.Contains(out, named) {
			out = append(out, named)
		}
	}
	return out
}

func takesPart(event digest.Event, entity int, part Part) bool {
	if part == Did {
		return slices.Contains(event.Actors, entity)
	}
	return slices.Contains(event.Recipients, entity)
}
