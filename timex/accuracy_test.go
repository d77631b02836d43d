package timex_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/syntax"
	"rashomon/timex"
)

// An annotated is a document of the bench of time expressions; offsets count code points.
type annotated struct {
	Text, Published string
	Times           []annotatedTime
}

type annotatedTime struct {
	Begin, End  int
	Type, Value string
}

// TestAccuracy measures extents, types and values on the development parts of WikiWars and MEANTIME, as TempEval-3
// does (UzZaman et al. 2013, task A): strict extents are the same, relaxed ones overlap, types and values are compared
// where extents overlap. The rules were written with these two sets in view, so that a little less is to be expected
// elsewhere.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	for _, name := range []string{"wikiwars-dev", "meantime-dev"} {
		var total score
		rashomontest.EachLine(t, rashomontest.Bench(t, "time", name+".jsonl"), func(line []byte) {
			var want annotated
			if err := json.Unmarshal(line, &want); err != nil {
				t.Fatal(err)
			}
			total.add(want.Times, read(parser, want))
		})
		fmt.Fprintf(&report, "# %s\n%v", name, total)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// read returns the times that are found in a document of the bench, in its own terms.
func read(parser *syntax.Parser, want annotated) []annotatedTime {
	doc := &rashomon.Document{Text: want.Text}
	doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: want.Published, Rule: "given"}}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	parser.Parse(doc)
	var times []annotatedTime
	for _, found := range timex.Find(doc) {
		e := doc.Extent(found.Span)
		times = append(times, annotatedTime{
			Begin: utf8.RuneCountInString(doc.Text[:e.Start]), End: utf8.RuneCountInString(doc.Text[:e.End]),
			Type: string(found.Type), Value: found.Value,
		})
	}
	return times
}

// A score counts what was annotated, what was found, and in how much of it the two agree.
type score struct {
	want, got, strict, relaxed, types, values int
}

// add compares one document.
func (s *score) add(want, got []annotatedTime) {
	s.want += len(want)
	s.got += len(got)
	for _, p := range pairs(want, got) {
		w, g := want[p.want], got[p.got]
		s.relaxed++
		if p.same {
			s.strict++
		}
		if w.Type == g.Type {
			s.types++
		}
		if strings.EqualFold(w.Value, g.Value) {
			s.values++
		}
	}
}

// A pair is an annotated time and one found that overlap.
type pair struct {
	want, got, overlap int
	same               bool
}

// pairs matches each time at most once: those of the same extent first, then those that overlap more, then the
// earlier.
func pairs(want, got []annotatedTime) []pair {
	var all []pair
	for i, w := range want {
		for j, g := range got {
			if overlap := min(w.End, g.End) - max(w.Begin, g.Begin); overlap > 0 {
				all = append(all, pair{i, j, overlap, w.Begin == g.Begin && w.End == g.End})
			}
		}
	}
	slices.SortFunc(all, func(a, b pair) int {
		if a.same != b.same {
			return map[bool]int{true: -1, false: 1}[a.same]
		}
		return cmp.Or(
			cmp.Compare(b.overlap, a.overlap), cmp.Compare(want[a.want].Begin, want[b.want].Begin),
			cmp.Compare(got[a.got].Begin, got[b.got].Begin),
		)
	})
	matched, wanted, used := all[:0], map[int]bool{}, map[int]bool{}
	for _, p := range all {
		if !wanted[p.want] && !used[p.got] {
			wanted[p.want], used[p.got] = true, true
			matched = append(matched, p)
		}
	}
	return matched
}

// String writes precision, recall and F1 of each measure.
func (s score) String() string {
	var out strings.Builder
	fmt.Fprintf(&out, "annotated %d, found %d\n", s.want, s.got)
	for _, m := range []struct {
		name string
		hits int
	}{{"strict", s.strict}, {"relaxed", s.relaxed}, {"type", s.types}, {"value", s.values}} {
		p, r := 100*float64(m.hits)/float64(s.got), 100*float64(m.hits)/float64(s.want)
		fmt.Fprintf(&out, "%-8s P %5.2f  R %5.2f  F1 %5.2f\n", m.name, p, r, 2*p*r/(p+r))
	}
	return out.String()
}
