package prediction_test

import (
	"bytes"
	"fmt"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
)

// A gold is a prediction of a key, in code points.
type gold struct {
	stretch
	Also    []stretch
	Outcome rashomon.Outcome
	ToldBy  []stretch `json:"told_by"`
}

type stretch struct {
	Document   string
	Begin, End int
}

// TestAccuracy measures predictions and their outcomes on an invented case with a key. Its figures are those of the bench's
// own scorer (cases.py): a passage is found when one that is no longer than 400 code points or three times it touches it.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	folder := rashomontest.Bench(t, "cases", "square")
	var key struct{ Predictions []gold }
	digesttest.ReadKey(t, folder, &key)
	found := measured(digesttest.Keyed(t, folder))
	hits, right, told, decided := 0, 0, 0, 0
	for _, wanted := range key.Predictions {
		hit, same, teller := wanted.find(found)
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

// measured returns what is found, in the terms of the key.
func measured(digests []*digest.Digest) []gold {
	texts := map[string]string{}
	for _, d := range digests {
		texts[d.Document] = d.Text
	}
	in := func(p rashomon.Passage) stretch {
		text := texts[p.Document]
		begin := len([]rune(text[:p.Extent.Start]))
		return stretch{p.Document, begin, begin + len([]rune(text[p.Extent.Start:p.Extent.End]))}
	}
	predictions, _ := find(digests)
	var out []gold
	for _, p := range predictions {
		one := gold{stretch: in(p.Passage), Outcome: p.Outcome}
		for _, told := range p.ToldBy {
			one.ToldBy = append(one.ToldBy, in(told))
		}
		out = append(out, one)
	}
	return out
}

// find reports whether a wanted prediction is found, with its outcome, and with a passage that tells it.
func (wanted gold) find(found []gold) (hit, same, told bool) {
	for _, f := range found {
		if !f.touchesAny(append([]stretch{wanted.stretch}, wanted.Also...)) {
			continue
		}
		hit = true
		if f.Outcome == wanted.Outcome {
			same = true
			for _, by := range f.ToldBy {
				told = told || by.touchesAny(wanted.ToldBy)
			}
		}
	}
	return hit, same, told
}

func (s stretch) touchesAny(wanted []stretch) bool {
	for _, w := range wanted {
		if s.Document == w.Document && min(s.End, w.End) > max(s.Begin, w.Begin) && s.End-s.Begin <= max(400, 3*(w.End-w.Begin)) {
			return true
		}
	}
	return false
}

func count(yes bool) int {
	if yes {
		return 1
	}
	return 0
}
