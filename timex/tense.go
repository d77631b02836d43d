package timex

import (
	"rashomon"
)

// direction returns where from its base an expression lies: 1 onwards, -1 backwards, 0 within the same unit; strict is true
// where the expression itself says so and thereby leaves out the base ("next Friday").
func (r *resolver) direction(m *meaning) (direction int, strict bool) {
	switch {
	case m.has(slotSign):
		return m.int(slotSign), m.int(slotSign) != 0
	case r.narrative && m.has(slotWeekday):
		return 1, false // the story goes on
	case r.narrative:
		return 0, false
	case r.isFuture(m.span):
		return 1, false
	}
	return -1, false
}

// isFuture reports whether the clause of an expression speaks of the future. Where the tree is known, the verb above the
// expression is asked, else the verb before it, else the first one behind it.
func (r *resolver) isFuture(span rashomon.Span) bool {
	sentence := r.doc.Sentences[r.doc.SentenceOf(span.Start)].Span
	if r.doc.Tokens[sentence.Start].Relation != "" {
		return r.futureAbove(span, sentence)
	}
	for i := span.Start - 1; i >= sentence.Start; i-- {
		if isFutureWord(r.doc.Tokens[i]) {
			return true
		}
	}
	return false
}

// futureAbove climbs from an expression to the verb that it belongs to.
func (r *resolver) futureAbove(span, sentence rashomon.Span) bool {
	at := span.Start
	for span.Start <= at && at < span.End && r.doc.Tokens[at].Head != 0 {
		at += r.doc.Tokens[at].Head
	}
	for r.doc.Tokens[at].UPOS != "VERB" && r.doc.Tokens[at].Head != 0 {
		at += r.doc.Tokens[at].Head
	}
	for {
		future, decided := r.isFutureVerb(at, sentence)
		if decided || r.doc.Tokens[at].Head == 0 {
			return future
		}
		at += r.doc.Tokens[at].Head
	}
}

// isFutureVerb reports the tense of a verb and its auxiliaries; decided is false for an infinitive or participle that has
// none, which takes that of the verb above it.
func (r *resolver) isFutureVerb(verb int, sentence rashomon.Span) (future, decided bool) {
	tokens := r.doc.Tokens
	for i := sentence.Start; i < sentence.End; i++ {
		if i+tokens[i].Head != verb || tokens[i].Head == 0 {
			continue
		}
		if isFutureWord(tokens[i]) {
			return true, true
		}
		if tokens[i].XPOS == "VBD" || tokens[i].XPOS == "VBZ" || tokens[i].XPOS == "VBP" {
			decided = true
		}
	}
	tag := tokens[verb].XPOS
	return false, decided || tag == "VBD" || tag == "VBZ" || tag == "VBP"
}

// isFutureWord reports whether a word is a modal verb that sets a clause in the future; "would" and "could" speak of the
// past as often.
func isFutureWord(token rashomon.Token) bool {
	if token.XPOS != "MD" {
		return false
	}
	return token.Lemma == "will" || token.Lemma == "shall" || token.Lemma == "can" || token.Lemma == "may" || token.Lemma == "must"
}
