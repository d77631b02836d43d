package stance_test

import (
	"context"
	"fmt"
	"strings"
	"testing"

	"rashomon/rashomontest"
	"rashomon/reader"
	"rashomon/stance"
)

// TestAccuracy measures the stances towards the given targets of the part of NewsMTSC that the network has not
// learned from, as score/stance.py of the benches does.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	if testing.Short() {
		t.Skip("SKIPPED: reads 1,600 sentences")
	}
	path := rashomontest.Bench(t, "stance", "newsmtsc-train.jsonl")
	finder, chain := english(t), reader.New()
	var right, is, said [stance.Values]float64
	rashomontest.EachLine(t, path, func(data []byte) {
		line, err := stance.ParseLine(data)
		if err != nil {
			t.Fatal(err)
		}
		if stance.PartOf(line.Text) != stance.Measured {
			return
		}
		doc := line.Document()
		if err := chain.Read(context.Background(), doc); err != nil {
			t.Fatal(err)
		}
		for _, target := range line.Targets {
			value, _ := finder.Judge(doc, target.Span(doc))
			want, _ := stance.ValueOf(target.Stance)
			is[want+1]++
			said[value+1]++
			if value == want {
				right[value+1]++
			}
		}
	})
	rashomontest.Golden(t, "testdata/accuracy.golden", []byte(tell(right, is, said)))
}

// tell prints F1 of every value, macro-F1 and accuracy, in per cent.
func tell(right, is, said [stance.Values]float64) string {
	var out strings.Builder
	sum, hits, all := 0.0, 0.0, 0.0
	for i := range right {
		f1 := 200 * right[i] / max(is[i]+said[i], 1)
		fmt.Fprintf(&out, "%s: %.0f, F1 %.2f\n", stance.Name(i-1), is[i], f1)
		sum, hits, all = sum+f1, hits+right[i], all+is[i]
	}
	fmt.Fprintf(&out, "macro-F1 %.2f, accuracy %.2f\n", sum/stance.Values, 100*hits/max(all, 1))
	return out.String()
}

func english(t testing.TB) *stance.Finder {
	t.Helper()
	finder, err := stance.English()
	if err != nil {
		t.Fatal(err)
	}
	return finder
}
