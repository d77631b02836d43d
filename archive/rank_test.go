package archive

import (
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestVersionsAreOrderedAsPeopleCount(t *testing.T) {
	t.Parallel()
	want := []string{"", "1", "1.0", "1.9", "1.9.1", "1.10", "02", "2", "2-rc", "10", "v1", "v1.2", "v1.10"}
	got := slices.Clone(want)
	slices.Reverse(got)
	slices.SortFunc(got, compareVersions)
	if !slices.Equal(got, want) {
		t.Errorf("got %q, want %q", got, want)
	}
}

// TestVersionsAreOrdered: the order is one, so that the reading that is shown does not depend on which came first.
func TestVersionsAreOrdered(t *testing.T) {
	t.Parallel()
	version := rapid.StringMatching(`[0-9a.\-]{0,6}`)
	rapid.Check(t, func(t *rapid.T) {
		a, b, c := version.Draw(t, "a"), version.Draw(t, "b"), version.Draw(t, "c")
		if ab, ba := compareVersions(a, b), compareVersions(b, a); ab != -ba || (ab == 0) != (a == b) {
			t.Errorf("%q against %q: got %d, and %d the other way round", a, b, ab, ba)
		}
		if compareVersions(a, b) <= 0 && compareVersions(b, c) <= 0 && compareVersions(a, c) > 0 {
			t.Errorf("%q, %q, %q: each goes before the next, and the first not before the last", a, b, c)
		}
	})
}
