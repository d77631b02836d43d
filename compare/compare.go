// Package compare sets accounts side by side: points and answers, agreement and contradiction, figures, positions,
// predictions and their outcome. It takes digests and links and gives values; it knows no database. The order in which
// documents are given changes nothing.
package compare

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/compare/position"
	"rashomon/compare/prediction"
	"rashomon/digest"
)

// Compare compares linked documents. They must have different ids.
func Compare(digests []*digest.Digest, links rashomon.Links) rashomon.Comparison {
	g := ground.New(digests, links)
	out := rashomon.Comparison{Parties: links.Parties, Happenings: slices.Clone(links.Happenings), Echoes: links.Echoes}
	for _, d := range g.Digests {
		out.Documents = append(out.Documents, d.Document)
	}
	for i := range out.Happenings {
		happening := &out.Happenings[i]
		happening.Points = point.Answers(g, *happening)
		happening.Silent = silent(g, *happening)
	}
	for _, find := range []func(*ground.Ground) ([]rashomon.Difference, []rashomon.Agreement){figure.Compare, point.Compare, position.Compare} {
		differences, agreements := find(g)
		out.Differences = append(out.Differences, differences...)
		out.Agreements = append(out.Agreements, agreements...)
	}
	out.Positions = position.Find(g)
	var outcomes []rashomon.Difference
	out.Predictions, outcomes = prediction.Find(g)
	out.Differences = append(out.Differences, outcomes...)
	slices.SortFunc(out.Differences, func(a, b rashomon.Difference) int {
		return cmp.Or(-cmp.Compare(a.Strength, b.Strength), cmp.Compare(a.ID, b.ID))
	})
	return out
}
