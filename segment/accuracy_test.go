package segment_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
	"rashomon/score"
	"rashomon/segment"
)

// TestAccuracy measures the segmentation of raw text on GUM's development part. Its errors have been read while the rules
// were made, so that what counts in the end is measured on documents of other sources.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	var report bytes.Buffer
	fmt.Fprintln(&report, "# Segmentation of raw text, without the parts of the documents: GUM, development part.")
	for _, name := range []string{"gum-dev", "gum-dev-news"} {
		path := rashomontest.Bench(t, "ud", "dev", name+".conllu")
		file, err := os.Open(path)
		if err != nil {
			t.Fatal(err)
		}
		defer file.Close()
		docs, err := conllu.Read(name, file)
		if err != nil {
			t.Fatal(err)
		}
		var total score.Parsing
		for _, want := range docs {
			got := &rashomon.Document{Text: want.Text}
			got.Sentences, got.Tokens = segment.Find(got)
			parsing, err := score.Parse(got, want)
			if err != nil {
				t.Fatal(err)
			}
			total.Add(parsing)
		}
		fmt.Fprintf(&report, "%-12s  tokens     %v\n", name, total.Tokens)
		fmt.Fprintf(&report, "%-12s  words      %v\n", name, total.Words)
		fmt.Fprintf(&report, "%-12s  sentences  %v\n", name, total.Sentences)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}
