package view_test

import (
	"context"
	"testing"
	"time"

	"github.com/google/go-cmp/cmp"

	"rashomon"
	"rashomon/archive"
	"rashomon/rashomontest"
	"rashomon/view"
)

// openedBy opens an archive by a program.
func openedBy(t *testing.T, path, program string) *archive.Archive {
	t.Helper()
	a, err := archive.Open(context.Background(), path, archive.Options{
		Now: time.Now, Version: "test", Drawing: view.Drawing(), Maker: func() []byte { return []byte(program) },
	})
	if err != nil {
		t.Fatal(err)
	}
	t.Cleanup(func() { _ = a.Close() })
	return a
}

// looked opens a view, and tells whether it had to be made.
func looked(t *testing.T, a *archive.Archive, wantMade bool) *view.View {
	t.Helper()
	v, err := view.Open(context.Background(), a, view.Options{})
	if err != nil {
		t.Fatal(err)
	}
	if v.IsUnkept() != wantMade {
		t.Fatalf("got made anew: %t, want %t", v.IsUnkept(), wantMade)
	}
	return v
}

func keep(t *testing.T, a *archive.Archive, v *view.View) {
	t.Helper()
	if err := v.Keep(context.Background(), a); err != nil {
		t.Fatal(err)
	}
}

// wantSame demands that pages show the same of two views.
func wantSame(t *testing.T, got, want *view.View) {
	t.Helper()
	if diff := cmp.Diff(want.Comparison, got.Comparison); diff != "" {
		t.Errorf("comparison (-want +got): %s", diff)
	}
	if diff := cmp.Diff(want.Unapplied, got.Unapplied); diff != "" {
		t.Errorf("corrections that do not apply (-want +got): %s", diff)
	}
	for i, h := range want.Comparison.Happenings {
		if diff := cmp.Diff(want.Dossier(h), got.Dossier(got.Comparison.Happenings[i])); diff != "" {
			t.Fatalf("happening %s (-want +got): %s", h.ID, diff)
		}
	}
	for i, p := range want.Comparison.Parties {
		if diff := cmp.Diff(want.Portrait(p), got.Portrait(got.Comparison.Parties[i])); diff != "" {
			t.Fatalf("party %s (-want +got): %s", p.ID, diff)
		}
	}
	if diff := cmp.Diff(want.Matrix(), got.Matrix()); diff != "" {
		t.Errorf("matrix (-want +got): %s", diff)
	}
}

// TestKeptViews: what the archive keeps of a view is that view, is taken for no other, and is made again where it does not fit.
func TestKeptViews(t *testing.T) {
	t.Parallel()
	path, _ := filled(t)
	a := openedBy(t, path, "p")
	made := looked(t, a, true)
	keep(t, a, made)
	wantSame(t, looked(t, a, false), made)
	looked(t, openedBy(t, path, "q"), true)
	narrow, err := view.Open(context.Background(), a, view.Options{Happened: view.Days{From: "1900", To: "1901"}})
	if err != nil || narrow.IsUnkept() || len(narrow.Comparison.Differences) > 0 {
		t.Errorf("got %d differences of days on which nothing happened, %v", len(narrow.Comparison.Differences), err)
	}

	d := made.Comparison.Differences[0]
	if _, _, err := a.Correct(context.Background(), rashomon.Correction{
		Kind: rashomon.CorrectionDismiss, Author: "a reader", Reason: "a test",
		Targets: []rashomon.Target{{Kind: rashomon.TargetDifference, Rule: d.Rule,
			Passages: []rashomon.Passage{d.A.Passage, d.B.Passage}}},
	}); err != nil {
		t.Fatal(err)
	}
	corrected := looked(t, a, true)
	keep(t, a, corrected)
	wantSame(t, looked(t, a, false), corrected)
	if got, want := len(corrected.Comparison.Differences), len(made.Comparison.Differences)-1; got != want {
		t.Errorf("got %d differences, want %d", got, want)
	}

	if err := a.Remove(context.Background(), made.Digests[0].Document, "a reader", "a test"); err != nil {
		t.Fatal(err)
	}
	keep(t, a, corrected) // of what the archive held before
	looked(t, a, true)
}

// TestDamagedViews: what is damaged is made again.
func TestDamagedViews(t *testing.T) {
	t.Parallel()
	path, _ := filled(t)
	a := openedBy(t, path, "p")
	keep(t, a, looked(t, a, true))
	if _, err := rashomontest.Database(t, path).Exec(`UPDATE composite SET packed = sha256`); err != nil {
		t.Fatal(err)
	}
	looked(t, a, true)
}
