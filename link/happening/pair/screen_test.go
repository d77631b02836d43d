package pair

import (
	"math/rand/v2"
	"testing"
)

// TestScreenLetsThrough all that a model gives as much, and asks of no late feature.
func TestScreenLetsThrough(t *testing.T) {
	t.Parallel()
	model, err := readModel("data/coarse.txt")
	if err != nil {
		t.Fatal(err)
	}
	screen := model.screen()
	random := rand.New(rand.NewPCG(1, 1))
	for range 2000 {
		f := nearThresholds(model, random)
		least := model.All(&f)
		hidden := f
		for feature := range features {
			if late(feature) {
				hidden[feature] = float32(random.NormFloat64())
			}
		}
		got := screen.All(&hidden)
		if got < least || got != screen.All(&f) {
			t.Fatalf("%v: got %v and %v, want at least %v", f, got, screen.All(&f), least)
		}
	}
}
