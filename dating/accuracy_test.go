package dating_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/timex"
)

// TestAccuracy hides the day of publication of reports and counts how many of them have been bounded by what they say, in
// how many the true day lies within the bounds, and how many of the values deduced are those that the times have with the
// day known.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	for _, bench := range []struct {
		path  string
		every int // document
	}{{"polnear/dev.jsonl", 1}, {"polnear/train.jsonl", 6}, {"time/meantime-dev.jsonl", 1}} {
		var total score
		number := 0
		rashomontest.EachLine(t, rashomontest.Bench(t, filepath.FromSlash(bench.path)), func(line []byte) {
			if number++; number%bench.every > 0 {
				return
			}
			var of struct{ Text, Published string }
			if err := json.Unmarshal(line, &of); err != nil {
				t.Fatal(err)
			}
			doc := parse(t, of.Text)
			doc.Details = nil
			fill(t, doc)
			total.add(doc, of.Published[:len("2006-01-02")])
		})
		fmt.Fprintf(&report, "# %s, one of %d documents\n%v", bench.path, bench.every, total)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

type score struct {
	documents, bounded, right int
	open, deduced, same       int // times
}

func (s *score) add(doc *rashomon.Document, published string) {
	s.documents++
	if len(doc.Written) > 0 {
		s.bounded++
	}
	for _, days := range doc.Written {
		if days.From <= published && (days.To == "" || published <= days.To) {
			s.right++
		}
	}
	dated := *doc
	dated.Details = []rashomon.Detail{given(published)}
	known := timex.Find(&dated)
	for i, found := range doc.Timexes {
		switch found.Anchor {
		case rashomon.AnchorUnknown:
			s.open++
		case rashomon.AnchorDeduced:
			s.deduced++
			if i < len(known) && known[i].Value == found.Value {
				s.same++
			}
		}
	}
}

func (s score) String() string {
	return fmt.Sprintf(
		"documents: %d; bounded: %d, the day within the bounds: %d\ntimes left open: %d; deduced: %d, as with the day known: %d\n",
		s.documents, s.bounded, s.right, s.open, s.deduced, s.same)
}
