package segment_test

import (
	"bytes"
	"fmt"
	"os"
	"testing"

	"rashomon"
	"rashomon/conllu"
	"rashomon/rashomontest"
	"rashomon/segment"
)

// A tally counts what was found of what there is.
type tally struct{ right, found, wanted int }

func (c *tally) add(found, wanted map[rashomon.Extent]bool) {
	c.found += len(found)
	c.wanted += len(wanted)
	for extent := range found {
		if wanted[extent] {
			c.right++
		}
	}
}

// String returns precision, recall and F1 in percent.
func (c tally) String() string {
	percent := func(a, b int) float64 { return 100 * float64(a) / float64(max(1, b)) }
	return fmt.Sprintf("precision %.2f  recall %.2f  F1 %.2f", percent(c.right, c.found), percent(c.right, c.wanted),
		percent(2*c.right, c.found+c.wanted))
}

// words, tokens and sentences return the extents of each in a document; a token is what is written as one.

func words(doc *rashomon.Document) map[rashomon.Extent]bool {
	extents := map[rashomon.Extent]bool{}
	for _, tok := range doc.Tokens {
		extents[tok.Extent] = true
	}
	return extents
}

func tokens(doc *rashomon.Document) map[rashomon.Extent]bool {
	extents := map[rashomon.Extent]bool{}
	var whole rashomon.Extent
	for _, tok := range doc.Tokens {
		if tok.Joined {
			delete(extents, whole)
			whole.End = tok.Extent.End
		} else {
			whole = tok.Extent
		}
		extents[whole] = true
	}
	return extents
}

func sentences(doc *rashomon.Document) map[rashomon.Extent]bool {
	extents := map[rashomon.Extent]bool{}
	for _, sent := range doc.Sentences {
		extents[doc.Extent(sent.Span)] = true
	}
	return extents
}

// TestAccuracy measures the segmentation of raw text on GUM's development part. Its errors have been read while the rules were
// made, so that what counts in the end is measured on documents of other sources.
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
		var token, word, sentence tally
		for _, want := range docs {
			got := &rashomon.Document{Text: want.Text}
			got.Sentences, got.Tokens = segment.Find(got)
			token.add(tokens(got), tokens(want))
			word.add(words(got), words(want))
			sentence.add(sentences(got), sentences(want))
		}
		fmt.Fprintf(&report, "%-12s  tokens     %v\n", name, token)
		fmt.Fprintf(&report, "%-12s  words      %v\n", name, word)
		fmt.Fprintf(&report, "%-12s  sentences  %v\n", name, sentence)
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}
