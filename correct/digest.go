package correct

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// correctDigest applies a correction to what a document says by itself.
func (r *Replay) correctDigest(c rashomon.Correction) {
	if len(c.Targets) != 1 {
		return
	}
	target := c.Targets[0]
	passage := target.Passages[0]
	if target.Kind == rashomon.TargetDocument {
		if d := r.edit(passage.Document); d != nil {
			d.Published = c.Day
			r.applied[c.Number] = true
		}
		return
	}
	element, found := r.event(passage)
	if target.Kind != rashomon.TargetEvent || !found {
		return
	}
	r.applied[c.Number] = true
	d := r.edit(passage.Document)
	switch c.Kind {
	case rashomon.CorrectionRecode:
		recode(&d.Events[element.Index], c)
	case rashomon.CorrectionRedate:
		redate(d, &d.Events[element.Index], c.Day)
	case rashomon.CorrectionDismiss:
		r.dismissed[element] = true
		dismiss(d, element.Index)
	}
}

// edit returns the digest of a document, with slices that may be changed, or nil.
func (r *Replay) edit(document string) *digest.Digest {
	d := r.digest(document)
	if d == nil || r.own[document] {
		return d
	}
	own := *d
	own.Events, own.Timexes, own.Quantities = slices.Clone(d.Events), slices.Clone(d.Timexes), slices.Clone(d.Quantities)
	r.byID[document], r.own[document] = &own, true
	return &own
}

// recode gives an event the codes of a correction. A mode belongs to its type, and goes with it.
func recode(e *digest.Event, c rashomon.Correction) {
	if c.Type != "" {
		e.Type, e.Mode = c.Type, ""
	}
	if c.Mode != "" {
		e.Mode = c.Mode
	}
	if c.Status != "" {
		e.Status = c.Status
	}
}

// redate gives an event a time of its own, which stands where the event does.
func redate(d *digest.Digest, e *digest.Event, day string) {
	e.Time, e.TimeFrom = len(d.Timexes), rashomon.OriginTree
	d.Timexes = append(d.Timexes, digest.Timex{
		Extent: e.Extent, Type: rashomon.TimexDate, Value: day, From: day, To: day, Grain: rashomon.GrainDay, Sentence: e.Sentence,
	})
}

// dismiss takes all that an event has away from it; it keeps its number, so that the others keep theirs.
func dismiss(d *digest.Digest, event int) {
	e := &d.Events[event]
	for _, quantity := range e.Quantities {
		q := &d.Quantities[quantity]
		q.Events = slices.DeleteFunc(slices.Clone(q.Events), func(i int) bool { return i == event })
	}
	e.Actors, e.Recipients, e.Quantities, e.Views, e.Roles = nil, nil, nil, nil, nil
	e.Place, e.PlaceFrom, e.Time, e.TimeFrom = rashomon.None, "", rashomon.None, ""
}
