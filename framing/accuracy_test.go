package framing_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"rashomon"
	"rashomon/framing"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/score"
	"rashomon/source"
)

// TestAccuracy measures from raw text under what names and in what words things are told: labels against two careful
// readings of three accounts, loaded words against the development part of BABE. Its figures are those of the benches'
// own scorers (accounts.py, loaded.py).
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	measureLabels(t, &report)
	measureLoaded(t, &report)
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// A stretch is a range of code points.
type stretch struct{ Begin, End int }

// common returns how many code points two stretches share.
func (s stretch) common(other stretch) int {
	return max(0, min(s.End, other.End)-max(s.Begin, other.Begin))
}

// fits reports whether two stretches share half or more of the shorter one.
func (s stretch) fits(other stretch) bool {
	shorter := min(s.End-s.Begin, other.End-other.Begin)
	return shorter > 0 && 2*s.common(other) >= shorter
}

// stretches turns spans of a document into stretches.
func stretches(doc *rashomon.Document, spans []rashomon.Span) []stretch {
	var out []stretch
	for _, span := range spans {
		e := doc.Extent(span)
		begin := len([]rune(doc.Text[:e.Start]))
		out = append(out, stretch{begin, begin + len([]rune(doc.Quote(e)))})
	}
	return out
}

// A readLabel is a label as a reading or the program has it.
type readLabel struct {
	stretch
	Valence int
}

// measureLabels compares the labels of the accounts with each of two readings of them.
func measureLabels(t *testing.T, out io.Writer) {
	t.Helper()
	rules := []struct {
		name string
		fit  func(wanted, found readLabel) bool
	}{
		{"labels", func(a, b readLabel) bool { return a.fits(b.stretch) }},
		{"labels and valence", func(a, b readLabel) bool { return a.fits(b.stretch) && a.Valence == b.Valence }},
	}
	counts := map[string][2]score.Count{}
	paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, "accounts", "a"), "[0-9]*.json"))
	if err != nil || len(paths) == 0 {
		t.Fatalf("no readings of accounts (%v)", err)
	}
	for _, path := range paths {
		name := filepath.Base(path)
		found := foundLabels(t, strings.TrimSuffix(name, ".json"))
		for _, rule := range rules {
			both := counts[rule.name]
			for i, reading := range []string{"a", "b"} {
				wanted := readLabels(t, rashomontest.Bench(t, "accounts", reading, name))
				pairs := score.PairMost(wanted, found, rule.fit)
				both[i].Add(score.Count{Right: len(pairs), Found: len(found), Wanted: len(wanted)})
			}
			counts[rule.name] = both
		}
	}
	fmt.Fprintln(out, "# accounts: F1 against each of two readings, and the mean")
	for _, rule := range rules {
		a, b := 100*counts[rule.name][0].F1(), 100*counts[rule.name][1].F1()
		fmt.Fprintf(out, "%-20s a %.2f  b %.2f  mean %.2f\n", rule.name, a, b, (a+b)/2)
	}
}

func readLabels(t *testing.T, path string) []readLabel {
	t.Helper()
	data, err := os.ReadFile(path)
	if err != nil {
		t.Fatal(err)
	}
	var reading struct{ Labels []readLabel }
	if err := json.Unmarshal(data, &reading); err != nil {
		t.Fatalf("%s: %v", path, err)
	}
	return reading.Labels
}

// foundLabels reads the text of an account, which lies beside the benches. Its name begins with that of its readings.
func foundLabels(t *testing.T, name string) []readLabel {
	t.Helper()
	paths, err := filepath.Glob(filepath.Join(rashomontest.Bench(t, "..", "seeds"), name+"_*.txt"))
	if err != nil || len(paths) != 1 {
		t.Skipf("SKIPPED: the text of account %s is not here: %d files (%v)", name, len(paths), err)
	}
	data, err := os.ReadFile(paths[0])
	if err != nil {
		t.Fatal(err)
	}
	doc, err := source.Parse(rashomon.Original{Bytes: data, Format: rashomon.FormatText, Name: name})
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	labels, _ := framing.Find(doc)
	var out []readLabel
	for _, l := range labels {
		out = append(out, readLabel{stretches(doc, []rashomon.Span{l.Span})[0], l.Valence})
	}
	return out
}

// measureLoaded compares loaded words with those that annotators marked, word by word, and the sentences that have any
// with those that annotators found biased.
func measureLoaded(t *testing.T, out io.Writer) {
	t.Helper()
	var words, biased, unbiased score.Count
	rashomontest.EachLine(t, rashomontest.Bench(t, "loaded", "babe-dev.jsonl"), func(line []byte) {
		var sentence struct {
			Text   string
			Biased bool
			Loaded []stretch
		}
		if err := json.Unmarshal(line, &sentence); err != nil {
			t.Fatal(err)
		}
		found := foundLoaded(t, sentence.Text)
		words.Add(countWords(sentence.Text, found, sentence.Loaded))
		biased.Add(countOne(len(found) > 0, sentence.Biased))
		unbiased.Add(countOne(len(found) == 0, !sentence.Biased))
	})
	fmt.Fprintln(out, "\n# babe: loaded words, and sentences that have any against those found biased")
	fmt.Fprintf(out, "%-20s precision %.2f  recall %.2f  F1 %.2f\n", "words",
		100*words.Precision(), 100*words.Recall(), 100*words.F1())
	fmt.Fprintf(out, "%-20s macro-F1 %.2f\n", "sentences", 50*(biased.F1()+unbiased.F1()))
}

// foundLoaded reads a sentence as a document of its own.
func foundLoaded(t *testing.T, text string) []stretch {
	t.Helper()
	original := rashomon.Original{Bytes: []byte(text), Format: rashomon.FormatText}
	doc := &rashomon.Document{ID: original.ID(), SHA256: original.SHA256(), Text: text}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	_, loaded := framing.Find(doc)
	var spans []rashomon.Span
	for _, w := range loaded {
		spans = append(spans, w.Span)
	}
	return stretches(doc, spans)
}

// word is what the scorer of the bench counts as one.
var word = regexp.MustCompile(`[\pL\pN_'’-]+`)

// countWords counts the words of a text that stretches found and wanted touch.
func countWords(text string, found, wanted []stretch) score.Count {
	var count score.Count
	for _, at := range word.FindAllStringIndex(text, -1) {
		begin := len([]rune(text[:at[0]]))
		place := stretch{begin, begin + len([]rune(text[at[0]:at[1]]))}
		count.Add(countOne(touched(place, found), touched(place, wanted)))
	}
	return count
}

func touched(place stretch, by []stretch) bool {
	return slices.ContainsFunc(by, func(s stretch) bool { return s.common(place) > 0 })
}

// countOne counts one thing that is found or wanted, or both.
func countOne(found, wanted bool) score.Count {
	one := func(yes bool) int {
		if yes {
			return 1
		}
		return 0
	}
	return score.Count{Right: one(found && wanted), Found: one(found), Wanted: one(wanted)}
}
