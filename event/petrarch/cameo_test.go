package petrarch

import (
	"slices"
	"testing"
)

// TestOntology loads data/cameo.txt: every code is its own meaning's, and no combination of two is a code that is none.
func TestOntology(t *testing.T) {
	t.Parallel()
	codes := cameo().byCode
	if len(codes) < 250 {
		t.Errorf("got %d codes, want 250 and more", len(codes))
	}
	for outer, a := range codes {
		if got := a.text(); got != outer {
			t.Errorf("%s: got %s back", outer, got)
		}
		for inner, b := range codes {
			got := combine(a, b).text()
			if _, known := codes[got]; got != "" && !known {
				t.Errorf("%s with %s in it: got %s, which is no code", outer, inner, got)
			}
		}
	}
}

func TestCombine(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name, outer, inner string
		denied             bool // the inner one
		want               string
	}{
		{"ask to aid", "020", "070", false, "023"},
		{"intend to aid with food", "030", "073", false, "0333"},
		{"demand to yield", "100", "080", false, "105"},
		{"threaten to fight", "130", "190", false, "138"},
		{"agree to lift sanctions", "050", "085", false, "085"},
		{"intend to consult", "030", "040", false, "040"},
		{"begin, which is nothing, to fight", "", "190", false, "190"},
		{"ask, with nothing in it", "020", "", false, "020"},
		{"not cooperate materially", "", "060", true, "121"},
		{"not cooperate in a way that has no code of its own", "", "051", true, "120"},
		{"a code of a dictionary that is none of CAMEO", "020", "x9", false, "x9"},
		{"a kind that is not known, within a category that is", "020", "0799", false, "023"},
		{"the same without anything above it", "", "0799", false, "0799"},
	} {
		inner := meaningOf(test.inner)
		if test.denied {
			inner = inner.deny()
		}
		if got := combine(meaningOf(test.outer), inner).text(); got != test.want {
			t.Errorf("%s: got %s, want %s", test.name, got, test.want)
		}
	}
}

func TestForms(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		stem string
		want []string
	}{
		{"ATTACK", []string{"ATTACK", "ATTACKS", "ATTACKED", "ATTACKING"}},
		{"ACCUSE", []string{"ACCUSE", "ACCUSES", "ACCUSED", "ACCUSING"}},
		{"DENY", []string{"DENY", "DENIES", "DENIED", "DENYING"}},
		{"DELAY", []string{"DELAY", "DELAYS", "DELAYED", "DELAYING"}},
		{"CLASH", []string{"CLASH", "CLASHES", "CLASHED", "CLASHING"}},
		{"AGREE", []string{"AGREE", "AGREES", "AGREED", "AGREEING"}},
	} {
		if got := verbForms(test.stem); !slices.Equal(got, test.want) {
			t.Errorf("%s: got %q, want %q", test.stem, got, test.want)
		}
	}
}

func TestDays(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want day
	}{
		{"20110705", 20110705}, {"110705", 20110705}, {"301231", 20301231}, {"310101", 19310101}, {"18970101", 18970101},
		{"20110231", 0}, {"2011", 0}, {"", 0}, {"2011070512", 0},
	} {
		if got, ok := readDay(test.text); got != test.want || ok != (test.want != 0) {
			t.Errorf("%q: got %d, %t, want %d", test.text, got, ok, test.want)
		}
	}
	for text, want := range map[string]day{"2011": 20110101, "2011-07": 20110701, "2011-07-05T14:30": 20110705, "soon": 0, "": 0} {
		if got := publicationDay(text); got != want {
			t.Errorf("%q: got %d, want %d", text, got, want)
		}
	}
}

func TestWords(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		text string
		want []string
	}{
		{"Barad-dur", []string{"BARAD", "DUR"}},
		{"U.N.", []string{"U.N."}},
		{"n’t", []string{"N'T"}},
		{"-", nil},
		{"(fisheries,", []string{"(", "FISHERIES", ","}},
	} {
		if got := split(test.text); !slices.Equal(got, test.want) {
			t.Errorf("%q: got %q, want %q", test.text, got, test.want)
		}
	}
	for _, class := range []wordClass{classArticle, classDenial, classBy, classPassiveSource, classPassiveTarget} {
		if len(class.words()) == 0 {
			t.Errorf("data/words.txt has no %s", class)
		}
	}
}
