package dating

import (
	"slices"
	"strings"

	"rashomon"
)

// actsNow reports whether a token is the subject of a verb in the present, or in the perfect, or of a sentence that tells a time
// as somebody tells it who writes within days of it: "on Monday", "yesterday". What somebody did in the past an author may tell
// of long afterwards.
func (r *reading) actsNow(token int) bool {
	if !r.tree.Is(token, "nsubj") {
		return false
	}
	verb := r.tree.Head(token)
	return r.isPresent(verb) || r.standsWithDay(token)
}

// isPresent reports whether a verb or its auxiliary is in the present. What somebody is ("is a great general") is told of the dead
// too, where he is is not.
func (r *reading) isPresent(verb int) bool {
	if tag := r.doc.Tokens[verb].XPOS; tag == "VBZ" || tag == "VBP" {
		return true
	}
	for child := range r.tree.Dependents(verb) {
		t := &r.doc.Tokens[child]
		if t.UPOS == "AUX" && (t.XPOS == "VBZ" || t.XPOS == "VBP") {
			return t.Relation != "cop" || r.tree.Dependent(verb, "case") != rashomon.None
		}
	}
	return false
}

// standsWithDay reports whether the sentence of a token tells a time that counts from its own day.
func (r *reading) standsWithDay(token int) bool {
	sentence := r.doc.Sentences[r.doc.SentenceOf(token)].Span
	return slices.ContainsFunc(r.doc.Timexes, func(t rashomon.Timex) bool {
		return t.Span.Start >= sentence.Start && t.Span.End <= sentence.End && t.Anchor == rashomon.AnchorUnknown && isNear(&t)
	})
}

// isNear reports whether a time is a weekday, or counts in days or weeks from the day of writing, or is the year, the month or the
// week of that day.
func isNear(t *rashomon.Timex) bool {
	return strings.HasPrefix(t.Value, "XXXX-WXX-") || strings.HasSuffix(t.Offset, "D") || strings.HasSuffix(t.Offset, "W") ||
		strings.HasPrefix(t.Offset, "P0")
}

// standsWithYear reports whether the sentence of a token tells a year: then it may speak of what somebody was then.
func (r *reading) standsWithYear(token int) bool {
	sentence := r.doc.Sentences[r.doc.SentenceOf(token)].Span
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if t.Span.Start >= sentence.Start && t.Span.End <= sentence.End && hasYear(t) {
			return true
		}
	}
	return false
}
