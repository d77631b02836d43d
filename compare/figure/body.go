package figure

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// isOfOneBody reports whether two figures count persons of one organisation or people that no question is known of:
// "seven volunteers of the River Guard", "eight armed members of the River Guard".
func (a *answer) isOfOneBody(b *answer) bool {
	return a.question == nil && b.question == nil && a.body != rashomon.None && a.body == b.body
}

// bodyOf returns the organisation, as a party, of which a figure says that it counts people of it, or None.
func (r *reader) bodyOf(a *answer) int {
	q := &r.d.Quantities[a.quantity]
	if a.question != nil || a.isPart || a.of > 0 || a.unit != "" || !isBodily(a.noun) {
		return rashomon.None
	}
	rest := r.d.Text[q.Extent.End:min(len(r.d.Text), q.Extent.End+longestBody)]
	of := strings.Index(rest, " of ")
	if of < 0 || strings.ContainsAny(rest[:of], ",;.:") {
		return rashomon.None
	}
	at := q.Extent.End + of + len(" of ")
	for i := range r.d.Entities {
		e := &r.d.Entities[i]
		if r.named[i] && (e.Type == rashomon.EntityOrganization || e.Type == rashomon.EntityGroup) &&
			slices.ContainsFunc(e.Mentions, func(m digest.Mention) bool {
				return m.Kind == rashomon.MentionName && m.Extent.Start >= at && m.Extent.Start <= at+len("the ")
			}) {
			return r.g.Party(r.d.Document, i)
		}
	}
	return rashomon.None
}

// longestBody is how many bytes behind a figure may stand before the organisation: "armed members of the".
const longestBody = 48

// isBodily reports whether a noun is of those who belong to something.
func isBodily(noun string) bool {
	return known().is("person", noun) || known().words.Has("belonging", noun)
}
