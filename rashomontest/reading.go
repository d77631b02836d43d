package rashomontest

import (
	"encoding/json"
	"os"
	"path/filepath"
	"strings"
	"testing"

	"rashomon"
)

// A Stretch is a range of code points of a text, as annotations count; an empty one is nowhere.
type Stretch struct{ Begin, End int }

// InBytes returns stretches of a text as extents, without those that are nowhere.
func InBytes(text string, stretches ...Stretch) []rashomon.Extent {
	offsets := make([]int, 0, len(text)+1) // before each code point, and at the end
	for i := range text {
		offsets = append(offsets, i)
	}
	offsets = append(offsets, len(text))
	var out []rashomon.Extent
	for _, s := range stretches {
		if s.Begin < s.End {
			out = append(out, rashomon.Extent{Start: offsets[s.Begin], End: offsets[s.End]})
		}
	}
	return out
}

// A Reading is what a careful reader found in one of the accounts of the bench of that name.
type Reading struct {
	Account  string // its number: "004"
	Text     string
	Entities []struct {
		ID       string
		Mentions []Stretch
	}
	Statements []struct {
		ID, Within, Holder string
		Source             Stretch
		Content            []Stretch
	}
	Events []struct {
		Stretch
		Type   string
		Status rashomon.Status
		Actors []string
	}
	Labels []struct {
		Stretch
		Valence int
	}
}

// Readings returns the readings of one of the two readers, "a" or "b", in the order of the accounts. What he says across
// accounts is not among them.
func Readings(t testing.TB, reader string) []Reading {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(Bench(t, "accounts", reader), "[0-9]*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no readings of accounts (%v)", err)
	}
	readings := make([]Reading, len(paths))
	for i, path := range paths {
		data, err := os.ReadFile(path)
		if err == nil {
			err = json.Unmarshal(data, &readings[i])
		}
		if err != nil {
			t.Fatalf("%s: %v", path, err)
		}
		readings[i].Account = strings.TrimSuffix(filepath.Base(path), ".json")
	}
	return readings
}

// Mentions returns where each entity of a reading, by its id, is mentioned.
func (r Reading) Mentions() map[string][]rashomon.Extent {
	mentions := map[string][]rashomon.Extent{}
	for _, e := range r.Entities {
		mentions[e.ID] = InBytes(r.Text, e.Mentions...)
	}
	return mentions
}

// Original returns the text of the account, which lies beside the benches: its name begins with that of its readings. The
// test is skipped where it is not there.
func (r Reading) Original(t testing.TB) rashomon.Original {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(Bench(t, "..", "seeds"), r.Account+"_*.txt"))
	if err != nil || len(paths) != 1 {
		t.Skipf("SKIPPED: the text of account %s is not here: %d files (%v)", r.Account, len(paths), err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return rashomon.Original{Bytes: data, Format: rashomon.FormatText, Name: r.Account}
}
