package silence

import (
	"testing"

	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
	"rashomon/link"
)

// TestCompany: many accounts asked together tell the stories that each of them tells.
func TestCompany(t *testing.T) {
	t.Parallel()
	digests := digesttest.Corpus(t, 24)
	s := New(ground.New(digests, link.Link(digests)))
	told, untold := 0, 0
	for _, happening := range s.g.Links.Happenings {
		h := &telling{Happening: happening}
		for _, d := range digests {
			a, want := s.account(d.Document), false
			for _, document := range happening.Accounts {
				want = want || a.tellsStoryOf(s.account(document))
			}
			if got := s.companyOf(h).tellsStoryOf(a); got != want {
				t.Fatalf("%s and %s: got %t, want %t", happening.ID, d.Document, got, want)
			}
			if want {
				told++
			} else {
				untold++
			}
		}
	}
	if told == 0 || untold == 0 {
		t.Errorf("got %d of one story, %d of others, want some of both", told, untold)
	}
}
