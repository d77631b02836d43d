package pair

import (
	"slices"
	"strings"
	"testing"
)

// TestWeights: every sign has a weight, and what speaks for one happening speaks for it.
func TestWeights(t *testing.T) {
	t.Parallel()
	weights, err := readWeights()
	if err != nil {
		t.Fatal(err)
	}
	for i, name := range SignNames {
		if name == "" || slices.Index(SignNames[:], name) != i || weights[i] == 0 {
			t.Errorf("sign %d, %q: weight %v", i, name, weights[i])
		}
	}
	for _, sign := range []int{signFine, signFamily, signOutcome, signSameDay, signText} {
		if weights[sign] <= 0 {
			t.Errorf("%s: got %v, want more than 0", SignNames[sign], weights[sign])
		}
	}
	for _, sign := range []int{signOtherTime, signOtherSure, signPlaces} {
		if weights[sign] >= 0 {
			t.Errorf("%s: got %v, want less than 0", SignNames[sign], weights[sign])
		}
	}
}

func telling(lemma string, t interval) *Telling {
	told := Telling{families: families(lemma), time: t}
	told.outcomes, told.wholes = lexicon().outcomes(told.families)
	return &told
}

func TestSigns(t *testing.T) {
	t.Parallel()
	first := interval{"2003-04-01", "2003-04-01", surest}
	for _, c := range []struct {
		name string
		a, b *Telling
		want string
	}{
		{"two words for one", telling("volley", first), telling("gunfire", first), "same family, same day"},
		{"deed and outcome", telling("bombing", first), telling("die", interval{}), "outcome"},
		{"days later", telling("shoot", first), telling("injure", interval{"2003-04-04", "2003-04-04", 1}), "outcome, same week"},
		{"another month", telling("marriage", first), telling("wedding", interval{"2003-06-01", "2003-06-01", surest}), "same family, other time, sure"},
		{"nothing in common", telling("marry", first), telling("flood", first), ""},
		{"of another time, hardly sure", telling("marriage", first), telling("wedding", interval{"2003-06-01", "2003-06-01", 1}), "same family, other time"},
	} {
		var f Features
		for _, s := range []Signs{signsOf(&f, 0, c.a, c.b), signsOf(&f, 0, c.b, c.a)} {
			var got []string
			for i := signFamily; i <= signOtherSure; i++ {
				if s[i] != 0 {
					got = append(got, SignNames[i])
				}
			}
			if strings.Join(got, ", ") != c.want {
				t.Errorf("%s: got %q, want %q", c.name, got, c.want)
			}
		}
	}
}

// TestHarm: what harm comes to one person by name is one happening, whatever words tell it, unless both times are sure.
func TestHarm(t *testing.T) {
	t.Parallel()
	of := func(name, lemma string, when interval) *Telling {
		told := telling(lemma, when)
		told.arguments = []argument{{slot: slotPatient, head: none, party: name, named: true, person: true, single: true}}
		return told
	}
	spring, autumn := interval{"2003-04-01", "2003-04-01", surest}, interval{"2003-10-01", "2003-10-01", 1}
	for name, c := range map[string]struct {
		a, b *Telling
		want bool
	}{
		"one person":              {of("p1", "die", spring), of("p1", "shoot dead", spring), true},
		"a time hardly sure":      {of("p1", "die", spring), of("p1", "shoot dead", autumn), true},
		"two times that are sure": {of("p1", "die", spring), of("p1", "die", interval{"2003-10-01", "2003-10-01", surest}), false},
		"two persons":             {of("p1", "die", spring), of("p2", "die", spring), false},
		"no harm":                 {of("p1", "appoint", spring), of("p1", "die", spring), false},
	} {
		if got := c.a.sameHarm(c.b); got != c.want {
			t.Errorf("%s: got %v, want %v", name, got, c.want)
		}
	}
}
