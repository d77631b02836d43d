package view_test

import (
	"context"
	"io/fs"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"
	"github.com/google/go-cmp/cmp/cmpopts"

	"rashomon"
	"rashomon/archive"
	"rashomon/digest"
	"rashomon/examples"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
	"rashomon/view"
)

// opened opens an archive for the time of the test.
func opened(t *testing.T, path string, drawing *archive.Drawing) *archive.Archive {
	t.Helper()
	now := func() time.Time { return time.Date(2024, 3, 1, 12, 0, 0, 0, time.UTC) }
	a, err := archive.Open(context.Background(), path, archive.Options{Now: now, Version: "test", Drawing: drawing})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() {
		if err := a.Close(); err != nil {
			t.Error(err)
		}
	})
	return a
}

// filled returns an archive with the accounts of the embedded case and a note in another language.
func filled(t *testing.T) (path string, a *archive.Archive) {
	t.Helper()
	path = rashomontest.Archive(t, "test.db")
	a = opened(t, path, view.Drawing())
	originals := []rashomon.Original{{
		Name: "brief.txt", Address: "/brief.txt", Format: rashomon.FormatText,
		Bytes: []byte("Die Fähre ist am Abend im Hafen gesunken, und niemand weiß, warum sie so spät noch ausgelaufen war.\n"),
	}}
	names, err := fs.Glob(examples.Case(), "*.txt")
	if err != nil {
		t.Fatal(err)
	}
	for _, name := range names {
		text, err := fs.ReadFile(examples.Case(), name)
		if err != nil {
			t.Fatal(err)
		}
		originals = append(originals, rashomon.Original{Name: name, Address: "/" + name, Format: rashomon.FormatText, Bytes: text})
	}
	for _, original := range originals {
		doc, err := source.Parse(original)
		if err == nil {
			err = reader.New().Read(t.Context(), doc)
		}
		if err == nil {
			_, err = a.Put(context.Background(), []archive.Entry{{Original: original, Document: doc}})
		}
		if err != nil {
			t.Fatal(err)
		}
	}
	return path, a
}

func digestsOf(t *testing.T, a *archive.Archive) []*digest.Digest {
	t.Helper()
	v, err := view.Open(context.Background(), a, view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	digests := make([]*digest.Digest, len(v.Digests))
	for i, d := range v.Digests {
		digests[i] = d.Whole()
	}
	return digests
}

// TestKeptDigests: the digests that an archive keeps are those drawn from its documents, before and after one is redated.
func TestKeptDigests(t *testing.T) {
	t.Parallel()
	path, a := filled(t)
	if n := len(digestsOf(t, a)); n < 2 {
		t.Fatalf("got %d digests, want those of the case", n)
	}
	if diff := cmp.Diff(digestsOf(t, a), digestsOf(t, opened(t, path, nil)), cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-kept +drawn): %s", diff)
	}
	first := digestsOf(t, a)[0]
	redated := rashomon.Correction{
		Kind: rashomon.CorrectionRedate, Author: "a reader", Reason: "the stamp on the envelope", Day: "2011-07-05",
		Targets: []rashomon.Target{{Kind: rashomon.TargetDocument, Passages: []rashomon.Passage{
			{Document: first.Document},
		}}},
	}
	if _, _, err := a.Correct(context.Background(), redated); err != nil {
		t.Fatal(err)
	}
	kept, drawn := digestsOf(t, a), digestsOf(t, opened(t, path, nil))
	if diff := cmp.Diff(kept, drawn, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("redated (-kept +drawn): %s", diff)
	}
	for _, d := range kept {
		if d.Document == first.Document && d.Published != "2011-07-05" {
			t.Errorf("got %s of the document that was redated", d.Published)
		}
	}
}

// TestDrawnAnew: what another version drew is not looked at.
func TestDrawnAnew(t *testing.T) {
	t.Parallel()
	path, a := filled(t)
	want := digestsOf(t, a)
	old := &archive.Drawing{Version: "0", Draw: func(*rashomon.Document) ([]byte, error) { return []byte("scribbles"), nil }}
	if n, err := opened(t, path, old).Draw(context.Background()); n == 0 || err != nil {
		t.Fatalf("got %d drawn, %v", n, err)
	}
	if diff := cmp.Diff(digestsOf(t, a), want, cmpopts.EquateEmpty()); diff != "" {
		t.Errorf("(-from documents +kept): %s", diff)
	}
}

// TestVerify: what was drawn when a document was read is what is drawn from the reading that was kept.
func TestVerify(t *testing.T) {
	t.Parallel()
	_, a := filled(t)
	for problem, err := range a.Verify(context.Background(), nil) {
		t.Errorf("got %+v, %v", problem, err)
	}
}

// TestUnsoundDigest: what cannot be a digest is an error that names the document.
func TestUnsoundDigest(t *testing.T) {
	t.Parallel()
	path, _ := filled(t)
	same := view.Drawing()
	same.Draw = func(*rashomon.Document) ([]byte, error) { return []byte("scribbles"), nil }
	old := &archive.Drawing{Version: "0", Draw: same.Draw}
	for _, drawing := range []*archive.Drawing{old, same} {
		if _, err := opened(t, path, drawing).Draw(context.Background()); err != nil {
			t.Fatal(err)
		}
	}
	_, err := view.Open(context.Background(), opened(t, path, view.Drawing()), view.Options{})
	if ours, is := err.(*rashomon.Error); !is || ours.Kind != rashomon.ErrorCorrupt || ours.Place == "" {
		t.Errorf("got %v, want an error of kind %s with its place", err, rashomon.ErrorCorrupt)
	}
}
