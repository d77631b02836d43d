package compare_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/digest/digesttest"
	"rashomon/link"
	"rashomon/rashomontest"
)

// A key is what the answer key of a case holds of differences.
type key struct {
	Differences []struct {
		Kind  rashomon.PointKind
		A, B  answerkey.Quotation
		AAlso []answerkey.Quotation `json:"a_also"`
		BAlso []answerkey.Quotation `json:"b_also"`
	}
	NotDifferences []struct{ A, B answerkey.Quotation } `json:"not_differences"`
}

// TestAccuracy measures, by kind, how many differences of the answer keys are found in the cases of our own, and how many
// differences of scope are given for contradictions. The cases of testdata/cases were written before the rules that find them.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	folders, err := filepath.Glob("testdata/cases/*")
	if err != nil || len(folders) == 0 {
		t.Fatal("no cases", err)
	}
	var out strings.Builder
	for _, folder := range append(folders, "../examples/dam") {
		var k key
		digesttest.ReadKey(t, folder, &k)
		digests := digesttest.Keyed(t, folder)
		fmt.Fprintln(&out, filepath.Base(folder))
		k.score(&out, ground.New(digests, link.Link(digests)))
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(out.String()))
}

func (k key) score(out *strings.Builder, g *ground.Ground) {
	given := slices.DeleteFunc(compare.Compare(g).Differences, func(d rashomon.Difference) bool { return d.Scope != "" })
	found, all := map[rashomon.PointKind]int{}, map[rashomon.PointKind]int{}
	for _, gold := range k.Differences {
		all[gold.Kind]++
		found[gold.Kind] += one(isGiven(g, given, append(gold.AAlso, gold.A), append(gold.BAlso, gold.B)))
	}
	for _, kind := range rashomon.PointKinds {
		if all[kind] > 0 {
			fmt.Fprintf(out, "  %-9s %2d of %2d\n", kind, found[kind], all[kind])
		}
	}
	wrong := 0
	for _, no := range k.NotDifferences {
		wrong += one(isGiven(g, given, []answerkey.Quotation{no.A}, []answerkey.Quotation{no.B}))
	}
	fmt.Fprintf(out, "  of scope  %2d of %2d\n  given     %2d\n", wrong, len(k.NotDifferences), len(given))
}

func one(is bool) int {
	if is {
		return 1
	}
	return 0
}

// isGiven reports whether one of the differences stands between one passage of each of two lists.
func isGiven(g *ground.Ground, given []rashomon.Difference, as, bs []answerkey.Quotation) bool {
	return slices.ContainsFunc(given, func(d rashomon.Difference) bool {
		return touches(g, d.A, as) && touches(g, d.B, bs) || touches(g, d.A, bs) && touches(g, d.B, as)
	})
}

// longestSide is how many bytes a passage may have that is not much longer than the one of the key: whoever names whole
// texts finds nothing.
const longestSide = 400

// touches reports whether a side shares a byte with one of some quotations of its document.
func touches(g *ground.Ground, side rashomon.Side, quotations []answerkey.Quotation) bool {
	return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool {
		extent, found := q.In(g.Digest(side.Document).Text)
		return found && q.Document == side.Document && side.Extent.Start < extent.End && extent.Start < side.Extent.End &&
			side.Extent.Len() <= max(longestSide, 3*extent.Len())
	})
}
