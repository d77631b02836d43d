package reader_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/score"
	"rashomon/source"
)

// The names that count for a type that a bench wants, as its scorer (entities.py) has them. What is found of a type that
// nothing in a bench matches is not counted.
var (
	schemeRe3d = scheme{rows: [][2]string{
		{"Person", "PERSON"}, {"Organisation", "ORGANIZATION GROUP"},
		{"Location", "PLACE FACILITY"}, {"Nationality", "GROUP PLACE"},
		{"Weapon", "WEAPON"}, {"MilitaryPlatform", "WEAPON"},
		{"DocumentReference", "WORK"}, {"Temporal", "TIME"},
		{"Quantity", "QUANTITY"}, {"Money", "QUANTITY"}, {"Vehicle", "OTHER WEAPON"},
	}}
	schemeGUM = scheme{rows: [][2]string{
		{"PERSON", "PERSON"}, {"ORGANIZATION", "ORGANIZATION GROUP"},
		{"PLACE", "PLACE FACILITY"}, {"GROUP", "GROUP PERSON ORGANIZATION"}, {"EVENT", "EVENT"},
		{"OTHER", "OTHER WORK WEAPON EVENT FACILITY"},
	}}
	schemeUNER = scheme{rows: [][2]string{
		{"PERSON", "PERSON"}, {"ORGANIZATION", "ORGANIZATION GROUP"}, {"PLACE", "PLACE FACILITY"},
	}, unmarked: "GROUP"}
)

// A scheme is the types of a bench: the one wanted, and those found that match it. One that the
// bench does not mark, as peoples in UNER, is not wrong where nothing matches it.
type scheme struct {
	rows     [][2]string
	unmarked string
}

func (s scheme) knows(wanted string) bool {
	return slices.ContainsFunc(s.rows, func(row [2]string) bool { return row[0] == wanted })
}

func (s scheme) fit(wanted, found string) bool {
	return wanted == found || slices.ContainsFunc(s.rows, func(row [2]string) bool {
		return row[0] == wanted && slices.Contains(strings.Fields(row[1]), found)
	})
}

// counts reports whether something found of a type that nothing matches is wrong.
func (s scheme) counts(found string) bool {
	return found != s.unmarked && slices.ContainsFunc(s.rows, func(row [2]string) bool {
		return row[0] == found || slices.Contains(strings.Fields(row[1]), found)
	})
}

// TestAccuracy measures mentions, times and figures together on the development files of the benches, from raw text, the
// way that the benches' own scorer does, whose figures these are: strict extents, articles and possessive endings aside.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy of the shipped models, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	for _, bench := range []struct {
		path   string
		scheme scheme
		kinds  []rashomon.MentionKind
	}{
		{"ner/gum-dev.jsonl", schemeGUM, []rashomon.MentionKind{rashomon.MentionName}},
		{"ner/uner-ewt-test.jsonl", schemeUNER, []rashomon.MentionKind{rashomon.MentionName}},
		{"re3d/re3d.jsonl", schemeRe3d, []rashomon.MentionKind{rashomon.MentionName, rashomon.MentionNominal, rashomon.MentionPronoun}},
	} {
		var strict, partial score.Count
		rashomontest.EachLine(t, rashomontest.Bench(t, filepath.FromSlash(bench.path)), func(line []byte) {
			b := readBenched(t, line, bench.scheme)
			found := b.found(t, bench.kinds)
			strict.Add(b.count(bench.scheme, found, bench.scheme.fit, false))
			partial.Add(b.count(bench.scheme, found, func(string, string) bool { return true }, true))
		})
		fmt.Fprintf(&report, "# %s\nstrict, typed      %v\npartial, untyped   %v\n\n", bench.path, strict, partial)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// A benched document is the text and the entities of a line of a bench.
type benched struct {
	line    []byte
	text    string
	wanted  []score.TypedExtent
	ignored []rashomon.Extent // neither asked for nor wrong
}

func readBenched(t *testing.T, line []byte, s scheme) benched {
	t.Helper()
	type entity struct {
		Begin, End int
		Type       string
		Confidence *float64
	}
	var document struct {
		Text               string
		Entities, Disputed []entity
	}
	if err := json.Unmarshal(line, &document); err != nil {
		t.Fatal(err)
	}
	b := benched{line: bytes.Clone(line), text: document.Text}
	offsets := make([]int, 0, len(document.Text)+1)
	for offset := range document.Text {
		offsets = append(offsets, offset)
	}
	offsets = append(offsets, len(document.Text))
	for i, e := range slices.Concat(document.Entities, document.Disputed) {
		extent := b.trim(rashomon.Extent{Start: offsets[e.Begin], End: offsets[e.End]})
		typed := score.TypedExtent{Extent: extent, Type: e.Type}
		doubtful := i >= len(document.Entities) || e.Confidence != nil && *e.Confidence < 0.5
		switch {
		case doubtful || !s.knows(e.Type):
			b.ignored = append(b.ignored, extent)
		case !slices.Contains(b.wanted, typed):
			b.wanted = append(b.wanted, typed)
		}
	}
	return b
}

var (
	article    = regexp.MustCompile(`^(?i:the|a|an)\s+`)
	possessive = regexp.MustCompile(`\s*['’](?i:s)?$`)
)

// trim takes a leading article and a trailing possessive ending off.
func (b benched) trim(e rashomon.Extent) rashomon.Extent {
	if found := article.FindString(b.text[e.Start:e.End]); len(found) < e.Len() {
		e.Start += len(found)
	}
	if found := possessive.FindString(b.text[e.Start:e.End]); len(found) < e.Len() {
		e.End -= len(found)
	}
	return e
}

// found reads the document and returns its mentions of some kinds, its times and its figures.
func (b benched) found(t *testing.T, kinds []rashomon.MentionKind) []score.TypedExtent {
	t.Helper()
	doc, err := source.Parse(rashomon.Original{Bytes: b.line, Format: rashomon.FormatJSON, Name: "bench"})
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	var found []score.TypedExtent
	add := func(span rashomon.Span, kind string) {
		if typed := (score.TypedExtent{Extent: b.trim(doc.Extent(span)), Type: kind}); !slices.Contains(found, typed) {
			found = append(found, typed)
		}
	}
	for _, mention := range doc.Mentions {
		if slices.Contains(kinds, mention.Kind) {
			add(mention.Span, string(doc.Entities[mention.Entity].Type))
		}
	}
	for _, timex := range doc.Timexes {
		add(timex.Span, "TIME")
	}
	for _, quantity := range doc.Quantities {
		add(quantity.Span, "QUANTITY")
	}
	return found
}

// count counts what was found against what is wanted.
func (b benched) count(s scheme, found []score.TypedExtent, fit func(wanted, found string) bool, overlap bool) score.Count {
	pairs := score.PairTyped(b.wanted, found, fit, overlap)
	count := score.Count{Right: len(pairs), Found: len(pairs), Wanted: len(b.wanted)}
	for i, f := range found {
		paired := slices.ContainsFunc(pairs, func(p score.Pair) bool { return p.Found == i })
		if !paired && s.counts(f.Type) && !b.ignores(f.Extent, overlap) {
			count.Found++
		}
	}
	return count
}

func (b benched) ignores(e rashomon.Extent, overlap bool) bool {
	return slices.ContainsFunc(b.ignored, func(other rashomon.Extent) bool {
		return e == other || overlap && e.Start < other.End && other.Start < e.End
	})
}
