// Package happening finds the happenings: which events, of one document or of several, speak of the same thing in the
// world.
package happening

import (
	"rashomon"
	"rashomon/digest"
)

// Link returns the happenings that documents tell of, sorted by id. Every event is of one happening.
func Link(digests []*digest.Digest, parties []rashomon.Party) []rashomon.Happening {
	var happenings []rashomon.Happening
	for _, d := range digests {
		for i, event := range d.Events {
			element := rashomon.Element{Document: d.Document, Index: i}
			happenings = append(happenings, rashomon.Happening{
				ID: element.ID("h"), Title: d.Quote(event.Clause), Type: event.Type, Events: []rashomon.Element{element},
				Accounts: []string{d.Document},
			})
		}
	}
	return happenings
}
