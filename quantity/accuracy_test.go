package quantity_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"os"
	"testing"
	"unicode/utf8"

	"rashomon"
	"rashomon/quantity"
	"rashomon/rashomontest"
	"rashomon/score"
	"rashomon/segment"
	"rashomon/syntax"
	"rashomon/timex"
)

// A reading is what a careful reader found in a document, in the annotation format; offsets count code points.
type reading struct {
	Text       string
	Quantities []marked
	Entities   []marked // of re3d
}

type marked struct {
	Begin, End int
	Low, High  *float64
	Type       string
}

// TestAccuracy measures figures against the two readings of the accounts, and against the quantities and sums of re3d,
// whose marks leave out qualifiers and most small numbers.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on the benches, with -short")
	}
	t.Parallel()
	parser, err := syntax.English()
	if err != nil {
		t.Fatal(err)
	}
	var report bytes.Buffer
	for _, reader := range []string{"a", "b"} {
		var figures, values score.Count
		for _, name := range []string{"000.json", "002.json", "004.json"} {
			want := readings(t, rashomontest.Bench(t, "accounts", reader, name))[0]
			got := figuresOf(parser, want.Text)
			figures.Add(compare(got, want.Quantities, overlap))
			values.Add(compare(got, want.Quantities, sameBounds))
		}
		fmt.Fprintf(&report, "accounts/%s  figures        %v\n", reader, figures)
		fmt.Fprintf(&report, "accounts/%s  figures+value  %v\n", reader, values)
	}
	var figures score.Count
	for _, want := range readings(t, rashomontest.Bench(t, "re3d", "re3d.jsonl")) {
		var quantities []marked
		for _, entity := range want.Entities {
			if entity.Type == "Quantity" || entity.Type == "Money" {
				quantities = append(quantities, entity)
			}
		}
		figures.Add(compare(figuresOf(parser, want.Text), quantities, overlap))
	}
	fmt.Fprintf(&report, "re3d        figures        %v\n", figures)
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

func readings(t *testing.T, path string) []reading {
	t.Helper()
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []reading
	for decoder := json.NewDecoder(file); decoder.More(); {
		var one reading
		if err := decoder.Decode(&one); err != nil {
			t.Fatal(err)
		}
		all = append(all, one)
	}
	return all
}

func figuresOf(parser *syntax.Parser, text string) []marked {
	doc := &rashomon.Document{Text: text}
	doc.Sentences, doc.Tokens = segment.Find(doc)
	parser.Parse(doc)
	doc.Timexes = timex.Find(doc)
	var found []marked
	for _, q := range quantity.Find(doc) {
		extent := doc.Extent(q.Span)
		begin := utf8.RuneCountInString(text[:extent.Start])
		end := begin + utf8.RuneCountInString(doc.Quote(extent))
		found = append(found, marked{Begin: begin, End: end, Low: q.Low, High: q.High})
	}
	return found
}

// overlap reports whether two marks share half of the shorter one, as the benches' own scorer has it.
func overlap(a, b marked) bool {
	shared := min(a.End, b.End) - max(a.Begin, b.Begin)
	shorter := min(a.End-a.Begin, b.End-b.Begin)
	return shorter > 0 && shared*2 >= shorter
}

func sameBounds(a, b marked) bool {
	same := func(x, y *float64) bool { return x == nil && y == nil || x != nil && y != nil && *x == *y }
	return overlap(a, b) && same(a.Low, b.Low) && same(a.High, b.High)
}

// compare pairs found and wanted marks one to one, as many as possible (H. W. Kuhn, The Hungarian Method, 1955).
func compare(found, wanted []marked, same func(a, b marked) bool) score.Count {
	partner := map[int]int{} // of the wanted
	var pair func(f int, seen map[int]bool) bool
	pair = func(f int, seen map[int]bool) bool {
		for w := range wanted {
			if seen[w] || !same(found[f], wanted[w]) {
				continue
			}
			seen[w] = true
			if other, taken := partner[w]; !taken || pair(other, seen) {
				partner[w] = f
				return true
			}
		}
		return false
	}
	for f := range found {
		pair(f, map[int]bool{})
	}
	return score.Count{Right: len(partner), Found: len(found), Wanted: len(wanted)}
}
