package dating

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/tense"
)

// fewestYears is how many times with their years a history tells at least (see timex, which reads one in the same way).
const fewestYears = 5

// isHistory reports whether a document tells of times past and so says little of its own: it has many times with their
// years, and few that count from its own day. A weekday or "yesterday" weighs three, as in timex.
func isHistory(doc *rashomon.Document) bool {
	past, present := 0, 0
	for i := range doc.Timexes {
		switch t := &doc.Timexes[i]; {
		case hasYear(t):
			past++
		case t.Anchor == rashomon.AnchorUnknown:
			present += 3
		}
	}
	return past >= fewestYears && past > present
}

// hasYear reports whether a time tells its year by itself.
func hasYear(t *rashomon.Timex) bool {
	return t.Anchor == rashomon.AnchorSelf && t.Type != rashomon.TimexDuration && t.From != "" && t.Grain != rashomon.GrainDecade &&
		t.Grain != rashomon.GrainCentury
}

// years takes times that tell their year: what somebody tells in the past has begun, and what is still to come has not
// ended.
func (r *reading) years() {
	for i := range r.doc.Timexes {
		t := &r.doc.Timexes[i]
		if !hasYear(t) {
			continue
		}
		first, _, ok := bounds(t.From)
		_, last, ok2 := bounds(t.To)
		if !ok || !ok2 {
			continue
		}
		quote := strings.ToLower(r.doc.QuoteSpan(t.Span))
		switch {
		case r.isTold(t.Span) && tense.Beside(r.doc, t.Span) == tense.Past:
			r.add(t.Span, from(first), "past", "what is told of "+quote+" is past")
		case r.isTold(t.Span) && tense.Beside(r.doc, t.Span) == tense.Future:
			r.add(t.Span, until(last), "to-come", "what is told of "+quote+" is still to come")
		}
	}
}

// likenesses are words before "in 1990" that make another time of it than that of the sentence.
var likenesses = []string{"as", "like", "than"}

// isTold reports whether a time is when something happens, not until when, or what something is about: no preposition
// stands before it but "in", "on" and the like.
func (r *reading) isTold(span rashomon.Span) bool {
	switch r.word(span.Start - 1) {
	case "in", "on", "since", "during":
		return !slices.Contains(likenesses, r.word(span.Start-2))
	}
	return false
}
