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
	if len(l.weights) < 30 || len(l.alike) < 30 || len(l.words["correction"]) < 5 {
		t.Errorf("got %d weights, %d kinds that are alike and %d words, want at least 30, 30 and 5", len(l.weights), len(l.alike), len(l.words["correction"]))
	}
	for kind := range l.weights {
		if name, _, _ := strings.Cut(kind, "/"); name != strings.ToUpper(name) || strings.HasPrefix(kind, rashomon.TypeOccurrence) && name == kind {
			t.Errorf("%s is no type, nor a type and a mode", kind)
		}
	}
}
