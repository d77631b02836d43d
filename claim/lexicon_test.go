package claim

import (
	"strings"
	"testing"
)

// TestLexicon reads all data files, and demands that people are told in words of every class and of every feature
// that has weights.
func TestLexicon(t *testing.T) {
	t.Parallel()
	l, err := readLexicon()
	if err != nil {
		t.Fatal(err)
	}
	m, err := readModel()
	if err != nil {
		t.Fatal(err)
	}
	if len(l.classed) == 0 || len(l.phrases) == 0 || len(l.equivalents) == 0 || len(l.opposites) == 0 || len(m) == 0 {
		t.Error("a file is empty")
	}
	classes := map[string]bool{}
	for word, list := range l.classed {
		if word != strings.ToLower(word) {
			t.Errorf("%q is not in lower case", word)
		}
		for _, c := range list {
			classes[c.class] = true
		}
	}
	for _, list := range l.phrases {
		for _, p := range list {
			if !classes[p.class] {
				t.Errorf("phrases.txt: no word has the class %q", p.class)
			}
		}
	}
	for class := range classes {
		if l.reasons[class] == "" || !strings.HasPrefix(class, negation) && l.reasons[class+" on"] == "" {
			t.Errorf("reasons.txt: nothing tells of %q, alone and on a claim", class)
		}
	}
	for feature := range m {
		if l.reason(feature) == "" {
			t.Errorf("reasons.txt: nothing tells of %q", feature)
		}
	}
}

// TestOpposites: what is of one meaning is not opposite.
func TestOpposites(t *testing.T) {
	t.Parallel()
	for pair := range known().opposites {
		if areEquivalent(pair[0], pair[1]) {
			t.Errorf("%q and %q are of one meaning and opposites", pair[0], pair[1])
		}
	}
}
