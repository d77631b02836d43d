package view_test

import (
	"fmt"
	"slices"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/view"
)

// crowd is a view of so many accounts, all of which differ from the first, and agree with each other; those on even places
// differ on one happening.
func crowd(accounts int) *view.View {
	var digests []*digest.Digest
	for i := range accounts {
		digests = append(digests, account(fmt.Sprintf("d%03d", i), fmt.Sprint("Paper ", i), "2015-04-02", "The ferry sank."))
	}
	v := view.New(digests, view.Options{})
	agreed := rashomon.Agreement{ID: "a0000000001", Kind: rashomon.PointWhether, Rule: "agree/whether", Why: "Both tell it: ferry."}
	v.Comparison.Differences, v.Comparison.Agreements = nil, nil
	for i, d := range digests {
		side := rashomon.Side{Passage: rashomon.Passage{Document: d.Document, Extent: rashomon.Extent{Start: 4, End: 9}}}
		agreed.Passages, agreed.Roots = append(agreed.Passages, side), append(agreed.Roots, d.Document)
		if i == 0 {
			continue
		}
		v.Comparison.Differences = append(v.Comparison.Differences, rashomon.Difference{
			ID: fmt.Sprintf("c%010d", i), Kind: rashomon.PointFigure, Rule: "figure/count", A: agreed.Passages[0], B: side, Strength: 0.7,
			Happening: []string{"h0000000000", "h1111111111"}[i%2],
		})
	}
	v.Comparison.Agreements = []rashomon.Agreement{agreed}
	return v
}

// TestContrastHasTheFirst of many passages, and tells how many there are.
func TestContrastHasTheFirst(t *testing.T) {
	t.Parallel()
	v := crowd(40)
	groups := v.GroupsOf(view.StandingContradiction)
	if len(groups) != 1 {
		t.Fatalf("%d groups, want one question", len(groups))
	}
	if c := v.Contrast(groups[0]); len(c.Others) != 12 || c.OthersTotal != 38 || c.Differences != 39 {
		t.Errorf("%d passages of %d, of %d differences; want 12, 38, 39", len(c.Others), c.OthersTotal, c.Differences)
	}
	concord := v.Concord(v.Comparison.Agreements[0])
	if len(concord.Passages) != 12 || concord.PassagesTotal != 40 || concord.Accounts != 40 || len(concord.Roots) != 12 ||
		concord.RootsTotal != 40 || concord.Why != "They tell it: ferry." {
		t.Errorf("got %+v", concord)
	}
	two := v.Comparison.Agreements[0]
	two.Passages = two.Passages[:2]
	if why := view.WhyAgreed(two); why != "Both tell it: ferry." {
		t.Errorf("of two: %s", why)
	}
}

// TestGroupOf is led by the difference that is asked for, and changes nothing for who asks for the list.
func TestGroupOf(t *testing.T) {
	t.Parallel()
	v := crowd(20)
	lead := v.GroupsOf(view.StandingContradiction)[0].ID
	for _, d := range v.Comparison.Differences {
		g, found := v.GroupOf(d, "")
		ids := g.IDs()
		slices.Sort(ids)
		if !found || g.ID != d.ID || len(slices.Compact(ids)) != 19 || len(g.Others()) != 18 {
			t.Errorf("%s: %t, led by %s, of %v, with %d others", d.ID, found, g.ID, ids, len(g.Others()))
		}
		on, found := v.GroupOf(d, d.Happening)
		if want := map[string]int{"h0000000000": 9, "h1111111111": 10}[d.Happening]; !found || on.ID != d.ID || len(on.IDs()) != want {
			t.Errorf("%s on %s: %t, %v, want %d", d.ID, d.Happening, found, on.IDs(), want)
		}
		if _, found := v.GroupOf(d, "h2222222222"); found {
			t.Errorf("%s is on no other happening", d.ID)
		}
	}
	if now := v.GroupsOf(view.StandingContradiction)[0]; now.ID != lead || len(now.More) != 18 {
		t.Errorf("the list is led by %s, was by %s", now.ID, lead)
	}
}
