package figure

import (
	"math"
	"strings"
	"testing"
	"unicode"

	"rashomon/rashomontest"
)

// FuzzSplit: words stand in the text in their order, without white space, and cover all letters and digits.
func FuzzSplit(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/*.cases") {
		f.Add(phrase)
	}
	f.Fuzz(func(t *testing.T, text string) {
		words, starts := splitAt(text)
		covered, last := 0, 0
		for i, word := range words {
			if word == "" || strings.ContainsFunc(word, unicode.IsSpace) || starts[i] < last || starts[i] >= len(text) {
				t.Fatalf("got the word %q at %d behind %d of %q", word, starts[i], last, text)
			}
			last = starts[i] + 1
			covered += count(word)
		}
		if want := count(strings.ToLower(text)); covered != want {
			t.Errorf("%q: got %d letters and digits in words, want %d", text, covered, want)
		}
	})
}

func count(text string) int {
	n := 0
	for _, r := range text {
		if unicode.IsLetter(r) || unicode.IsDigit(r) {
			n++
		}
	}
	return n
}

// FuzzDuration: a duration is no negative number of days.
func FuzzDuration(f *testing.F) {
	for _, s := range []string{"P1D", "PT24H", "P1NI", "P3W", "PT1S", "P1M", "PT1M", "P", "P1", "PXD", "P-1D", "1D", ""} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if days := daysIn(s); days < 0 || math.IsNaN(days) || math.IsInf(days, 0) {
			t.Errorf("%q: got %v days", s, days)
		}
	})
}

func TestDaysIn(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		duration string
		want     float64
	}{
		{"P1D", 1}, {"P5NI", 5}, {"PT24H", 1}, {"PT12H", 0.5}, {"P2W", 14}, {"P1M", 30}, {"PT30M", 1.0 / 48}, {"", 0},
		{"PXD", 0},
	} {
		if got := daysIn(test.duration); math.Abs(got-test.want) > 1e-9 {
			t.Errorf("%s: got %v days, want %v", test.duration, got, test.want)
		}
	}
}

func TestPrint(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		number float64
		want   string
	}{
		{0, "0"}, {2.5, "2.5"}, {12, "12"}, {1214, "1,214"}, {103.3, "103"}, {80000, "80,000"}, {9360000, "9.36 million"},
	} {
		if got := print(test.number); got != test.want {
			t.Errorf("got %s, want %s", got, test.want)
		}
	}
}

// TestAsNobody: what is denied of anybody is told of nobody.
func TestAsNobody(t *testing.T) {
	t.Parallel()
	for said, want := range map[string]string{
		"any civilian": "no civilian", "Any of the nurses": "none of the nurses", "any": "none", "anybody": "nobody", "anyone else": "nobody else",
	} {
		if got := asNobody(said); got != want {
			t.Errorf("%q: %q, want %q", said, got, want)
		}
	}
}
