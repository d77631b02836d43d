package claim

import (
	"slices"

	"rashomon"
)

// addStatements adds whether the account lays to somebody what it tells of the claim, and what he does by saying it.
func (e *evidence) addStatements() {
	for _, s := range e.account.doc.Statements {
		if !e.holdsClaim(s.Content) {
			continue
		}
		e.add("statement", 1, rashomon.Span{}, s.Cue)
		switch {
		case s.Act == rashomon.ActDeny:
			e.add("statement deny", 1, rashomon.Span{}, s.Cue)
		case s.SourceKind == rashomon.SourceOutlet:
			e.add("statement outlet", 1, rashomon.Span{}, s.Cue)
		}
	}
}

// holdsClaim reports whether a content holds half of what the account tells of the claim, or more.
func (e *evidence) holdsClaim(content []rashomon.Span) bool {
	inside := 0
	for _, pair := range e.alignment.Pairs {
		for _, span := range content {
			if span.Start <= pair.B && pair.B < span.End {
				inside++
			}
		}
	}
	return inside > 0 && 2*inside >= len(e.alignment.Pairs)
}

// addEvents adds what is not actual, according to whoever tells it, of the events of the account that tell the claim.
func (e *evidence) addEvents() {
	for _, event := range e.account.doc.Events {
		if event.Status != rashomon.StatusActual && event.Status != "" && e.tellsClaim(event.Trigger) {
			e.add("event "+string(event.Status), 1, rashomon.Span{}, event.Trigger)
		}
	}
}

// tellsClaim reports whether a span of the account's document has a word that tells the claim.
func (e *evidence) tellsClaim(span rashomon.Span) bool {
	return slices.ContainsFunc(e.alignment.Pairs, func(p Pair) bool { return span.Start <= p.B && p.B < span.End })
}
