package ground_test

import (
	"testing"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// TestNumbersStayWithMost: where a happening falls apart, or two become one, the number stays with most of the events, whatever part
// keeps the id.
func TestNumbersStayWithMost(t *testing.T) {
	t.Parallel()
	var digests []*digest.Digest
	var events []rashomon.Element
	for _, document := range []string{"a", "b", "c", "d"} {
		d := &digest.Digest{Document: document, Events: make([]digest.Event, 1)}
		digests, events = append(digests, d), append(events, rashomon.Element{Document: document})
	}
	linked := func(happenings ...rashomon.Happening) rashomon.Links { return rashomon.Links{Happenings: happenings} }
	g := ground.New(digests, linked(rashomon.Happening{ID: "h1", Events: events}))
	before := g.Happening("d", 0)
	g.Update(nil, linked(rashomon.Happening{ID: "h1", Events: events[:1]}, rashomon.Happening{ID: "h2", Events: events[1:]}))
	apart := g.Happening("a", 0)
	if got := g.Happening("d", 0); got != before || apart == before || g.HappeningID(got) != "h2" {
		t.Errorf("apart: got number %d of %q, and %d of the rest, want %d of h2", got, g.HappeningID(got), apart, before)
	}
	g.Update(nil, linked(rashomon.Happening{ID: "h1", Events: events}))
	if got := g.Happening("a", 0); got != before || g.HappeningID(got) != "h1" {
		t.Errorf("together: got number %d of %q, want %d of h1", got, g.HappeningID(got), before)
	}
}
