package correct

import (
	"slices"
	"strconv"

	"rashomon"
	"rashomon/timex"
)

// Document gives a document the day of publication that people say it has, and reads anew the times that are told from
// that day. It changes the document, of which no other digest than one drawn afterwards knows.
func Document(doc *rashomon.Document, corrections []rashomon.Correction) {
	for _, c := range rashomon.Active(corrections) {
		if c.Kind != rashomon.CorrectionRedate || c.Targets[0].Kind != rashomon.TargetDocument ||
			c.Targets[0].Passages[0].Document != doc.ID {
			continue
		}
		doc.Details = slices.Insert(doc.Details, 0, rashomon.Detail{
			Field: rashomon.FieldPublished, Value: c.Day, Rule: "correction/" + strconv.FormatInt(c.Number, 10),
		})
		retime(doc)
	}
}

// retime finds the times of a document anew. Where they are not at the same places as before, because another version of
// the reader found those, events would take one for another; then those that count from something are not known any more. What
// was deduced of the day of writing is told now.
func retime(doc *rashomon.Document) {
	doc.Written, doc.Evidence = nil, nil
	found := timex.Find(doc)
	if slices.EqualFunc(found, doc.Timexes, func(a, b rashomon.Timex) bool { return a.Span == b.Span }) {
		doc.Timexes = found
		return
	}
	for i := range doc.Timexes {
		if t := &doc.Timexes[i]; t.Anchor != rashomon.AnchorSelf {
			t.Value, t.From, t.To, t.Anchor, t.AnchorTimex = "", "", "", rashomon.AnchorUnknown, rashomon.None
		}
	}
}
