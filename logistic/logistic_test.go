package logistic_test

import (
	"math"
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/logistic"
)

// examples are the same three times of four where the second sign is there, and once of four where it is not.
func examples() []logistic.Example {
	var out []logistic.Example
	for i := range 4000 {
		e := logistic.Example{Signs: []float64{1, float64(i % 2)}, Weight: 1}
		e.Is = (i/2%4 == 0) != (i%2 == 1)
		out = append(out, e)
	}
	return out
}

func TestLearnsTheOdds(t *testing.T) {
	t.Parallel()
	weights := logistic.Learn(examples(), 2)
	want := []float64{-math.Log(3), 2 * math.Log(3)}
	for i := range weights {
		if math.Abs(weights[i]-want[i]) > 0.05 { // the ridge draws them towards 0
			t.Errorf("weight %d: got %.3f, want %.3f", i, weights[i], want[i])
		}
	}
}

func TestSameExamplesGiveTheSameWeights(t *testing.T) {
	t.Parallel()
	if diff := cmp.Diff(logistic.Learn(examples(), 2), logistic.Learn(examples(), 2)); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
}
