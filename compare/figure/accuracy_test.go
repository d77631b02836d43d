package figure_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// A key is what the answer key of a case holds of figures.
type key struct {
	Differences []struct {
		Kind  rashomon.PointKind
		A, B  answerkey.Quotation
		AAlso []answerkey.Quotation `json:"a_also"`
		BAlso []answerkey.Quotation `json:"b_also"`
	}
	NotDifferences []struct{ A, B answerkey.Quotation } `json:"not_differences"`
	Agreements     []struct {
		Kind     rashomon.PointKind
		Passages []answerkey.Quotation
	}
}

// TestAccuracy measures what is found of the figures of the cases with an answer key: their differences, agreements,
// and what is given though it is no contradiction.
func TestAccuracy(t *testing.T) {
	var out strings.Builder
	for _, folder := range []string{"../../examples/dam", rashomontest.Bench(t, "cases", "square")} {
		var k key
		digesttest.ReadKey(t, folder, &k)
		fmt.Fprintf(&out, "%s\n", filepath.Base(folder))
		k.score(&out, digesttest.Keyed(t, folder))
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(out.String()))
}

func (k key) score(out *strings.Builder, digests []*digest.Digest) {
	g := ground.New(digests, link.Link(digests))
	differences, agreements := figure.Compare(g)
	differences = slices.DeleteFunc(differences, func(d rashomon.Difference) bool { return d.Scope != "" })
	reported := func(as, bs []answerkey.Quotation) bool {
		return slices.ContainsFunc(differences, func(d rashomon.Difference) bool {
			return touches(g, d.A, as) && touches(g, d.B, bs) || touches(g, d.A, bs) && touches(g, d.B, as)
		})
	}
	found, all := 0, 0
	for _, gold := range k.Differences {
		if gold.Kind == rashomon.PointFigure {
			all++
			found += one(reported(append(gold.AAlso, gold.A), append(gold.BAlso, gold.B)))
		}
	}
	fmt.Fprintf(out, "  differences found          %2d of %2d\n", found, all)
	wrong := 0
	for _, no := range k.NotDifferences {
		wrong += one(reported([]answerkey.Quotation{no.A}, []answerkey.Quotation{no.B}))
	}
	fmt.Fprintf(out, "  given, though of scope     %2d of %2d\n", wrong, len(k.NotDifferences))
	fmt.Fprintf(out, "  differences given          %2d\n", len(differences))
	found, all = 0, 0
	for _, gold := range k.Agreements {
		if gold.Kind != rashomon.PointFigure {
			continue
		}
		all++
		found += one(slices.ContainsFunc(agreements, func(a rashomon.Agreement) bool {
			told := map[string]bool{}
			for _, passage := range a.Passages {
				if touches(g, passage, gold.Passages) {
					told[passage.Document] = true
				}
			}
			return len(told) > 1
		}))
	}
	fmt.Fprintf(out, "  agreements found           %2d of %2d\n", found, all)
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// touches reports whether a side shares a byte with one of some quotations of its document.
func touches(g *ground.Ground, side rashomon.Side, quotations []answerkey.Quotation) bool {
	return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool {
		extent, found := q.In(g.Digest(side.Document).Text)
		return found && q.Document == side.Document && side.Extent.Start < extent.End && extent.Start < side.Extent.End
	})
}
