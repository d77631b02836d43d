package framing_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"io"
	"regexp"
	"slices"
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

// common returns how many code points two stretches share.
func common(a, b rashomontest.Stretch) int { return max(0, min(a.End, b.End)-max(a.Begin, b.Begin)) }

// fits reports whether two stretches share half or more of the shorter one.
func fits(a, b rashomontest.Stretch) bool {
	shorter := min(a.End-a.Begin, b.End-b.Begin)
	return shorter > 0 && 2*common(a, b) >= shorter
}

// stretches turns spans of a document into stretches.
func stretches(doc *rashomon.Document, spans []rashomon.Span) []rashomontest.Stretch {
	var out []rashomontest.Stretch
	for _, span := range spans {
		e := doc.Extent(span)
		begin := len([]rune(doc.Text[:e.Start]))
		out = append(out, rashomontest.Stretch{Begin: begin, End: begin + len([]rune(doc.Quote(e)))})
	}
	return out
}

// A namedAs is a label as a reading or the program has it.
type namedAs struct {
	rashomontest.Stretch
	Valence int
}

// The rules by which a label found is one that is wanted.
var labelRules = []struct {
	name string
	fit  func(wanted, found namedAs) bool
}{
	{"labels", func(a, b namedAs) bool { return fits(a.Stretch, b.Stretch) }},
	{"labels and valence", func(a, b namedAs) bool { return fits(a.Stretch, b.Stretch) && a.Valence == b.Valence }},
}

// measureLabels compares the labels of the accounts with each of two readings of them.
func measureLabels(t *testing.T, out io.Writer) {
	t.Helper()
	found := map[string][]namedAs{}
	var counts [2][2]score.Count // by reader and rule
	for i, reader := range []string{"a", "b"} {
		for _, reading := range rashomontest.Readings(t, reader) {
			if found[reading.Account] == nil {
				found[reading.Account] = foundLabels(t, reading)
			}
			var wanted []namedAs
			for _, l := range reading.Labels {
				wanted = append(wanted, namedAs{l.Stretch, l.Valence})
			}
			for n, rule := range labelRules {
				pairs := score.PairMost(wanted, found[reading.Account], rule.fit)
				counts[i][n].Add(score.Count{Right: len(pairs), Found: len(found[reading.Account]), Wanted: len(wanted)})
			}
		}
	}
	fmt.Fprintln(out, "# accounts: F1 against each of two readings, and the mean")
	for n, rule := range labelRules {
		a, b := 100*counts[0][n].F1(), 100*counts[1][n].F1()
		fmt.Fprintf(out, "%-20s a %.2f  b %.2f  mean %.2f\n", rule.name, a, b, (a+b)/2)
	}
}

// foundLabels returns the labels of an account, read anew.
func foundLabels(t *testing.T, reading rashomontest.Reading) []namedAs {
	t.Helper()
	doc, err := source.Parse(reading.Original(t))
	if err != nil {
		t.Fatal(err)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	labels, _ := framing.Find(doc)
	var out []namedAs
	for _, l := range labels {
		out = append(out, namedAs{stretches(doc, []rashomon.Span{l.Span})[0], l.Valence})
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
			Loaded []rashomontest.Stretch
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
func foundLoaded(t *testing.T, text string) []rashomontest.Stretch {
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
func countWords(text string, found, wanted []rashomontest.Stretch) score.Count {
	var count score.Count
	for _, at := range word.FindAllStringIndex(text, -1) {
		begin := len([]rune(text[:at[0]]))
		place := rashomontest.Stretch{Begin: begin, End: begin + len([]rune(text[at[0]:at[1]]))}
		count.Add(countOne(touched(place, found), touched(place, wanted)))
	}
	return count
}

func touched(place rashomontest.Stretch, by []rashomontest.Stretch) bool {
	return slices.ContainsFunc(by, func(s rashomontest.Stretch) bool { return common(s, place) > 0 })
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
