// Package compare sets accounts side by side: points and answers, agreement and contradiction, figures, positions,
// predictions and their outcome. It takes digests and links and gives values; it knows no database. The order in which
// documents are given changes nothing.
package compare

import (
	"rashomon"
	"rashomon/compare/change"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/compare/prediction"
	"rashomon/compare/sorting"
)

// Compare compares the documents of a ground, to which none may be added any more: see [ground.Ground.Settle].
func Compare(g *ground.Ground) rashomon.Comparison {
	g.Settle()
	x := &Index{
		Ground: g, once: true, points: point.Once(), figures: figure.Once(), predictions: prediction.Once(), changes: change.Once(),
	}
	return x.compare()
}

// place tells of differences and agreements on which happening they are, where both sides tell of one.
func place(g *ground.Ground, c *rashomon.Comparison) {
	for i := range c.Differences {
		if d := &c.Differences[i]; d.Happening == "" {
			d.Happening = g.Common(d.A.Passage, d.B.Passage)
		}
	}
	for i := range c.Agreements {
		if a := &c.Agreements[i]; a.Happening == "" {
			a.Happening = g.Common(a.Passages[0].Passage, a.Passages[1].Passage)
		}
	}
}

func sort(c *rashomon.Comparison) {
	sorting.ByWeight(c.Differences, func(d *rashomon.Difference) float64 { return d.Strength }, func(d *rashomon.Difference) string { return d.ID })
	sorting.ByID(c.Agreements, func(a *rashomon.Agreement) string { return a.ID })
}
