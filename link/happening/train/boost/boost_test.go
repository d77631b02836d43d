package boost_test

import (
	"testing"

	"github.com/google/go-cmp/cmp"

	"rashomon/link/happening/pair"
	"rashomon/link/happening/train/boost"
)

// examples are the same where one feature is high and another low, which no single question tells.
func examples() []boost.Example {
	var out []boost.Example
	for i := range 400 {
		var e boost.Example
		a, b := float32(i%20)/20, float32(i/20)/20
		e.Features[pair.HeadCosine], e.Features[pair.ClauseCosine] = a, b
		e.Same, e.Weight = a >= 0.5 && b < 0.3, 1
		out = append(out, e)
	}
	return out
}

var learner = boost.Learner{Trees: 40, Depth: 2, Rate: 0.3, LeastLeaf: 1, Ridge: 1, Examples: 0.8, Features: 1}

func TestLearnsWhatTwoQuestionsTell(t *testing.T) {
	t.Parallel()
	model := learner.Learn(examples())
	for _, e := range examples() {
		if got := model.Probability(&e.Features) > 0.5; got != e.Same {
			t.Fatalf("%v, %v: got %v, want %v", e.Features[pair.HeadCosine], e.Features[pair.ClauseCosine], got, e.Same)
		}
	}
}

func TestSameExamplesGiveTheSameTrees(t *testing.T) {
	t.Parallel()
	if diff := cmp.Diff(learner.Learn(examples()), learner.Learn(examples())); diff != "" {
		t.Errorf("(-first +second):\n%s", diff)
	}
}

func TestNoExamples(t *testing.T) {
	t.Parallel()
	var f pair.Features
	if got := learner.Learn(nil).Odds(&f); got != 0 {
		t.Errorf("got odds %v of nothing, want 0", got)
	}
}
