package prediction

import (
	"strings"
	"testing"
)

// TestLoad reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestLoad(t *testing.T) {
	t.Parallel()
	l, err := load()
	if err != nil {
		t.Fatal(err)
	}
	entries, scales := 0, map[string]map[int]bool{}
	for _, all := range l.entries {
		entries += len(all)
		for _, e := range all {
			if scales[e.scale] == nil {
				scales[e.scale] = map[int]bool{}
			}
			scales[e.scale][e.end] = true
		}
	}
	if len(l.classes) < 30 || entries < 500 || len(scales) < 30 {
		t.Errorf("got %d classes, %d entries and %d scales, want at least 30, 500 and 30", len(l.classes), entries, len(scales))
	}
	for scale, ends := range scales {
		if len(ends) != 2 {
			t.Errorf("%s: got %d ends, want 2", scale, len(ends))
		}
	}
	for scale := range l.classes["general"].All() {
		if scales[scale] == nil {
			t.Errorf("general: there is no scale %q", scale)
		}
	}
}

// TestEntriesAreConsistent demands that no words stand at both ends of a scale, and none twice at one.
func TestEntriesAreConsistent(t *testing.T) {
	t.Parallel()
	seen := map[string]bool{}
	for _, all := range known().entries {
		for _, e := range all {
			key := e.scale + " " + string(e.form) + " " + strings.Join(e.words, ",")
			if seen[key] {
				t.Errorf("%s stands twice", key)
			}
			seen[key] = true
		}
	}
}
