package petrarch_test

import (
	"bufio"
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"path/filepath"
	"slices"
	"strconv"
	"strings"
	"testing"

	"rashomon"
	"rashomon/event/petrarch"
	"rashomon/rashomontest"
	"rashomon/segment"
	"rashomon/syntax"
)

// TestAccuracy codes the records that the authors of PETRARCH test their coder with, from raw text and with their
// dictionaries: the share of records whose events are exactly those expected, as bench/score/petrarch.py counts it.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy with the dictionaries of others, with -short")
	}
	t.Parallel()
	folder := benchFolder(t)
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	for _, part := range []struct {
		records      string
		dictionaries []string
	}{
		{"unit.dev.jsonl", []string{
			"PETR.Validate.verbs.txt", "PETR.Validate.actors.txt", "PETR.Validate.agents.txt", "PETR.Validate.discards.txt",
		}},
		{"news.dev.jsonl", []string{
			"CAMEO.2.0.txt", "Phoenix.Countries.actors.txt", "Phoenix.International.actors.txt",
			"Phoenix.MilNonState.actors.txt", "Phoenix.agents.txt", "Phoenix.discards.txt", "Phoenix.IssueCoding.txt",
		}},
	} {
		var paths []string
		for _, name := range part.dictionaries {
			paths = append(paths, filepath.Join(folder, "dictionaries", name))
		}
		dictionary, problems := petrarch.Load(paths)
		passed, records := 0, readRecords(t, filepath.Join(folder, part.records))
		for _, r := range records {
			coding := dictionary.Code(r.document(parser), r.options())
			if got, want := triples(coding.Events), r.expected(); got != want {
				t.Logf("%s %s\n  got  %s\n  want %s\n  %s", r.ID, r.Date, got, want, r.Text)
				continue
			}
			passed++
		}
		fmt.Fprintf(&report, "%s: %d of %d records exact, %.1f %%; %d damaged lines in the dictionaries\n",
			part.records, passed, len(records), 100*float64(passed)/float64(len(records)), len(problems))
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

func benchFolder(t testing.TB) string {
	t.Helper()
	root := os.Getenv("RASHOMON_BENCH")
	if root == "" {
		root = "../../../shared/bench"
	}
	folder := filepath.Join(root, "petrarch")
	if _, err := os.Stat(folder); err != nil {
		t.Skip("SKIPPED: set RASHOMON_BENCH to the folder of the benches: ", err)
	}
	return folder
}

// A record is a line of a bench.
type record struct {
	ID, Date, Text string
	Expected       []struct{ Source, Target, Code string }
	Options        map[string]string
}

func readRecords(t testing.TB, path string) []record {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var records []record
	lines := bufio.NewScanner(bytes.NewReader(data))
	lines.Buffer(nil, 1<<20)
	for lines.Scan() {
		var r record
		if err := json.Unmarshal(lines.Bytes(), &r); err != nil {
			t.Fatal(err)
		}
		records = append(records, r)
	}
	return records
}

// document parses the text of a record.
func (r record) document(parser *syntax.Parser) *rashomon.Document {
	doc := &rashomon.Document{
		ID: "0", Name: r.ID, Text: r.Text,
		Parts: []rashomon.Part{{Extent: rashomon.Extent{End: len(r.Text)}, Kind: rashomon.PartBody, Rule: "hand"}},
	}
	if len(r.Date) == len("060102") {
		r.Date = "20" + r.Date
	}
	if len(r.Date) == len("20060102") {
		date := r.Date[:4] + "-" + r.Date[4:6] + "-" + r.Date[6:]
		doc.Details = []rashomon.Detail{{Field: rashomon.FieldPublished, Value: date, Rule: "hand"}}
	}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	parser.Parse(doc)
	return doc
}

func (r record) options() petrarch.Options {
	number := func(key string) int {
		n, _ := strconv.Atoi(r.Options[key])
		return n
	}
	return petrarch.Options{
		AllowMonads: r.Options["require_dyad"] == "false",
		Begin:       petrarch.Range{Min: number("comma_bmin"), Max: number("comma_bmax")},
		Middle:      petrarch.Range{Min: number("comma_min"), Max: number("comma_max")},
		End:         petrarch.Range{Min: number("comma_emin"), Max: number("comma_emax")},
	}
}

func (r record) expected() string {
	var events []petrarch.Event
	for _, e := range r.Expected {
		events = append(events, petrarch.Event{Source: e.Source, Target: e.Target, Code: e.Code})
	}
	return triples(events)
}

// triples writes events in the one order.
func triples(events []petrarch.Event) string {
	var out []string
	for _, e := range events {
		if text := e.Source + " " + e.Target + " " + e.Code; !slices.Contains(out, text) {
			out = append(out, text)
		}
	}
	slices.Sort(out)
	return strings.Join(out, "; ")
}
