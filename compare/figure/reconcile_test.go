package figure_test

import (
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link/party"
	"rashomon/rashomontest"
)

// TestReconcile reconciles the figures of the documents of a case, which all tell of one happening.
func TestReconcile(t *testing.T) {
	t.Parallel()
	path := "testdata/reconciled.cases"
	trees := digesttest.ReadTrees(t, path)
	rashomontest.RunCases(t, path, func(c rashomontest.Case) []rashomontest.Finding {
		g, happening := oneHappening(trees.Digests(t, c.Phrase, nil))
		var found []rashomontest.Finding
		for _, r := range figure.Reconcile(g, happening) {
			found = append(found, rashomontest.Finding{Start: 0, End: len(c.Phrase), Value: printReconciliation(r)})
		}
		if points := figure.Points(g, happening); len(points) != len(found) {
			t.Errorf("%q: got %d points, want one for each of %d reconciliations", c.Phrase, len(points), len(found))
		}
		return found
	})
}

// oneHappening makes all events of digests one happening.
func oneHappening(digests []*digest.Digest) (*ground.Ground, rashomon.Happening) {
	happening := rashomon.Happening{ID: "h"}
	for _, d := range digests {
		happening.Accounts = append(happening.Accounts, d.Document)
		for i := range d.Events {
			happening.Events = append(happening.Events, rashomon.Element{Document: d.Document, Index: i})
		}
	}
	links := rashomon.Links{Parties: party.Link(digests), Happenings: []rashomon.Happening{happening}}
	return ground.New(digests, links), happening
}

func printReconciliation(r figure.Reconciliation) string {
	value := "none"
	if r.Low != nil && r.Best == nil {
		value = number(*r.Low) + " at least"
	}
	if r.Best != nil {
		value = number(*r.Low) + " " + number(*r.Best) + " " + number(*r.High)
	}
	out := r.Question + ": " + value
	var reasons []string
	for _, f := range r.SetAside {
		reasons = append(reasons, f.Reason)
	}
	slices.Sort(reasons)
	for _, reason := range slices.Compact(reasons) {
		out += "; " + reason
	}
	return out
}

func number(x float64) string { return strconv.FormatFloat(x, 'f', -1, 64) }

// TestPoints tells the relation of the answers to a question.
func TestPoints(t *testing.T) {
	t.Parallel()
	path := "testdata/reconciled.cases"
	trees := digesttest.ReadTrees(t, path)
	for _, test := range []struct {
		name, phrase string
		want         rashomon.Relation
	}{
		{"two numbers", "Three people were killed. || Seventeen people were killed.", rashomon.RelationDiffer},
		{"one number", "Thirteen people were killed. || Thirteen people were killed.", rashomon.RelationAgree},
		{"one account", "Thirteen people were killed.", rashomon.RelationSingle},
		{
			"one holder", "Eight people were killed, the River Guard said. || Eight people were killed, the River Guard said.",
			rashomon.RelationSingle,
		},
		{"a part", "Thirteen people were killed. || Two children were killed.", rashomon.RelationAgree},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			g, happening := oneHappening(trees.Digests(t, test.phrase, nil))
			points := figure.Points(g, happening)
			if len(points) != 1 || points[0].Relation != test.want || len(points[0].Answers) != len(strings.Split(test.phrase,
				" || ")) {
				t.Errorf("got %+v, want one point with the relation %q", points, test.want)
			}
		})
	}
}
