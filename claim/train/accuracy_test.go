package main

import (
	"bytes"
	"fmt"
	"slices"
	"sync"
	"testing"

	"rashomon/claim"
	"rashomon/rashomontest"
)

// folds is how many parts of the claims are judged in turn by weights learned from the others.
const folds = 10

// confusion counts examples by the relation that people gave and the one that was found.
type confusion [len(claim.Relations)][len(claim.Relations)]int

// TestAccuracy keeps how well accounts are judged, of claims that the weights were not learned from: the weights that
// ship are learned from all of them, so that they themselves would look better than they are. Scored as
// bench/score/claims.py does.
func TestAccuracy(t *testing.T) {
	t.Parallel()
	examples, err := readExamples(t.Context(), rashomontest.Bench(t, "claims", "emergent-dev.jsonl"))
	if err != nil {
		t.Fatal(err)
	}
	var found confusion
	for _, fold := range judgeFolds(examples) {
		for want := range found {
			for got := range found[want] {
				found[want][got] += fold[want][got]
			}
		}
	}
	rashomontest.Golden(t, "testdata/accuracy.golden", found.report())
}

func judgeFolds(examples []example) [folds]confusion {
	var found [folds]confusion
	var group sync.WaitGroup
	for fold := range folds {
		group.Go(func() {
			isOut := func(e example) bool { return e.claim%folds == fold }
			learned := fit(slices.DeleteFunc(slices.Clone(examples), isOut))
			for _, e := range examples {
				if isOut(e) {
					found[fold][e.relation][learned.relation(e.features)]++
				}
			}
		})
	}
	group.Wait()
	return found
}

// relation returns the likeliest relation.
func (w weights) relation(features []claim.Feature) int {
	var scores [len(claim.Relations)]float64
	for _, f := range features {
		for k, weight := range w[claim.Column(f.Name)] {
			scores[k] += weight * f.Value
		}
	}
	return slices.Index(scores[:], slices.Max(scores[:]))
}

func (c confusion) report() []byte {
	var out bytes.Buffer
	right, all, sum := 0, 0, 0.0
	for k := range c {
		got, want := 0, 0
		for other := range c {
			want += c[k][other]
			got += c[other][k]
		}
		right, all = right+c[k][k], all+want
		f1 := 200 * float64(c[k][k]) / float64(got+want)
		sum += f1
		fmt.Fprintf(&out, "%-9s  %v  F1 %.2f\n", claim.Relations[k], c[k], f1)
	}
	accuracy := 100 * float64(right) / float64(all)
	fmt.Fprintf(&out, "accuracy %.2f  macro-F1 %.2f  accounts %d\n", accuracy, sum/float64(len(c)), all)
	return out.Bytes()
}
