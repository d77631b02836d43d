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
		laid := newForest(model)
		random := rand.New(rand.NewPCG(1, 1))
		for range 2000 {
			f := nearThresholds(model, random)
			if got, want := laid.glimpse(&f), model.Odds(&f); got != want {
				t.Fatalf("%s: %v: got %v at a glimpse, want %v", path, f, got, want)
			}
			want := model.All(&f)
			if got := laid.look(&f, math.Inf(-1)); got != want {
				t.Fatalf("%s: %v: got %v, want %v", path, f, got, want)
			}
			least := want + random.NormFloat64()
			if got := laid.look(&f, least); got != want && (want >= least || got >= least) {
				t.Fatalf("%s: %v: got %v for %v where %v is the least", path, f, got, want, least)
			}
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
	if got := newForest(nil).look(&Features{}, 0); got != 0 {
		t.Errorf("got %v, want 0", got)
	}
}
