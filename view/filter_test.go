package view_test

import (
	"testing"

	"rashomon"
	"rashomon/digest/digesttest"
	"rashomon/view"
)

// TestFilter narrows the embedded case down: each filter keeps something, never what does not fit, and two keep no more than
// each.
func TestFilter(t *testing.T) {
	t.Parallel()
	v := view.New(digesttest.Case(t), view.Options{})
	all := v.Comparison
	filters := map[string]view.Filter{
		"days": {Happened: view.Days{From: "2017-03-26", To: "2017-03-26"}}, "source": {Source: "meridian"},
		"party": {Party: "Energy Ministry"}, "place": {Place: "Harun"}, "type": {Type: rashomon.TypeOccurrence},
		"status": {Status: rashomon.StatusDenied},
	}
	kept := map[string]map[string]bool{}
	for name, filter := range filters {
		choice := v.Choose(filter)
		kept[name] = map[string]bool{}
		for _, h := range all.Happenings {
			if choice.Happening(h) {
				kept[name][h.ID] = true
			}
		}
		for _, d := range all.Differences {
			if choice.Passages(d.Happening, d.A, d.B) {
				kept[name][d.ID] = true
			}
		}
		if n := len(kept[name]); n == 0 || n == len(all.Happenings)+len(all.Differences) {
			t.Errorf("%s: keeps %d of %d and %d", name, n, len(all.Happenings), len(all.Differences))
		}
	}
	for _, h := range all.Happenings {
		both := v.Choose(view.Filter{Happened: filters["days"].Happened, Party: "Energy Ministry"}).Happening(h)
		if both != (kept["days"][h.ID] && kept["party"][h.ID]) {
			t.Errorf("%s: both %v, days %v, party %v", h.ID, both, kept["days"][h.ID], kept["party"][h.ID])
		}
		if !v.Choose(view.Filter{}).Happening(h) {
			t.Errorf("%s is left out by no filter", h.ID)
		}
	}
	if v.Choose(view.Filter{Party: "nobody of this name"}).Happening(all.Happenings[0]) {
		t.Error("somebody who is not there takes part")
	}
}
