package view_test

import (
	"slices"
	"testing"

	"rashomon/digest/digesttest"
	"rashomon/view"
)

// TestAsked asks of the embedded case who did what to whom: what is found is what was asked for, and each part asked for leaves
// less.
func TestAsked(t *testing.T) {
	t.Parallel()
	v := view.New(digesttest.Case(t), view.Options{})
	all := v.Asked(view.Asked{})
	total := 0
	for _, d := range v.Digests {
		total += len(d.Whole().Events)
	}
	if len(all) != total {
		t.Errorf("nothing asked: %d of %d events", len(all), total)
	}
	ministry := map[string]bool{}
	for _, p := range v.Parties("Ministry") {
		ministry[p.ID] = true
	}
	is := func(n view.Named) bool { return ministry[n.ID] }
	for name, test := range map[string]struct {
		asked view.Asked
		fits  func(view.Deed) bool
	}{
		"who":  {view.Asked{Who: "Ministry"}, func(d view.Deed) bool { return slices.ContainsFunc(d.Actors, is) }},
		"whom": {view.Asked{Whom: "Ministry"}, func(d view.Deed) bool { return slices.ContainsFunc(d.Recipients, is) }},
		"what": {view.Asked{What: "accuse"}, func(d view.Deed) bool { return d.Type == "ACCUSE" }},
		"word": {view.Asked{Word: "hospital"}, func(d view.Deed) bool { return len(d.Holders) > 0 }},
		"own":  {view.Asked{Word: "charter watch"}, func(d view.Deed) bool { return len(d.Holders) > 0 || d.Name == "Charter Watch" }},
	} {
		found := v.Asked(test.asked)
		if len(found) == 0 || len(found) == len(all) {
			t.Errorf("%s: %d of %d", name, len(found), len(all))
		}
		for _, at := range found {
			if deed := v.Deed(at); !test.fits(deed) {
				t.Errorf("%s: %+v", name, deed)
			}
		}
	}
	if found := v.Asked(view.Asked{Who: "nobody of this name"}); len(found) != 0 {
		t.Errorf("somebody who is not there did %v", found)
	}
}
