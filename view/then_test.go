package view_test

import (
	"context"
	"path/filepath"
	"slices"
	"testing"

	"rashomon/view"
)

// TestOpenThen: what was known on a day is the same whether it is made from nothing or taken from an earlier view, and is taken from one
// while nothing of it changes.
func TestOpenThen(t *testing.T) {
	t.Parallel()
	ctx := context.Background()
	entries, drawing := stories(t, 12)
	a := opened(t, filepath.Join(t.TempDir(), "test.db"), drawing)
	if _, err := a.Put(ctx, entries); err != nil {
		t.Fatal(err)
	}
	open := func(options view.Options) *view.View {
		v, err := view.Open(ctx, a, options)
		if err != nil {
			t.Fatal(err)
		}
		return v
	}
	all := open(view.Options{})
	digests := slices.Clone(all.Digests)
	days := []string{}
	for _, d := range digests {
		days = append(days, d.Published)
	}
	slices.Sort(days)
	day := days[len(days)/2][:len("2017-03-27")]
	want := open(view.Options{KnownOn: day})
	if len(want.Digests) == 0 || len(want.LeftOut) == 0 || all.Known(day) != len(want.Digests) {
		t.Fatalf("%d documents known on %s, %d not", len(want.Digests), day, len(want.LeftOut))
	}
	then := func(earlier ...*view.View) *view.View {
		v, err := view.OpenThen(ctx, a, day, earlier...)
		if err != nil {
			t.Fatal(err)
		}
		if v.Later != earlier[0] {
			t.Error("not before the view of all")
		}
		return v
	}
	made := then(all)
	wantSame(t, made, want)
	remove := func(document string) {
		if err := a.Remove(ctx, document, "a reader", "a test"); err != nil {
			t.Fatal(err)
		}
	}
	remove(want.LeftOut[0].Document)
	again := then(open(view.Options{}), made)
	if wantSame(t, again, want); again.Ground != made.Ground {
		t.Error("it was made again though nothing of it has changed")
	}
	remove(want.Digests[0].Document)
	other := then(open(view.Options{}), again)
	if wantSame(t, other, open(view.Options{KnownOn: day})); other.Ground == made.Ground {
		t.Error("it was not made again though a document of it is gone")
	}
}
