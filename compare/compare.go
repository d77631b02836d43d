// Package compare sets accounts side by side: points and answers, agreement and contradiction, figures, positions,
// predictions and their outcome. It takes digests and links and gives values; it knows no database. The order in which
// documents are given changes nothing.
package compare

import (
	"slices"

	"rashomon"
	"rashomon/compare/change"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/compare/prediction"
	"rashomon/compare/sorting"
	"rashomon/concurrent"
)

// Compare compares the documents of a ground, to which none may be added any more: see [ground.Ground.Settle].
func Compare(g *ground.Ground) rashomon.Comparison {
	g.Settle()
	x := &Index{
		Ground: g, once: true, points: point.Once(), figures: figure.Once(), predictions: prediction.Once(), changes: change.Once(),
	}
	return x.compare()
}

// placed is how many differences or agreements are placed in a row.
const placed = 1024

// place tells of differences and agreements on which happening they are, where both sides tell of one.
func place(g *ground.Ground, c *rashomon.Comparison) {
	inChunks(c.Differences, func(d *rashomon.Difference) {
		if d.Happening == "" {
			d.Happening = g.Common(d.A.Passage, d.B.Passage)
		}
	})
	inChunks(c.Agreements, func(a *rashomon.Agreement) {
		if a.Happening == "" {
			a.Happening = g.Common(a.Passages[0].Passage, a.Passages[1].Passage)
		}
	})
}

// inChunks does something with each of many values, several at once.
func inChunks[T any](all []T, do func(*T)) {
	chunks := slices.Collect(slices.Chunk(all, placed))
	concurrent.Each(len(chunks), func() func(int) {
		return func(number int) {
			for i := range chunks[number] {
				do(&chunks[number][i])
			}
		}
	})
}

// sorted returns copies of differences, the strongest first.
func sorted(differences []*rashomon.Difference) []rashomon.Difference {
	strength, id := func(d **rashomon.Difference) float64 { return (*d).Strength }, func(d **rashomon.Difference) string { return (*d).ID }
	sorting.ByWeight(differences, strength, id)
	out := slices.Grow([]rashomon.Difference(nil), len(differences)) // nil of none
	for _, d := range differences {
		out = append(out, *d)
	}
	return out
}
