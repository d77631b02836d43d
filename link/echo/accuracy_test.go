package echo_test

import (
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/echo"
	"rashomon/rashomontest"
)

// A key is the part of the answer key of the embedded case that tells of echoes.
type key struct {
	Echoes []struct {
		ID       string
		Kind     rashomon.EchoKind
		KindAlso []rashomon.EchoKind `json:"kind_also"`
		Passages []keyPassage
		Root     struct{ Document string }
	}
	NotEchoes []struct{ Passages []keyPassage } `json:"not_echoes"`
}

// A keyPassage is a quotation of an account or, without one, the account as a whole.
type keyPassage struct {
	Document string
	Quote    string
	UniqueIn string `json:"unique_in"`
}

// TestAccuracy keeps the figures of the embedded case in testdata/accuracy.golden: pairs of passages found, with the
// kind and the root of the key, and pairs that are no echoes and are given as such.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	data, err := os.ReadFile("../../examples/dam/truth.json")
	if err != nil {
		t.Fatal(err)
	}
	var truth key
	if err := json.Unmarshal(data, &truth); err != nil {
		t.Fatal(err)
	}
	digests := map[string]*digest.Digest{} // by the number that file names and key begin with
	for _, d := range accounts(t) {
		digests[filepath.Base(d.Name)[:2]] = d
	}
	echoes := echo.Find(accounts(t))
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
func joining(t *testing.T, echoes []rashomon.Echo, digests map[string]*digest.Digest, p, q keyPassage) *rashomon.Echo {
	t.Helper()
	for i := range echoes {
		if holds(t, echoes[i], digests, p) && holds(t, echoes[i], digests, q) {
			return &echoes[i]
		}
	}
	return nil
}

// holds reports whether an echo has a passage over one of the key, a whole text only over a whole one.
func holds(t *testing.T, e rashomon.Echo, digests map[string]*digest.Digest, p keyPassage) bool {
	t.Helper()
	d := digests[p.Document]
	extent := rashomon.Extent{End: len(d.Text)}
	if p.Quote != "" {
		context := p.UniqueIn
		if context == "" {
			context = p.Quote
		}
		at := strings.Index(d.Text, context)
		if at < 0 {
			t.Fatalf("%s has no %q", d.Name, context)
		}
		extent.Start = at + strings.Index(context, p.Quote)
		extent.End = extent.Start + len(p.Quote)
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
