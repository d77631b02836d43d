package pair

import (
	"math"
	"math/rand/v2"
	"testing"
)

// TestForestIsModel holds the values of the trees that ship, laid out, against those found by going down them node by node.
func TestForestIsModel(t *testing.T) {
	t.Parallel()
	for _, path := range []string{"data/trees.txt", "data/coarse.txt"} {
		model, err := readModel(path)
		if err != nil {
			t.Fatal(err)
		}
		binning := newBinning(model)
		laid, slate := newForest(binning, model), binning.newSlate()
		random := rand.New(rand.NewPCG(1, 1))
		for range 32 {
			var of [atOnce]Features
			clear(slate)
			for i := range of {
				of[i] = nearThresholds(model, random)
				binning.write(slate, i, &of[i], 0, features)
			}
			binning.settle(slate, 0, features)
			holdAgainst(t, model, laid, slate, &of, model.All(&of[0])+random.NormFloat64())
		}
	}
}

// holdAgainst holds what a forest gives of some pairs against what its model gives of each of them.
func holdAgainst(t *testing.T, model Model, laid *forest, slate slate, of *[atOnce]Features, least float64) {
	t.Helper()
	var glimpsed, everything, likely sums
	laid.glimpse(&glimpsed, slate, math.MaxUint64)
	laid.look(&everything, slate, math.MaxUint64, math.Inf(-1))
	found := laid.look(&likely, slate, math.MaxUint64, least)
	for i := range of {
		if got, want := glimpsed[i], model.Odds(&of[i]); got != want {
			t.Fatalf("%v: got %v at a glimpse, want %v", of[i], got, want)
		}
		want := model.All(&of[i])
		if got := everything[i]; got != want {
			t.Fatalf("%v: got %v, want %v", of[i], got, want)
		}
		if is := found&(1<<i) != 0; is != (want >= least) || is && likely[i] != want {
			t.Fatalf("%v: got %v, %v for %v where %v is the least", of[i], is, likely[i], want, least)
		}
	}
}

// nearThresholds returns features that lie at the thresholds of a model, and beside them.
func nearThresholds(m Model, random *rand.Rand) Features {
	var f Features
	for range 4 * features {
		tree := m[random.IntN(len(m))]
		node := tree[random.IntN(len(tree))]
		f[node.Feature] = node.Threshold + float32(random.IntN(3)-1)/64
	}
	return f
}

func TestForestOfNothing(t *testing.T) {
	t.Parallel()
	var out sums
	none := newBinning()
	if got := newForest(none, nil).look(&out, none.newSlate(), 1, 0); got != 1 || out[0] != 0 {
		t.Errorf("got %v, %v, want 1, 0", got, out[0])
	}
}
