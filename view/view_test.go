package view_test

import (
	"fmt"
	"slices"
	"testing"

	"github.com/google/go-cmp/cmp"
	"pgregory.net/rapid"

	"rashomon"
	"rashomon/digest"
	"rashomon/view"
)

// account returns a digest of one sentence and one event.
func account(id, source, published, text string) *digest.Digest {
	extent := rashomon.Extent{Start: 0, End: len(text)}
	return &digest.Digest{
		Document: id, Name: id + ".txt", Source: source, Published: published, Text: text,
		Sentences: []digest.Sentence{{Extent: extent, Statement: rashomon.None}},
		Events: []digest.Event{{
			Extent: extent, Clause: extent, Lemma: "sink", Verbal: true, Type: rashomon.TypeOccurrence, Place: rashomon.None,
			Time: rashomon.None, Status: rashomon.StatusActual, Statement: rashomon.None,
		}},
	}
}

func TestNames(t *testing.T) {
	t.Parallel()
	capitals := account("a1", "HARBOUR UNION OF KARSOVA", "2015-04-02", "The ferry sank.")
	short := account("b2", "BBC", "2015-04-02", "The ferry sank.")
	unsigned := account("c3", "", "", "The ferry sank.")
	v := view.New([]*digest.Digest{capitals, short, unsigned}, view.Options{})
	for id, want := range map[string]string{"a1": "Harbour Union of Karsova", "b2": "BBC", "c3": "c3.txt"} {
		if got := v.Name(id); got != want {
			t.Errorf("%s: got %q, want %q", id, got, want)
		}
	}
}

// TestKnownOn leaves out what was published later, and what nobody dates.
func TestKnownOn(t *testing.T) {
	t.Parallel()
	early, late := account("a1", "A", "2015-04-02T10:00", "The ferry sank."), account("b2", "B", "2015-04-03", "The ferry sank.")
	undated, year := account("c3", "C", "", "The ferry sank."), account("d4", "D", "2015", "The ferry sank.")
	v := view.New([]*digest.Digest{early, late, undated, year}, view.Options{KnownOn: "2015-04-02"})
	var in, out []string
	for _, d := range v.Digests {
		in = append(in, d.Document)
	}
	for _, d := range v.LeftOut {
		out = append(out, d.Document)
	}
	if diff := cmp.Diff([]string{"a1", "d4"}, in); diff != "" {
		t.Errorf("compared: %s", diff)
	}
	if diff := cmp.Diff([]string{"b2", "c3"}, out); diff != "" {
		t.Errorf("left out: %s", diff)
	}
}

func TestSummaryCountsTheDocuments(t *testing.T) {
	t.Parallel()
	v := view.New([]*digest.Digest{account("a1", "A", "2015-04-03", "The ferry sank."), account("b2", "A", "", "A dog barked.")},
		view.Options{})
	s := v.Summary()
	if s.Documents != 2 || s.Sources != 1 || s.Undated != 1 || s.From != "2015-04-03" || s.To != "2015-04-03" {
		t.Errorf("got %+v", s)
	}
}

// TestGroups puts differences on one question together, the strongest first.
func TestGroups(t *testing.T) {
	t.Parallel()
	side := func(document string, start int) rashomon.Side {
		return rashomon.Side{Passage: rashomon.Passage{Document: document, Extent: rashomon.Extent{Start: start, End: start + 5}}}
	}
	differences := []rashomon.Difference{
		{ID: "c1", Rule: "figure/count", A: side("a1", 0), B: side("b2", 0), Strength: 0.9},
		{ID: "c2", Rule: "who/other", A: side("a1", 0), B: side("b2", 9), Strength: 0.8},
		{ID: "c3", Rule: "figure/count", A: side("b2", 0), B: side("c3", 0), Strength: 0.7},
		{ID: "c4", Rule: "figure/count", A: side("c3", 0), B: side("d4", 0), Strength: 0.6},
		{ID: "c5", Rule: "figure/count", A: side("e5", 0), B: side("f6", 0), Strength: 0.5},
		{ID: "c6", Rule: "outcome/failed", A: side("e5", 2), B: side("f6", 3), Strength: 0.4},
	}
	var got [][]string
	for _, group := range view.Groups(differences) {
		ids := []string{group.ID}
		for _, more := range group.More {
			ids = append(ids, more.ID)
		}
		got = append(got, ids)
	}
	if diff := cmp.Diff([][]string{{"c1", "c3", "c4"}, {"c2"}, {"c5", "c6"}}, got); diff != "" {
		t.Error(diff)
	}
	if others := view.Groups(differences)[0].Others(); len(others) != 2 || others[0].Document != "c3" {
		t.Errorf("got others %v, want those of c3 and d4", others)
	}
}

// TestGroupsAreLedByWhatIsNew lets a group be led by a difference of which nothing was shown yet, and tells once what one voice
// says of another.
func TestGroupsAreLedByWhatIsNew(t *testing.T) {
	t.Parallel()
	side := func(document string, start int, holder string) rashomon.Side {
		extent := rashomon.Extent{Start: start, End: start + 5}
		return rashomon.Side{Passage: rashomon.Passage{Document: document, Extent: extent}, Holders: []string{holder}}
	}
	groups := view.Groups([]rashomon.Difference{
		{ID: "c1", Kind: rashomon.PointWhether, Rule: "whether/rebutted", A: side("a1", 0, "mayor"), B: side("a1", 9, ""),
			Strength: 0.7},
		{ID: "c2", Kind: rashomon.PointWho, Rule: "who/holds", A: side("a1", 0, "mayor"), B: side("a1", 30, ""), Strength: 0.6},
		{ID: "c3", Kind: rashomon.PointWho, Rule: "who/attacked", A: side("a1", 0, "mayor"), B: side("b2", 0, ""), Strength: 0.6},
		{ID: "c4", Kind: rashomon.PointWho, Rule: "who/attacked", A: side("c3", 0, "priest"), B: side("b2", 0, ""), Strength: 0.55},
	})
	var got []string
	for _, group := range groups {
		got = append(got, group.ID)
	}
	if diff := cmp.Diff([]string{"c1", "c4"}, got); diff != "" {
		t.Error(diff)
	}
}

// TestIDs takes four digits and more, behind the letter of a kind.
func TestIDs(t *testing.T) {
	t.Parallel()
	for _, id := range []string{"h0a1f", "c0123456789ab", "p9f2c", "a0000", "kffff"} {
		if !view.IsID(id) {
			t.Errorf("%q: got no id", id)
		}
	}
	for _, id := range []string{"", "h", "h0a", "x0a1f", "hxyzz", "9f2c"} {
		if view.IsID(id) {
			t.Errorf("%q: got an id", id)
		}
	}
}

// TestMatrixShowsWhoTells: who tells of a happening has a cell in its row, and nobody else.
func TestMatrixShowsWhoTells(t *testing.T) {
	t.Parallel()
	digests := []*digest.Digest{
		account("a1", "A", "2015-04-02", "The ferry Anna sank off Karsova."),
		account("b2", "B", "2015-04-03", "The ferry Anna sank off Karsova."),
	}
	for _, row := range view.New(digests, view.Options{}).Matrix() {
		for _, d := range digests {
			if row.Cell(d.Document) != view.CellTells || row.Cell("c3") != view.CellNothing || len(row.Cells) != len(digests) {
				t.Errorf("%s: got cells %q", row.ID, row.Cells)
			}
		}
	}
}

// TestGroupsAreOfThoseThatAskTheSame: whatever the differences, those of one group are joined by steps from one to another that
// has the same rule and a passage in common with it, or stands between the same passages, and those of two groups are not.
func TestGroupsAreOfThoseThatAskTheSame(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		side := rapid.Custom(func(t *rapid.T) rashomon.Side {
			start := rapid.IntRange(0, 6).Draw(t, "start")
			return rashomon.Side{Passage: rashomon.Passage{
				Document: rapid.SampledFrom([]string{"a1", "b2", "c3"}).Draw(t, "document"),
				Extent:   rashomon.Extent{Start: start, End: start + 2},
			}}
		})
		var differences []rashomon.Difference
		for i := range rapid.IntRange(0, 12).Draw(t, "differences") {
			differences = append(differences, rashomon.Difference{
				ID: fmt.Sprint("c", i), Rule: rapid.SampledFrom([]string{"x", "y"}).Draw(t, "rule"), Kind: rashomon.PointPosition,
				A: side.Draw(t, "a"), B: side.Draw(t, "b"), Strength: 1 - float64(i)/100,
			})
		}
		var got [][]string
		for _, g := range view.Groups(differences) {
			ids := []string{g.ID}
			for _, d := range g.More {
				ids = append(ids, d.ID)
			}
			slices.Sort(ids)
			got = append(got, ids)
		}
		slices.SortFunc(got, slices.Compare)
		if diff := cmp.Diff(joinedByHand(differences), got); diff != "" {
			t.Error(diff)
		}
	})
}

// joinedByHand compares all with all, again and again until nothing is joined any more.
func joinedByHand(differences []rashomon.Difference) [][]string {
	meet := func(x, y rashomon.Side) bool {
		return x.Document == y.Document && x.Extent.Start < y.Extent.End && y.Extent.Start < x.Extent.End
	}
	same := func(x, y rashomon.Difference) bool {
		shared := x.A.Passage == y.A.Passage || x.A.Passage == y.B.Passage || x.B.Passage == y.A.Passage || x.B.Passage == y.B.Passage
		return x.Rule == y.Rule && shared || meet(x.A, y.A) && meet(x.B, y.B) || meet(x.A, y.B) && meet(x.B, y.A)
	}
	group := make([]int, len(differences))
	for i := range group {
		group[i] = i
	}
	for changed := true; changed; {
		changed = false
		for i, x := range differences {
			for j, y := range differences {
				if group[i] < group[j] && same(x, y) {
					group[j], changed = group[i], true
				}
			}
		}
	}
	members := map[int][]string{}
	for i, d := range differences {
		members[group[i]] = append(members[group[i]], d.ID)
	}
	var out [][]string
	for _, ids := range members {
		slices.Sort(ids)
		out = append(out, ids)
	}
	slices.SortFunc(out, slices.Compare)
	return out
}

// TestMeet compares days with times that are told more or less exactly.
func TestMeet(t *testing.T) {
	t.Parallel()
	for _, c := range []struct {
		days     view.Days
		from, to string
		want     bool
	}{
		{view.Days{From: "2017-03-27", To: "2017-03-27"}, "2017-03-27T03:40", "", true},
		{view.Days{To: "2017-03-26"}, "2017-03-26T03:40", "2017-03-26T05:00", true},
		{view.Days{To: "2017-03-26"}, "2017-03-27", "", false},
		{view.Days{From: "2017-03", To: "2017-03"}, "2017-03-27", "2017-04-02", true},
		{view.Days{From: "2017-03-27"}, "2017-03-20", "2017-03-26T23:59", false},
		{view.Days{From: "2017-03-27"}, "", "", false},
		{view.Days{}, "", "", true},
	} {
		if got := c.days.Meet(c.from, c.to); got != c.want {
			t.Errorf("%v meet %q to %q: %v", c.days, c.from, c.to, got)
		}
	}
}
