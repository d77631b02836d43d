package silence

import (
	"strings"
	"testing"

	"rashomon"
)

// TestLoad reads every data file. The counts are what the files held when they were last extended, rounded down.
func TestLoad(t *testing.T) {
	t.Parallel()
	l, err := load()
	if err != nil {
		t.Fatal(err)
	}
	if weights, alike, words := len(l.weights), len(l.alike), l.words["correction"].Len(); weights < 30 || alike < 30 || words < 5 {
		t.Errorf("got %d weights, %d kinds that are alike and %d words, want at least 30, 30 and 5", weights, alike, words)
	}
	for kind := range l.weights {
		name, _, hasMode := strings.Cut(kind, "/")
		if name != strings.ToUpper(name) || name == rashomon.TypeOccurrence && !hasMode {
			t.Errorf("%s is no type, nor a type and a mode", kind)
		}
	}
}
