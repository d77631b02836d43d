package claim

import (
	"slices"

	"rashomon"
)

// addStatements adds whether the account lays to somebody what it tells of the claim, and what he does by saying it. A
// statement whose cue the claim has too is told of, not made.
func (e *evidence) addStatements() {
	for _, s := range e.account.doc.Statements {
		if !e.holdsClaim(s.Content) || e.claimHas(s.Cue) {
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

// claimHas reports whether the claim has a word of a span of the account.
func (e *evidence) claimHas(span rashomon.Span) bool {
	for i := max(span.Start, e.account.span.Start); i < min(span.End, e.account.span.End); i++ {
		if e.claim.has(e.account.words[i-e.account.span.Start].lemma) {
			return true
		}
	}
	return false
}

// addEvents adds what is not actual, according to whoever tells it, of the events of the account that tell the claim,
// unless the claim has events of that status itself.
func (e *evidence) addEvents() {
	for _, event := range e.account.doc.Events {
		if event.Status == rashomon.StatusActual || event.Status == "" {
			continue
		}
		if !e.claim.hasStatus(event.Status) && e.tellsClaim(event.Trigger) {
			e.add("event "+string(event.Status), 1, rashomon.Span{}, event.Trigger)
		}
	}
}

// tellsClaim reports whether a span of the account's document has a word that tells the claim.
func (e *evidence) tellsClaim(span rashomon.Span) bool {
	return slices.ContainsFunc(e.alignment.Pairs, func(p Pair) bool { return span.Start <= p.B && p.B < span.End })
}

// hasStatus reports whether an event of the wording has a status.
func (w *Wording) hasStatus(status rashomon.Status) bool {
	return slices.ContainsFunc(w.doc.Events, func(event rashomon.Event) bool {
		return event.Status == status && w.span.Start <= event.Trigger.Start && event.Trigger.End <= w.span.End
	})
}
