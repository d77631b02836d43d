package attribution_test

import (
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/score"
)

// A saying is a statement as whole readings are compared: by extents of the text.
type saying struct {
	content rashomon.Extent // from the first word to the last
	source  rashomon.Extent
	holder  []rashomon.Extent // its mentions
	within  *saying
}

// The rules by which a saying found is one that is wanted, each stricter than the one before.
var sayingRules = []struct {
	name string
	fit  func(wanted, found *saying) bool
}{
	{"sayings", (*saying).fitsContent},
	{"sayings and holder", (*saying).fitsHolder},
	{"sayings and nesting", (*saying).fitsNesting},
}

// fitsContent: the contents share half or more of the shorter one.
func (s *saying) fitsContent(found *saying) bool {
	shorter := min(s.content.Len(), found.content.Len())
	return shorter > 0 && 2*common(s.content, found.content) >= shorter
}

// fitsHolder: besides, the sources overlap, or mentions of the holders do, or neither has a source.
func (s *saying) fitsHolder(found *saying) bool {
	return s.fitsContent(found) && (s.source.Empty() && found.source.Empty() ||
		common(s.source, found.source) > 0 || overlapping(s.holder, found.holder))
}

func overlapping(some, others []rashomon.Extent) bool {
	return slices.ContainsFunc(some, func(a rashomon.Extent) bool {
		return slices.ContainsFunc(others, func(b rashomon.Extent) bool { return common(a, b) > 0 })
	})
}

// fitsNesting: besides, neither stands within another, or both do, within such as fit by their contents.
func (s *saying) fitsNesting(found *saying) bool {
	return s.fitsHolder(found) && (s.within == nil) == (found.within == nil) &&
		(s.within == nil || s.within.fitsContent(found.within))
}

// measureSayings compares what is found in the accounts with each of two readings of them.
func measureSayings(t *testing.T, out io.Writer) {
	t.Helper()
	found := map[string][]*saying{}
	var a, b [3]score.Count // in the order of sayingRules
	for _, path := range readings(t, "a") {
		name := filepath.Base(path)
		first, second := loadReading(t, path), loadReading(t, rashomontest.Bench(t, "accounts", "b", name))
		if first.Text != second.Text {
			t.Fatalf("%s: the two readings are of different texts", name)
		}
		found[name] = foundSayings(readAccount(t, strings.TrimSuffix(name, ".json"), first.Text))
		for i, rule := range sayingRules {
			a[i].Add(countSayings(first.sayings(), found[name], rule.fit))
			b[i].Add(countSayings(second.sayings(), found[name], rule.fit))
		}
	}
	fmt.Fprintf(out, "\n# accounts: F1 against each of two readings, and the mean\n")
	for i, rule := range sayingRules {
		f, g := 100*a[i].F1(), 100*b[i].F1()
		fmt.Fprintf(out, "%-34s a %.2f  b %.2f  mean %.2f\n", rule.name, f, g, (f+g)/2)
	}
}

func countSayings(wanted, found []*saying, fit func(wanted, found *saying) bool) score.Count {
	return score.Count{Right: len(score.PairMost(wanted, found, fit)), Found: len(found), Wanted: len(wanted)}
}

// readings returns the files of a reading, one for each account. What it says across accounts is not of them.
func readings(t *testing.T, reader string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, "accounts", reader), "[0-9]*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no readings of accounts (%v)", err)
	}
	return paths
}

// readAccount reads the text of an account, which lies beside the benches. Its name begins with that of its readings.
func readAccount(t *testing.T, name, text string) *rashomon.Document {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, "..", "seeds"), name+"_*.txt"))
	if err != nil || len(paths) != 1 {
		t.Skipf("SKIPPED: the text of account %s is not here: %d files (%v)", name, len(paths), err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	return readOriginal(t, rashomon.Original{Bytes: data, Format: rashomon.FormatText, Name: name}, text)
}

func foundSayings(doc *rashomon.Document) []*saying {
	out := make([]*saying, len(doc.Statements))
	for i, s := range doc.Statements {
		out[i] = &saying{
			content: whole(contentExtents(doc, s)), source: doc.Extent(s.Source), holder: holderMentions(doc, s),
		}
	}
	for i, s := range doc.Statements {
		if s.Within != rashomon.None {
			out[i].within = out[s.Within]
		}
	}
	return out
}

// whole returns the extent from the first of some to the last.
func whole(extents []rashomon.Extent) rashomon.Extent {
	all := extents[0]
	for _, e := range extents[1:] {
		all = rashomon.Extent{Start: min(all.Start, e.Start), End: max(all.End, e.End)}
	}
	return all
}

// An accountReading is what somebody found in an account.
type accountReading struct {
	Text     string
	Entities []struct {
		ID       string
		Mentions []stretch
	}
	Statements []struct {
		ID, Within, Holder string
		Source             *stretch
		Content            []stretch
	}
}

func loadReading(t *testing.T, path string) accountReading {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var reading accountReading
	if err := json.Unmarshal(data, &reading); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return reading
}

// sayings returns the statements that have a content.
func (r accountReading) sayings() []*saying {
	mentions := map[string][]rashomon.Extent{}
	for _, e := range r.Entities {
		mentions[e.ID] = extents(r.Text, e.Mentions)
	}
	var out []*saying
	named := map[string]*saying{}
	for _, s := range r.Statements {
		if len(s.Content) == 0 {
			continue
		}
		said := &saying{content: whole(extents(r.Text, s.Content)), holder: mentions[s.Holder]}
		if s.Source != nil {
			said.source = extents(r.Text, []stretch{*s.Source})[0]
		}
		out, named[s.ID] = append(out, said), said
	}
	for _, s := range r.Statements {
		if said := named[s.ID]; said != nil {
			said.within = named[s.Within]
		}
	}
	return out
}
