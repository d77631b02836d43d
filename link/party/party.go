// Package party finds the parties: which entities of different documents are the same.
package party

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// Link returns the parties of documents, sorted by id. Every entity is of one party.
func Link(digests []*digest.Digest) []rashomon.Party {
	byName := map[string][]rashomon.Element{}
	var names []string
	of := map[string]digest.Entity{}
	for _, d := range digests {
		for i, entity := range d.Entities {
			if _, known := byName[entity.Name]; !known {
				names = append(names, entity.Name)
				of[entity.Name] = entity
			}
			byName[entity.Name] = append(byName[entity.Name], rashomon.Element{Document: d.Document, Index: i})
		}
	}
	var parties []rashomon.Party
	for _, name := range names {
		elements := byName[name]
		parties = append(parties, rashomon.Party{
			ID: elements[0].ID("p"), Name: name, Type: of[name].Type, Codes: of[name].Codes, Entities: elements,
		})
	}
	slices.SortFunc(parties, func(a, b rashomon.Party) int {
		if a.ID < b.ID {
			return -1
		}
		return 1
	})
	return parties
}
