package prediction_test

import (
	"bytes"
	"fmt"
	"slices"
	"testing"

	"rashomon"
	"rashomon/answerkey"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// TestAccuracy measures predictions and their outcomes on an invented case with a key. Its figures are those of the bench's
// own scorer (cases.py): a passage is found when one that is no longer than 400 code points or three times it touches it.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	folder := rashomontest.Bench(t, "cases", "square")
	var key struct{ Predictions []answerkey.Prediction }
	digesttest.ReadKey(t, folder, &key)
	digests := digesttest.Keyed(t, folder)
	found, _ := find(digests)
	byID := map[string]*digest.Digest{}
	for _, d := range digests {
		byID[d.Document] = d
	}
	hits, right, told, decided := 0, 0, 0, 0
	for _, wanted := range key.Predictions {
		hit, same, teller := tally(wanted, found, byID)
		hits, right = hits+count(hit), right+count(same)
		if wanted.Outcome != rashomon.OutcomeOpen {
			told, decided = told+count(teller), decided+1
		}
	}
	var report bytes.Buffer
	fmt.Fprintf(&report, "predictions %d of %d\noutcome %d of %d\ntold by %d of %d\n",
		hits, len(key.Predictions), right, len(key.Predictions), told, decided)
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// tally reports whether a prediction of a key is found, with its outcome, and with a passage that tells it.
func tally(wanted answerkey.Prediction, found []rashomon.Prediction, digests map[string]*digest.Digest) (hit, same, told bool) {
	touches := func(p rashomon.Passage, quotations ...answerkey.Quotation) bool {
		return slices.ContainsFunc(quotations, func(q answerkey.Quotation) bool { return q.Touches(digests[p.Document], p.Extent) })
	}
	for _, f := range found {
		if !touches(f.Passage, append(slices.Clone(wanted.Also), wanted.Quotation)...) {
			continue
		}
		hit = true
		if f.Outcome == wanted.Outcome {
			same = true
			told = told || slices.ContainsFunc(f.ToldBy, func(by rashomon.Passage) bool { return touches(by, wanted.ToldBy...) })
		}
	}
	return hit, same, told
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
