package dating_test

import (
	"bytes"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
	"rashomon/source"
)

// phrases are the texts of the case files.
func phrases(t testing.TB) []string {
	paths, err := filepath.Glob("testdata/*.cases")
	if err != nil || len(paths) == 0 {
		t.Fatal(paths, err)
	}
	var all []string
	for _, path := range paths {
		data, err := os.ReadFile(path)
		if err != nil {
			t.Fatal(err)
		}
		for line := range bytes.Lines(data) {
			if text := strings.TrimSpace(string(line)); strings.HasSuffix(text, ".") && text[0] != '#' {
				all = append(all, text)
			}
		}
	}
	return all
}

// TestKnownDayIsNotDeduced: of a document that tells its day of publication nothing is deduced, and its times are what they are.
func TestKnownDayIsNotDeduced(t *testing.T) {
	t.Parallel()
	for _, text := range phrases(t) {
		doc := read(t, text, "1999-09-09")
		if len(doc.Written) > 0 || len(doc.Evidence) > 0 {
			t.Errorf("%q: got %v, want nothing", text, doc.Written)
		}
		for _, timex := range doc.Timexes {
			if timex.Anchor == rashomon.AnchorDeduced {
				t.Errorf("%q: got %+v, want no time deduced", text, timex)
			}
		}
	}
}

// TestDeducedAsIfKnown: see checkAsIfKnown.
func TestDeducedAsIfKnown(t *testing.T) {
	t.Parallel()
	for _, text := range phrases(t) {
		checkAsIfKnown(t, text)
	}
}

// checkAsIfKnown: a value deduced is the one that the time has if the document is known to be published on any of the days on which
// it may have been written.
func checkAsIfKnown(t *testing.T, text string) {
	t.Helper()
	doc := read(t, text, "")
	for _, days := range doc.Written {
		for _, day := range []string{days.From, days.To} {
			if day == "" {
				continue
			}
			known := read(t, text, day)
			for i, timex := range doc.Timexes {
				if timex.Anchor == rashomon.AnchorDeduced && timex.Value != known.Timexes[i].Value {
					t.Errorf("%q on %s: got %q, want %q", doc.QuoteSpan(timex.Span), day, timex.Value, known.Timexes[i].Value)
				}
			}
		}
	}
}

// FuzzFind: the law holds of any text, and what is found is sound.
func FuzzFind(f *testing.F) {
	for _, text := range phrases(f) {
		f.Add(text)
	}
	f.Fuzz(func(t *testing.T, text string) {
		if _, err := source.Parse(original(text)); len(text) > 2000 || err != nil {
			t.Skip("long, or no text")
		}
		checkAsIfKnown(t, text)
	})
}
