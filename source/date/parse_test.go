package date

import (
	"fmt"
	"testing"
	"time"

	"pgregory.net/rapid"

	"rashomon/rashomontest"
)

func TestTimeCases(t *testing.T) {
	t.Parallel()
	rashomontest.RunCases(t, "testdata/times.cases", func(c rashomontest.Case) []rashomontest.Finding {
		value, ok := Parse(c.Phrase)
		if !ok {
			return nil
		}
		return []rashomontest.Finding{{Start: 0, End: len(c.Phrase), Value: value}}
	})
}

// TestTimesAreReadBack writes times in the layouts of the standard library: none loses a second or gains a zone.
func TestTimesAreReadBack(t *testing.T) {
	t.Parallel()
	layouts := map[string]string{
		time.RFC1123Z: time.RFC3339, time.RFC3339Nano: time.RFC3339, time.RubyDate: time.RFC3339, time.RFC822Z: "2006-01-02T15:04:00Z07:00",
		time.ANSIC: "2006-01-02T15:04:05", time.DateTime: "2006-01-02T15:04:05", time.DateOnly: time.DateOnly,
		"January 2, 2006 3:04 PM": "2006-01-02T15:04", "2 Jan 2006": time.DateOnly, "2006-01": "2006-01",
	}
	rapid.Check(t, func(t *rapid.T) {
		zone := time.FixedZone("", 15*60*rapid.IntRange(-48, 56).Draw(t, "quarters of an hour"))
		at := time.Unix(rapid.Int64Range(0, 2_500_000_000).Draw(t, "seconds"), 0).In(zone)
		for layout, form := range layouts {
			if layout == time.RFC822Z && (at.Year() < 1950 || at.Year() > 2049) {
				continue
			}
			if got, ok := Parse(at.Format(layout)); !ok || got != at.Format(form) {
				t.Fatalf("%q: got %q, %v, want %q", at.Format(layout), got, ok, at.Format(form))
			}
		}
	})
}

// FuzzTime states that what is understood is a time that exists, in a form that is understood as itself.
func FuzzTime(f *testing.F) {
	for _, phrase := range rashomontest.Phrases(f, "testdata/times.cases") {
		f.Add(phrase)
	}
	f.Fuzz(func(t *testing.T, s string) {
		value, ok := Parse(s)
		if !ok {
			if value != "" {
				t.Fatalf("%q: got %q though it was not understood", s, value)
			}
			return
		}
		if again, ok := Parse(value); !ok || again != value {
			t.Fatalf("%q: %q is read back as %q, %v", s, value, again, ok)
		}
		if err := parsesAsTime(value); err != nil {
			t.Fatalf("%q: %v", s, err)
		}
	})
}

func parsesAsTime(value string) error {
	for _, layout := range []string{"2006", "2006-01", time.DateOnly, "2006-01-02T15:04", "2006-01-02T15:04:05", time.RFC3339} {
		if _, err := time.Parse(layout, value); err == nil {
			return nil
		}
	}
	return fmt.Errorf("%q is in none of the forms of a time", value)
}
