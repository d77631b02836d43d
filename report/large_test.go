package report_test

import (
	"bytes"
	"fmt"
	"io"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/report"
	"rashomon/view"
)

// TestManyAccounts makes a report on what a hundred accounts tell: of each entry a few are named and quoted, the others counted.
func TestManyAccounts(t *testing.T) {
	t.Parallel()
	var digests []*digest.Digest
	for i := range 100 {
		digests = append(digests, told(fmt.Sprintf("aaaa%012d", i), fmt.Sprintf("Paper %03d", i), "The ferry sank"))
	}
	v := view.New(digests, view.Options{})
	whether := rashomon.Point{Kind: rashomon.PointWhether, Question: "did it happen", Relation: rashomon.RelationDeny}
	h := rashomon.Happening{ID: "h1", Title: "The ferry sank", Silent: []string{digests[99].Document}}
	v.Comparison.Positions = nil
	for i, d := range digests[:99] {
		passage := rashomon.Passage{Document: d.Document, Extent: rashomon.Extent{End: len(d.Text)}}
		status := rashomon.StatusActual
		if i == 98 {
			status = rashomon.StatusDenied
		}
		h.Accounts = append(h.Accounts, d.Document)
		whether.Answers = append(whether.Answers, rashomon.Answer{Side: rashomon.Side{Passage: passage, Statement: rashomon.None}, Status: status})
		v.Comparison.Positions = append(v.Comparison.Positions, rashomon.Position{Document: d.Document, Party: v.Comparison.Parties[0].ID, Stance: -1})
	}
	h.Points = []rashomon.Point{whether}
	v.Comparison.Happenings = []rashomon.Happening{h}
	page, _ := written(t, report.Of(v, about(v)))
	checkPage(t, page)
	for _, want := range []string{
		"68 more answers to this, not quoted here.", "tells that it did not happen", "69 more accounts take a position, left out here: 69 against.",
		"Paper 011; and 87 more", "Paper 011 (hostile); and 88 more",
	} {
		if !bytes.Contains(page, []byte(want)) {
			t.Errorf("not in it: %q", want)
		}
	}
}

// BenchmarkReport makes a report on many stories, which are set side by side before.
func BenchmarkReport(b *testing.B) {
	v := view.New(digesttest.Corpus(b, 1000), view.Options{})
	a := about(v)
	for b.Loop() {
		if err := report.Of(v, a).HTML(io.Discard); err != nil {
			b.Fatal(err)
		}
	}
}
