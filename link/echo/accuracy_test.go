package echo_test

import (
	"fmt"
	"path/filepath"
	"slices"
	"testing"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/link/echo"
	"rashomon/rashomontest"
)

// A key is the part of the answer key of the embedded case that tells of echoes.
type key struct {
	Echoes []struct {
		ID       string
		Kind     rashomon.EchoKind
		KindAlso []rashomon.EchoKind `json:"kind_also"`
		Passages []answerkey.Quotation
		Root     struct{ Document string }
	}
	NotEchoes []struct{ Passages []answerkey.Quotation } `json:"not_echoes"`
}

// TestAccuracy keeps the figures of the embedded case in testdata/accuracy.golden: pairs of passages found, with the
// kind and the root of the key, and pairs that are no echoes and are given as such.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	var truth key
	digesttest.ReadKey(t, "../../examples/dam", &truth)
	digests := map[string]*digest.Digest{} // by the number that file names and key begin with
	for _, d := range digesttest.Case(t) {
		digests[filepath.Base(d.Name)[:2]] = d
	}
	echoes := echo.Find(digesttest.Case(t))
	var pairs, found, kinds, roots, wrong int
	for _, gold := range truth.Echoes {
		for i, p := range gold.Passages {
			for _, q := range gold.Passages[i+1:] {
				if p.Quote != "" && p.Document == "03" && q.Document == "04" { // within the reprint
					continue
				}
				pairs++
				if e := joining(t, echoes, digests, p, q); e != nil {
					found++
					kinds += countTrue(e.Kind == gold.Kind || slices.Contains(gold.KindAlso, e.Kind))
					roots += countTrue(e.Root == digests[gold.Root.Document].Document)
				} else {
					t.Logf("%s: missed %s %q and %s %q", gold.ID, p.Document, p.Quote, q.Document, q.Quote)
				}
			}
		}
	}
	for _, gold := range truth.NotEchoes {
		if joining(t, echoes, digests, gold.Passages[0], gold.Passages[1]) != nil {
			wrong++
		}
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", fmt.Appendf(nil,
		"echoes found  %d of %d\nof their kind %d\nof their root %d\nno echoes     %d of %d given\n",
		found, pairs, kinds, roots, wrong, len(truth.NotEchoes)))
}

func countTrue(is bool) int {
	if is {
		return 1
	}
	return 0
}

// joining returns the echo that has a passage over each of two, or nil.
func joining(t *testing.T, echoes []rashomon.Echo, digests map[string]*digest.Digest, p, q answerkey.Quotation) *rashomon.Echo {
	t.Helper()
	for i := range echoes {
		if holds(t, echoes[i], digests, p) && holds(t, echoes[i], digests, q) {
			return &echoes[i]
		}
	}
	return nil
}

// holds reports whether an echo has a passage over one of the key, a whole text only over a whole one.
func holds(t *testing.T, e rashomon.Echo, digests map[string]*digest.Digest, p answerkey.Quotation) bool {
	t.Helper()
	d := digests[p.Document]
	extent, found := p.In(d.Text)
	if !found {
		t.Fatalf("%s has no %q", d.Name, p.Quote)
	}
	for _, passage := range e.Passages {
		whole := passage.Extent.Len() == len(d.Text)
		overlaps := passage.Extent.Start < extent.End && extent.Start < passage.Extent.End
		if passage.Document == d.Document && whole == (p.Quote == "") && overlaps {
			return true
		}
	}
	return false
}
