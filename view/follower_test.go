package view_test

import (
	"context"
	"math/rand/v2"
	"path/filepath"
	"testing"

	"rashomon"
	"rashomon/archive"
	"rashomon/digest"
	"rashomon/digest/digesttest"
	"rashomon/rashomontest"
	"rashomon/view"
)

// stories returns entries of an archive with documents of many stories, and how it is to draw their digests.
func stories(t *testing.T, n int) ([]archive.Entry, *archive.Drawing) {
	t.Helper()
	var entries []archive.Entry
	digests := map[string]*digest.Digest{}
	for _, d := range digesttest.Corpus(t, n) {
		doc := rashomontest.Document(d.Text)
		own := *d.Whole()
		own.Document = doc.ID
		digests[doc.ID] = &own
		original := rashomon.Original{Bytes: []byte(doc.Text), Format: rashomon.FormatText, Name: doc.Name}
		entries = append(entries, archive.Entry{Original: original, Document: doc})
	}
	return entries, &archive.Drawing{Version: "given", Draw: func(doc *rashomon.Document) ([]byte, error) {
		return digest.Encode(digests[doc.ID]), nil
	}}
}

// TestFollowing: whatever comes to an archive, is corrected in it or taken out of it, whoever follows it sees what anybody would
// who looks at it for the first time.
func TestFollowing(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("it compares some documents again and again")
	}
	ctx := context.Background()
	entries, drawing := stories(t, 24)
	a := opened(t, filepath.Join(t.TempDir(), "test.db"), drawing)
	random := rand.New(rand.NewPCG(7, 0))
	random.Shuffle(len(entries), func(i, j int) { entries[i], entries[j] = entries[j], entries[i] })
	put := func(n int) {
		if _, err := a.Put(ctx, entries[:n]); err != nil {
			t.Fatal(err)
		}
		entries = entries[n:]
	}
	correct := func(kind rashomon.CorrectionKind, targets ...rashomon.Target) {
		c := rashomon.Correction{Kind: kind, Author: "a reader", Reason: "a test", Targets: targets}
		if kind == rashomon.CorrectionRecode {
			c.Type = "GROUP"
		}
		if _, _, err := a.Correct(ctx, c); err != nil {
			t.Fatal(err)
		}
	}
	var f view.Follower
	var v *view.View
	// One thing after another, each a few times.
	things := []func(){
		func() { put(2) },
		func() {
			d := v.Comparison.Differences[random.IntN(len(v.Comparison.Differences))]
			correct(rashomon.CorrectionDismiss,
				rashomon.Target{Kind: rashomon.TargetDifference, Rule: d.Rule, Passages: []rashomon.Passage{d.A.Passage, d.B.Passage}})
		},
		func() { put(1) },
		func() {
			p := most(v.Comparison.Parties, func(p rashomon.Party) int { return len(p.Entities) })
			correct(rashomon.CorrectionSplit, party(v, p.Entities[0]), party(v, p.Entities[len(p.Entities)-1]))
		},
		func() { put(1) },
		func() {
			p := v.Comparison.Parties[random.IntN(len(v.Comparison.Parties))]
			correct(rashomon.CorrectionRecode, party(v, p.Entities[0]))
		},
		func() { put(1) },
		func() {
			if err := a.Remove(ctx, v.Digests[random.IntN(len(v.Digests))].Document, "a reader", "a test"); err != nil {
				t.Fatal(err)
			}
		},
	}
	put(8)
	for step := 0; step < 2*len(things); step++ {
		var err error
		if v, err = f.Open(ctx, a); err != nil {
			t.Fatal(err)
		}
		fresh, err := view.Open(ctx, a, view.Options{})
		if err != nil {
			t.Fatal(err)
		}
		wantSame(t, v, fresh)
		if t.Failed() {
			t.Fatalf("at step %d", step)
		}
		things[step%len(things)]()
	}
}

func most[T any](of []T, size func(T) int) T {
	best := of[0]
	for _, one := range of {
		if size(one) > size(best) {
			best = one
		}
	}
	return best
}

// party names a party by a mention of one of its entities.
func party(v *view.View, e rashomon.Element) rashomon.Target {
	extent := v.Digest(e.Document).Entities[e.Index].Mentions[0].Extent
	return rashomon.Target{Kind: rashomon.TargetParty, Passages: []rashomon.Passage{{Document: e.Document, Extent: extent}}}
}
