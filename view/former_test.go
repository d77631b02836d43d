package view_test

import (
	"testing"

	"rashomon"
	"rashomon/digest/digesttest"
	"rashomon/view"
)

// TestFormerIDs finds every party and happening of the case by the id that any of its elements gives.
func TestFormerIDs(t *testing.T) {
	t.Parallel()
	v, joined := view.New(digesttest.Case(t), view.Options{}), 0
	for _, p := range v.Comparison.Parties {
		for _, e := range p.Entities {
			if got, n := v.Party(e.ID("p")); n != 1 || got.ID != p.ID {
				t.Errorf("%s, once %s: got %s of %d", p.ID, e.ID("p"), got.ID, n)
			}
		}
		joined += len(p.Entities) - 1
	}
	for _, h := range v.Comparison.Happenings {
		for _, e := range h.Events {
			if got, n := v.Happening(e.ID("h")); n != 1 || got.ID != h.ID {
				t.Errorf("%s, once %s: got %s of %d", h.ID, e.ID("h"), got.ID, n)
			}
		}
		joined += len(h.Events) - 1
	}
	if joined < 50 {
		t.Errorf("%d elements were joined to others, want many", joined)
	}
	former := v.Comparison.Parties[0].Entities[0].ID("p")
	for _, id := range []string{former[:8] + "zzzz", former + "0", "p", "h", "p0000", rashomon.ShortID("p", "nothing"), rashomon.ShortID("h", "nothing")} {
		if _, n := v.Party(id); n != 0 {
			t.Errorf("%s is of a party", id)
		}
		if _, n := v.Happening(id); n != 0 {
			t.Errorf("%s is of a happening", id)
		}
	}
}
