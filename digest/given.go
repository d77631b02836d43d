package digest

import (
	"slices"

	"rashomon"
)

// OfGiven draws the digest of a read document with events that somebody else has found, one for each extent, in their
// order. Each takes over what the reader has found of an event whose trigger it shares a word with; of any other nothing is
// known but its words and what hangs on them.
func OfGiven(doc *rashomon.Document, triggers []rashomon.Extent) *Digest {
	given := *doc
	given.Events = make([]rashomon.Event, len(triggers))
	found := slices.Clone(doc.Events)
	slices.SortStableFunc(found, func(a, b rashomon.Event) int { return a.Trigger.Start - b.Trigger.Start })
	for i, trigger := range triggers {
		span := touched(doc, trigger)
		given.Events[i] = rashomon.Event{
			Trigger: span, Place: rashomon.None, Time: rashomon.None, Statement: rashomon.None, Status: rashomon.StatusActual,
		}
		for _, event := range found {
			if event.Trigger.Start < span.End && span.Start < event.Trigger.End {
				given.Events[i] = event
				given.Events[i].Trigger = span
				break
			}
		}
	}
	return Of(&given)
}

// touched returns the tokens that an extent shares a byte with; where there are none, the nearest token.
func touched(doc *rashomon.Document, e rashomon.Extent) rashomon.Span {
	start, _ := slices.BinarySearchFunc(doc.Tokens, e.Start+1, func(t rashomon.Token, at int) int { return t.Extent.End - at })
	end, _ := slices.BinarySearchFunc(doc.Tokens, e.End, func(t rashomon.Token, at int) int { return t.Extent.Start - at })
	start = min(start, len(doc.Tokens)-1)
	return rashomon.Span{Start: start, End: max(start+1, end)}
}
