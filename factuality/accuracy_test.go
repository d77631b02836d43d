package factuality_test

import (
	"bytes"
	"cmp"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"slices"
	"testing"

	"rashomon"
	"rashomon/factuality"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/score"
	"rashomon/source"
)

// TestAccuracy measures the statuses of events whose words are given, on raw text: on the development parts of
// MEANTIME and It Happened, and on two careful readings of three accounts. Its figures are those of the benches' own
// scorer (factuality.py), which takes those of "found" and "all" apart: all are found here.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	for _, name := range []string{"factuality/meantime-dev.jsonl", "factuality/uds-dev.jsonl"} {
		var all judgements
		rashomontest.EachLine(t, rashomontest.Bench(t, filepath.FromSlash(name)), func(line []byte) {
			all.judge(t, line)
		})
		all.print(&report, name)
	}
	for _, reading := range []string{"a", "b"} {
		var all judgements
		for _, path := range accounts(t, reading) {
			content, err := os.ReadFile(path)
			if err != nil {
				t.Fatal(err)
			}
			all.judge(t, content)
		}
		all.print(&report, "accounts/"+reading)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// accounts returns the files of a reading, one for each account. What it says across accounts is not of them.
func accounts(t *testing.T, reading string) []string {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, "accounts", reading), "[0-9]*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no readings of accounts (%v)", err)
	}
	return paths
}

// A judged document is one whose events have words and statuses. Its offsets count code points.
type judged struct {
	ID, Text, Published string
	Events              []struct {
		Begin, End int
		Status     rashomon.Status
	}
}

// A judgement is the status that is wanted of an event, and the one that was got.
type judgement struct{ wanted, got rashomon.Status }

type judgements []judgement

// judge reads a document, gives it the events of the annotation and compares their statuses. Where the annotation
// tells only what is actual and what is not, print asks for nothing else.
func (all *judgements) judge(t *testing.T, line []byte) {
	t.Helper()
	var want judged
	if err := json.Unmarshal(line, &want); err != nil {
		t.Fatal(err)
	}
	doc := read(t, want)
	for _, event := range want.Events {
		doc.Events = append(doc.Events, eventAt(t, doc, event.Begin, event.End))
	}
	factuality.Judge(doc)
	for i, event := range want.Events {
		*all = append(*all, judgement{event.Status, doc.Events[i].Status})
	}
}

// notActual is what It Happened calls all that is not actual.
const notActual rashomon.Status = "not_actual"

func read(t *testing.T, want judged) *rashomon.Document {
	t.Helper()
	original := rashomon.Original{Bytes: []byte(want.Text), Format: rashomon.FormatText, Name: want.ID}
	if want.Published != "" {
		original.Given = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: want.Published, Rule: "given"}}
	}
	doc, err := source.Parse(original)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != want.Text {
		t.Fatalf("%s: the text is not the one annotated", want.ID)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	doc.Events = nil
	return doc
}

// eventAt returns an event whose trigger is the tokens that touch some code points.
func eventAt(t *testing.T, doc *rashomon.Document, begin, end int) rashomon.Event {
	t.Helper()
	runes := []rune(doc.Text)
	extent := rashomon.Extent{Start: len(string(runes[:begin])), End: len(string(runes[:end]))}
	first := slices.IndexFunc(doc.Tokens, func(token rashomon.Token) bool { return token.Extent.End > extent.Start })
	last := first
	for last+1 < len(doc.Tokens) && doc.Tokens[last+1].Extent.Start < extent.End {
		last++
	}
	if first < 0 {
		t.Fatalf("%s: no token at %d", doc.Name, begin)
	}
	return rashomon.Event{
		Trigger: rashomon.Span{Start: first, End: last + 1}, Place: rashomon.None, Time: rashomon.None, Rule: "annotated",
	}
}

func (all judgements) print(out io.Writer, name string) {
	counts := map[rashomon.Status]*score.Count{}
	var statuses []rashomon.Status
	right := 0
	for _, j := range all {
		if counts[j.wanted] == nil {
			counts[j.wanted] = &score.Count{}
			statuses = append(statuses, j.wanted)
		}
	}
	for _, j := range all {
		counts[j.wanted].Wanted++
		if c := cmp.Or(counts[j.got], counts[notActual]); c != nil {
			c.Found++
		}
		if j.wanted == j.got || j.wanted == notActual && j.got != rashomon.StatusActual {
			counts[j.wanted].Right++
			right++
		}
	}
	slices.Sort(statuses)
	macro := 0.0
	for _, status := range statuses {
		macro += counts[status].F1() / float64(len(statuses))
	}
	accuracy := float64(right) / float64(len(all))
	fmt.Fprintf(out, "# %s\n%-22s %.2f\n%-22s %.2f\n", name, "accuracy", 100*accuracy, "macro-F1", 100*macro)
	for _, status := range statuses {
		fmt.Fprintf(out, "F1 of %4d %-12s %.2f\n", counts[status].Wanted, status, 100*counts[status].F1())
	}
}
