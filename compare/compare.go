// Package compare sets accounts side by side: points and answers, agreement and contradiction, figures, positions,
// predictions and their outcome. It takes digests and links and gives values; it knows no database. The order in which
// documents are given changes nothing.
package compare

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/change"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/compare/position"
	"rashomon/compare/prediction"
	"rashomon/compare/silence"
	"rashomon/concurrent"
)

// Compare compares the documents of a ground.
func Compare(g *ground.Ground) rashomon.Comparison {
	out := rashomon.Comparison{
		Parties: g.Links.Parties, Happenings: slices.Clone(g.Links.Happenings), Echoes: g.Links.Echoes, Positions: position.Find(g),
	}
	for _, d := range g.Digests {
		out.Documents = append(out.Documents, d.Document)
	}
	silences := silence.New(g)
	for i := range out.Happenings {
		out.Happenings[i].Points = append(point.Answers(g, out.Happenings[i]), figure.Points(g, out.Happenings[i])...)
		out.Happenings[i].Silent = silences.Of(out.Happenings[i])
	}
	found := findAll(g)
	for _, f := range found {
		out.Differences = append(out.Differences, f.differences...)
		out.Agreements = append(out.Agreements, f.agreements...)
		out.Predictions = append(out.Predictions, f.predictions...)
	}
	out.Agreements = distinct(out.Agreements)
	place(g, &out)
	out.Changes = change.Find(g, out.Differences)
	sort(&out)
	return out
}

// findings are what one of the comparisons finds.
type findings struct {
	differences []rashomon.Difference
	agreements  []rashomon.Agreement
	predictions []rashomon.Prediction
}

// findAll returns what the comparisons find, each on its own, in their order.
func findAll(g *ground.Ground) []findings {
	pairwise := []func(*ground.Ground) ([]rashomon.Difference, []rashomon.Agreement){figure.Compare, point.Compare, position.Compare}
	found := make([]findings, len(pairwise)+1)
	concurrent.Each(len(found), func() func(int) {
		return func(i int) {
			if f := &found[i]; i < len(pairwise) {
				f.differences, f.agreements = pairwise[i](g)
			} else {
				f.predictions, f.differences = prediction.Find(g)
			}
		}
	})
	return found
}

// place tells of differences and agreements on which happening they are, where both sides tell of one.
func place(g *ground.Ground, c *rashomon.Comparison) {
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Happening == "" {
			d.Happening = common(g, d.A.Passage, d.B.Passage)
		}
	}
	for i := range c.Agreements {
		if a := &c.Agreements[i]; a.Happening == "" {
			a.Happening = common(g, a.Passages[0].Passage, a.Passages[1].Passage)
		}
	}
}

// common returns the id of the first happening that two passages both tell of, or "".
func common(g *ground.Ground, a, b rashomon.Passage) string {
	told := g.HappeningsIn(b)
	for _, happening := range g.HappeningsIn(a) {
		if slices.Contains(told, happening) {
			return g.Links.Happenings[happening].ID
		}
	}
	return ""
}

func sort(c *rashomon.Comparison) {
	slices.SortFunc(c.Differences, func(a, b rashomon.Difference) int {
		return cmp.Or(-cmp.Compare(a.Strength, b.Strength), cmp.Compare(a.ID, b.ID))
	})
	slices.SortFunc(c.Agreements, func(a, b rashomon.Agreement) int { return cmp.Compare(a.ID, b.ID) })
}
