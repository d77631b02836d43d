package happening_test

import (
	"bytes"
	"context"
	"fmt"
	"os"
	"strconv"
	"testing"

	"rashomon"
	"rashomon/digest"
	"rashomon/link/happening"
	"rashomon/link/happening/coreference"
	"rashomon/link/party"
	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/score"
	"rashomon/source"
)

// TestAccuracy measures on the development parts of coref which of the given mentions are of one happening. The trees were
// learnt from the training part of ECB+, and the least probability was set on its development part.
func TestAccuracy(t *testing.T) {
	if testing.Short() {
		t.Skip("SKIPPED: the accuracy of happenings, with -short")
	}
	t.Parallel()
	var report bytes.Buffer
	for _, name := range []string{"ecb+-dev", "meantime-dev"} {
		wanted, digests := marked(t, rashomontest.Bench(t, "coref", name+".jsonl"))
		index, err := happening.NewIndex(happening.Fine)
		if err != nil {
			t.Fatal(err)
		}
		for _, d := range digests {
			index.Add(d)
		}
		of := map[rashomon.Element]string{}
		for _, h := range index.Happenings(party.Link(inOrder(digests))) {
			for _, e := range h.Events {
				of[e] = h.ID
			}
		}
		var found []string
		for _, d := range digests {
			for i := range d.Events {
				found = append(found, of[rashomon.Element{Document: d.Document, Index: i}])
			}
		}
		c := score.Clusters(wanted, found)
		fmt.Fprintf(&report, "%s, mentions given: %d in %d documents\n", name, len(wanted), len(digests))
		for _, m := range []struct {
			name    string
			measure score.Measure
		}{{"MUC", c.MUC}, {"B-cubed", c.BCubed}, {"CEAF", c.CEAFe}} {
			fmt.Fprintf(&report, "%-8s precision %.1f  recall %.1f  F1 %.1f\n", m.name, 100*m.measure.Precision, 100*m.measure.Recall, 100*m.measure.F1())
		}
		fmt.Fprintf(&report, "CoNLL F1 %.2f\n\n", 100*c.CoNLL())
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", report.Bytes())
}

// marked returns the clusters of all mentions of a file, and the digests of its documents with these mentions as events.
func marked(t *testing.T, path string) (clusters []string, digests []*digest.Digest) {
	file, err := os.Open(path)
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	for line, err := range coreference.Read(path, file) {
		if err != nil {
			t.Fatal(err)
		}
		doc, err := source.Parse(line.Original)
		if err != nil {
			t.Fatal(err)
		}
		if err := reader.New().Read(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		for i, m := range line.Mentions {
			if m.Cluster == "" {
				m.Cluster = line.ID + " " + strconv.Itoa(i)
			}
			clusters = append(clusters, m.Cluster)
		}
		digests = append(digests, digest.OfGiven(doc, line.Extents()))
	}
	return clusters, digests
}
