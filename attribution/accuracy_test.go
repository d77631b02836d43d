package attribution_test

import (
	"bytes"
	"testing"

	"rashomon"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/source"
)

// TestAccuracy measures from raw text on whose word things are told: against the development part of PolNeAR, and
// against two careful readings of three accounts. Its figures are those of the benches' own scorers (attribution.py,
// accounts.py).
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy on whole documents, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	measureRelations(t, &report, "polnear/dev.jsonl")
	measureSayings(t, &report)
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// readOriginal reads a document, which must keep the text that its annotation counts in.
func readOriginal(t *testing.T, original rashomon.Original, text string) *rashomon.Document {
	t.Helper()
	doc, err := source.Parse(original)
	if err != nil {
		t.Fatal(err)
	}
	if doc.Text != text {
		t.Fatalf("%s: the text is not the one annotated", original.Name)
	}
	if err := reader.New().Read(t.Context(), doc); err != nil {
		t.Fatal(err)
	}
	return doc
}

// holderMentions returns where the holder of a statement is mentioned.
func holderMentions(doc *rashomon.Document, s rashomon.Statement) []rashomon.Extent {
	var out []rashomon.Extent
	for _, m := range doc.Mentions {
		if m.Entity == s.Holder { // no mention is of None
			out = append(out, doc.Extent(m.Span))
		}
	}
	return out
}

func contentExtents(doc *rashomon.Document, s rashomon.Statement) []rashomon.Extent {
	var out []rashomon.Extent
	for _, span := range s.Content {
		out = append(out, doc.Extent(span))
	}
	return out
}

// common returns how many bytes two extents share.
func common(a, b rashomon.Extent) int { return max(0, min(a.End, b.End)-max(a.Start, b.Start)) }
