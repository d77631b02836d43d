package correct_test

import (
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/correct"
	"rashomon/digest"
)

// large returns the party of most entities, or the happening of most events, as elements with the passages that name them.
func large(t *testing.T, groups [][]rashomon.Element) []rashomon.Element {
	t.Helper()
	most := slices.MaxFunc(groups, func(a, b []rashomon.Element) int { return len(a) - len(b) })
	if len(most) < 3 {
		t.Fatalf("got %d elements in the largest group, want more to test with", len(most))
	}
	return most
}

func find(digests []*digest.Digest, document string) *digest.Digest {
	return digests[slices.IndexFunc(digests, func(d *digest.Digest) bool { return d.Document == document })]
}

func partyAt(digests []*digest.Digest, e rashomon.Element) rashomon.Target {
	d := find(digests, e.Document)
	return rashomon.Target{Kind: rashomon.TargetParty, Passages: one(d, d.Entities[e.Index].Mentions[0].Extent)}
}

func eventAt(digests []*digest.Digest, kind rashomon.TargetKind, e rashomon.Element) rashomon.Target {
	d := find(digests, e.Document)
	return rashomon.Target{Kind: kind, Passages: one(d, d.Events[e.Index].Extent)}
}

func partyOf(c rashomon.Comparison, e rashomon.Element) rashomon.Party {
	return c.Parties[slices.IndexFunc(c.Parties, func(p rashomon.Party) bool { return slices.Contains(p.Entities, e) })]
}

func happeningOf(c rashomon.Comparison, e rashomon.Element) rashomon.Happening {
	return c.Happenings[slices.IndexFunc(c.Happenings, func(h rashomon.Happening) bool { return slices.Contains(h.Events, e) })]
}

// TestTheLaterWins parts and joins the same two entities: what was said last holds, and the other is told not to apply.
func TestTheLaterWins(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	var groups [][]rashomon.Element
	for _, p := range uncorrected(digests).Parties {
		groups = append(groups, p.Entities)
	}
	entities := large(t, groups)
	a, b := entities[0], entities[len(entities)-1]
	targets := []rashomon.Target{partyAt(digests, a), partyAt(digests, b)}
	merge := rashomon.Correction{Kind: rashomon.CorrectionMerge, Targets: targets}
	split := rashomon.Correction{Kind: rashomon.CorrectionSplit, Targets: targets}
	for _, test := range []struct {
		name    string
		list    []rashomon.Correction
		wantOne bool
	}{
		{"split", made(split), false}, {"merge", made(merge), true},
		{"split, merge", made(split, merge), true}, {"merge, split", made(merge, split), false},
	} {
		c, _, unapplied := corrected(digests, test.list)
		one := partyOf(c, a).ID == partyOf(c, b).ID
		if one != test.wantOne || len(unapplied) != len(test.list)-1 {
			t.Errorf("%s: got one party: %t, not applied: %v; want %t, and the earlier", test.name, one, unapplied, test.wantOne)
		}
		if test.wantOne && !slices.ContainsFunc(partyOf(c, a).Joins, func(j rashomon.Join) bool {
			return j.Reason == "merged by an editor: of a letter to the desk"
		}) {
			t.Errorf("%s: got the joins %v, want one that names the editor", test.name, partyOf(c, a).Joins)
		}
	}
}

// TestMergeHoldsAllOfBoth: two parties that are made one keep all their entities and spellings.
func TestMergeHoldsAllOfBoth(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	before := uncorrected(digests)
	parties := slices.SortedFunc(slices.Values(before.Parties), func(a, b rashomon.Party) int { return len(b.Entities) - len(a.Entities) })
	x, y := parties[0], parties[1]
	c, _, _ := corrected(digests, made(rashomon.Correction{
		Kind: rashomon.CorrectionMerge, Targets: []rashomon.Target{partyAt(digests, x.Entities[1]), partyAt(digests, y.Entities[0])},
	}))
	got := partyOf(c, y.Entities[0])
	if len(got.Entities) != len(x.Entities)+len(y.Entities) || len(c.Parties) != len(before.Parties)-1 {
		t.Errorf("got %d entities, want %d and %d in one", len(got.Entities), len(x.Entities), len(y.Entities))
	}
	for _, spelling := range append(x.Spellings, y.Spellings...) {
		if !slices.ContainsFunc(got.Spellings, func(s rashomon.Spelling) bool { return s.Form == spelling.Form && s.Kind == spelling.Kind }) {
			t.Errorf("the spelling %q is lost", spelling.Form)
		}
	}
}

func TestHappeningsAreMergedSplitAndRedated(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	before := uncorrected(digests)
	var groups [][]rashomon.Element
	for _, h := range before.Happenings {
		groups = append(groups, h.Events)
	}
	events := large(t, groups)
	a, b := events[0], events[len(events)-1]
	i := slices.IndexFunc(before.Happenings, func(h rashomon.Happening) bool { return !slices.Contains(h.Events, a) })
	other := before.Happenings[i].Events[0]
	at := func(e rashomon.Element) rashomon.Target { return eventAt(digests, rashomon.TargetHappening, e) }
	c, _, unapplied := corrected(digests, made(
		rashomon.Correction{Kind: rashomon.CorrectionSplit, Targets: []rashomon.Target{at(a), at(b)}},
		rashomon.Correction{Kind: rashomon.CorrectionMerge, Targets: []rashomon.Target{at(b), at(other)}},
		rashomon.Correction{Kind: rashomon.CorrectionRedate, Targets: []rashomon.Target{at(b)}, Day: "2031-03-02"},
	))
	x, y, z := happeningOf(c, a), happeningOf(c, b), happeningOf(c, other)
	if x.ID == y.ID || y.ID != z.ID || y.From != "2031-03-02" || len(unapplied) > 0 {
		t.Errorf("got %s, %s, %s on %s, not applied %v", x.ID, y.ID, z.ID, y.From, unapplied)
	}
}

func TestEventsAreRecodedRedatedAndDismissed(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	element := func(i int) rashomon.Element { return rashomon.Element{Document: digests[0].Document, Index: i} }
	at := func(i int) []rashomon.Target {
		return []rashomon.Target{eventAt(digests, rashomon.TargetEvent, element(i))}
	}
	c, got, unapplied := corrected(digests, made(
		rashomon.Correction{Kind: rashomon.CorrectionRecode, Targets: at(0), Type: "ACCUSE", Status: rashomon.StatusPossible},
		rashomon.Correction{Kind: rashomon.CorrectionRedate, Targets: at(0), Day: "2031-03-02"},
		rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: at(1)},
	))
	d := find(got, digests[0].Document)
	e := d.Events[0]
	if e.Type != "ACCUSE" || e.Mode != "" || e.Status != rashomon.StatusPossible || d.Timexes[e.Time].From != "2031-03-02" {
		t.Errorf("got the event %+v", e)
	}
	if len(d.Events[1].Actors)+len(d.Events[1].Recipients)+len(d.Events[1].Quantities) > 0 {
		t.Errorf("got the dismissed event %+v, want it without anybody", d.Events[1])
	}
	for _, h := range c.Happenings {
		if slices.Contains(h.Events, element(1)) {
			t.Errorf("the dismissed event is of %s", h.ID)
		}
	}
	if len(unapplied) > 0 {
		t.Errorf("not applied: %v", unapplied)
	}
}

// TestFindingsAreDismissed takes every finding of every list away, one at a time.
func TestFindingsAreDismissed(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	before := uncorrected(digests)
	var list []rashomon.Correction
	dismiss := func(target rashomon.Target) {
		list = append(list, rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{target}})
	}
	for _, d := range before.Differences {
		dismiss(rashomon.Target{Kind: rashomon.TargetDifference, Rule: d.Rule, Passages: []rashomon.Passage{d.A.Passage, d.B.Passage}})
	}
	for _, a := range before.Agreements {
		target := rashomon.Target{Kind: rashomon.TargetAgreement, Rule: a.Rule}
		for _, side := range a.Passages {
			target.Passages = append(target.Passages, side.Passage)
		}
		dismiss(target)
	}
	for _, p := range before.Predictions {
		dismiss(rashomon.Target{Kind: rashomon.TargetPrediction, Passages: []rashomon.Passage{p.Passage}})
	}
	for _, p := range before.Positions {
		i := slices.IndexFunc(before.Parties, func(party rashomon.Party) bool { return party.ID == p.Party })
		mention := partyAt(digests, before.Parties[i].Entities[0]).Passages[0]
		dismiss(rashomon.Target{Kind: rashomon.TargetPosition, Passages: []rashomon.Passage{{Document: p.Document, Extent: p.Evidence[0]}, mention}})
	}
	// All at once on one ground, so that dismissing echoes, which are the roots of all else, does not come into it.
	r := correct.New(digests, made(list...))
	after := r.Compared(compare.Compare(ground.New(r.Digests, r.Links())))
	if n := len(after.Differences) + len(after.Agreements) + len(after.Predictions) + len(after.Positions); n != 0 || len(list) == 0 {
		t.Errorf("got %d findings left of %d, want none", n, len(list))
	}
	if got := r.Unapplied(); len(got) > len(list)/10 { // the same passages may be named twice
		t.Errorf("not applied: %v", got)
	}
	list = nil
	for _, e := range before.Echoes {
		dismiss(rashomon.Target{Kind: rashomon.TargetEcho, Rule: e.Rule, Passages: e.Passages})
	}
	if c, _, _ := corrected(digests, made(list...)); len(c.Echoes) > 0 || len(list) == 0 {
		t.Errorf("got %d echoes left of %d, want none", len(c.Echoes), len(list))
	}
}

// TestAnotherReading replays over a reading that numbers its events the other way round.
func TestAnotherReading(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	var again []*digest.Digest
	for _, d := range digests {
		other := *d
		other.Events, other.Quantities = slices.Clone(d.Events), slices.Clone(d.Quantities)
		slices.Reverse(other.Events)
		for i := range other.Quantities {
			q := &other.Quantities[i]
			q.Events = slices.Clone(q.Events)
			for j := range q.Events {
				q.Events[j] = len(d.Events) - 1 - q.Events[j]
			}
		}
		again = append(again, &other)
	}
	first, second := digests[0], digests[1]
	corrections := made(
		rashomon.Correction{Kind: rashomon.CorrectionMerge, Targets: []rashomon.Target{
			{Kind: rashomon.TargetHappening, Passages: one(first, first.Events[0].Extent)},
			{Kind: rashomon.TargetHappening, Passages: one(second, second.Events[0].Extent)},
		}},
		rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{
			{Kind: rashomon.TargetEvent, Passages: one(first, first.Events[1].Extent)},
		}},
	)
	for name, digests := range map[string][]*digest.Digest{"as read": digests, "as read again": again} {
		c, _, unapplied := corrected(digests, corrections)
		told := func(d *digest.Digest, extent rashomon.Extent) string {
			d = find(digests, d.Document)
			index := slices.IndexFunc(d.Events, func(e digest.Event) bool { return e.Extent == extent })
			for _, h := range c.Happenings {
				if slices.Contains(h.Events, rashomon.Element{Document: d.Document, Index: index}) {
					return h.ID
				}
			}
			return ""
		}
		a, b := told(first, first.Events[0].Extent), told(second, second.Events[0].Extent)
		if a == "" || a != b || told(first, first.Events[1].Extent) != "" || len(unapplied) > 0 {
			t.Errorf("%s: got %q and %q, not applied %v; want one happening", name, a, b, unapplied)
		}
	}
}

// TestWhatIsNotThereIsTold: corrections of what this reading does not find change nothing and say so.
func TestWhatIsNotThereIsTold(t *testing.T) {
	t.Parallel()
	digests := embedded(t)
	nowhere := rashomon.Extent{Start: 1, End: 2}
	_, _, unapplied := corrected(digests, made(
		rashomon.Correction{Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{{Kind: rashomon.TargetEvent, Passages: one(digests[0], nowhere)}}},
		rashomon.Correction{Kind: rashomon.CorrectionRecode, Type: "GROUP", Targets: []rashomon.Target{
			{Kind: rashomon.TargetParty, Passages: []rashomon.Passage{{Document: "gone", Extent: nowhere}}},
		}},
	))
	if got, want := unapplied[1], "this reading finds no such thing there"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := unapplied[2], "document gone is not among those compared"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
	if got, want := printed(t, digests, made(rashomon.Correction{
		Kind: rashomon.CorrectionDismiss, Targets: []rashomon.Target{{Kind: rashomon.TargetEvent, Passages: one(digests[0], nowhere)}},
	})), printed(t, digests, nil); got != want {
		t.Error("a correction that does not apply changes the comparison")
	}
}

// TestARedatedDocumentTellsOtherDays: what it tells from its day of publication moves with that.
func TestARedatedDocumentTellsOtherDays(t *testing.T) {
	t.Parallel()
	documents, err := accounts()
	if err != nil {
		t.Fatal(err)
	}
	moved := 0
	for _, doc := range documents {
		redated := *doc // the other tests read the same documents
		redated.Details, redated.Timexes = slices.Clone(doc.Details), slices.Clone(doc.Timexes)
		redated.Written = []rashomon.Days{{From: "1998-01-01"}}
		redated.Evidence = []rashomon.Evidence{{Span: rashomon.Span{Start: 0, End: 1}, Reason: "by hand", Rule: "hand"}}
		correct.Document(&redated, made(rashomon.Correction{Kind: rashomon.CorrectionRedate, Day: "1999-12-31", Targets: []rashomon.Target{
			{Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{{Document: doc.ID}}},
		}}))
		if redated.Published() != "1999-12-31" {
			t.Errorf("%s: got published %s", doc.Name, redated.Published())
		}
		if len(redated.Written) > 0 || len(redated.Evidence) > 0 {
			t.Errorf("%s: got days of writing %v, want none beside the day that somebody has told", doc.Name, redated.Written)
		}
		for i, timex := range doc.Timexes {
			if timex.Anchor == rashomon.AnchorPublication && strings.HasPrefix(redated.Timexes[i].From, "1999") {
				moved++
			}
		}
		correct.Document(&redated, nil)
	}
	if moved == 0 {
		t.Error("no time moved with the day of publication")
	}
}
