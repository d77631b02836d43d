package dating

import (
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rashomon"
)

// aSet draws days of some years.
var aSet = rapid.Custom(func(t *rapid.T) set {
	var all []stretch
	for range rapid.IntRange(0, 6).Draw(t, "stretches") {
		first := rapid.IntRange(dayOf(1990, 1, 1), dayOf(1992, 1, 1)).Draw(t, "first")
		all = append(all, stretch{first, first + rapid.IntRange(-2, 300).Draw(t, "more days")})
	}
	return newSet(all...)
})

func (s set) has(day int) bool {
	return slices.ContainsFunc(s, func(one stretch) bool { return one.first <= day && day <= one.last })
}

// TestSetLaws: a day is in an intersection where it is in both sets; stretches are in order, with a day or more between.
func TestSetLaws(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		a, b := aSet.Draw(t, "a"), aSet.Draw(t, "b")
		both := a.intersect(b)
		for day := dayOf(1989, 12, 1); day < dayOf(1993, 1, 1); day++ {
			if got, want := both.has(day), a.has(day) && b.has(day); got != want {
				t.Fatalf("day %d: got %v, want %v", day, got, want)
			}
		}
		for i := range both {
			if both[i].last < both[i].first || i > 0 && both[i].first <= both[i-1].last+1 {
				t.Fatalf("got %v, want stretches in order", both)
			}
		}
	})
}

func aClue(t *rapid.T) clue {
	from := rapid.IntRange(0, 50).Draw(t, "where")
	span := rashomon.Span{Start: from, End: from + 1}
	return clue{Evidence: rashomon.Evidence{Span: span, Rule: "x", Reason: "y"}, days: aSet.Draw(t, "days")}
}

// TestEvidenceOnlyNarrows: a further clue leaves no day that was not left before, and the order of clues does not matter.
func TestEvidenceOnlyNarrows(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		clues := rapid.SliceOfN(rapid.Custom(aClue), 1, 6).Draw(t, "clues")
		before, _ := solve(clues[1:])
		after, needed := solve(clues)
		for _, one := range after {
			if days := (set{one}); len(clues) > 1 && !slices.Equal(days.intersect(before), days) {
				t.Fatalf("got %v, want nothing outside of %v", after, before)
			}
		}
		if again := allowed(needed); len(after) > 0 && !slices.Equal(again, after) {
			t.Fatalf("the clues given leave %v, want %v", again, after)
		}
		slices.Reverse(clues)
		if reversed, _ := solve(clues); !slices.Equal(reversed, after) {
			t.Fatalf("got %v in the other order, want %v", reversed, after)
		}
	})
}

// TestClues: what contradicts itself leaves nothing, and what others replace is left out.
func TestClues(t *testing.T) {
	t.Parallel()
	of := func(start int, days set) clue {
		return clue{Evidence: rashomon.Evidence{Span: rashomon.Span{Start: start, End: start + 1}}, days: days}
	}
	if days, clues := solve([]clue{of(0, from(100)), of(1, until(99))}); days != nil || clues != nil {
		t.Errorf("got %v and %v, want nothing", days, clues)
	}
	days, clues := solve([]clue{of(3, from(50)), of(2, from(100)), of(1, until(200)), of(0, until(300))})
	if want := newSet(stretch{100, 200}); !slices.Equal(days, want) {
		t.Errorf("got %v, want %v", days, want)
	}
	if len(clues) != 2 || clues[0].Span.Start != 1 || clues[1].Span.Start != 2 {
		t.Errorf("got %v, want the second and the third", clues)
	}
}

func TestBounds(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		date        string
		first, last int
		ok          bool
	}{
		{"1970", 0, 364, true}, {"1970-02", 31, 58, true}, {"1970-01-03", 2, 2, true}, {"1970-01-03T12:00", 2, 2, true},
		{"", 0, 0, false}, {"XXXX-01-03", 0, 0, false},
	} {
		first, last, ok := bounds(test.date)
		if first != test.first || last != test.last || ok != test.ok {
			t.Errorf("%q: got %d, %d, %v, want %d, %d, %v", test.date, first, last, ok, test.first, test.last, test.ok)
		}
	}
}

// TestData loads the files and looks at what a mistake in them would break.
func TestData(t *testing.T) {
	t.Parallel()
	k, err := load()
	if err != nil {
		t.Fatal(err)
	}
	for _, o := range k.occasions {
		if !slices.IsSorted(o.days) || len(o.days) < 2 {
			t.Errorf("%s %v: the days are not in order, or too few", o.country, o.names)
		}
	}
	for i, one := range k.resolutions {
		if i > 0 && (one.year != k.resolutions[i-1].year+1 || one.last <= k.resolutions[i-1].last) {
			t.Errorf("resolutions of %d: %d, not more than the year before", one.year, one.last)
		}
	}
	for name, entries := range k.terms {
		for _, entry := range entries {
			term := entry.Terms[0]
			first, _, _ := bounds(term.From)
			if _, last, ok := bounds(term.To); ok && last < first {
				t.Errorf("%s: %s ends before it begins", name, term)
			}
		}
	}
}
