package syntax

import (
	"testing"

	"pgregory.net/rapid"
)

// TestAttachFindsTheBestTree compares with all trees of up to five tokens.
func TestAttachFindsTheBestTree(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 5).Draw(t, "n")
		scores := make([]float32, n*(n+1))
		for i := range scores {
			scores[i] = float32(rapid.IntRange(-20, 20).Draw(t, "score"))
		}
		heads := make([]int, n)
		new(graph).attach(heads, scores)
		if !new(graph).isTree(heads) {
			t.Fatalf("%v is no tree", heads)
		}
		if got, want := scoreOf(heads, scores), bestScore(make([]int, 0, n), scores, n); got != want {
			t.Fatalf("%v scores %v, the best tree %v", heads, got, want)
		}
	})
}

func scoreOf(heads []int, scores []float32) (sum float32) {
	for i, head := range heads {
		sum += scores[i*(len(heads)+1)+head+1]
	}
	return sum
}

// bestScore tries all heads of the tokens after those given.
func bestScore(heads []int, scores []float32, n int) float32 {
	if len(heads) == n {
		if new(graph).isTree(heads) {
			return scoreOf(heads, scores)
		}
		return -1e9
	}
	best := float32(-1e9)
	for head := -1; head < n; head++ {
		if head != len(heads) {
			best = max(best, bestScore(append(heads, head), scores, n))
		}
	}
	return best
}

func TestAttachOnHostileScores(t *testing.T) {
	t.Parallel()
	const n = 256 // the longest block
	scores := make([]float32, n*(n+1))
	for i := range n { // pairs point at each other, and so do the pairs of pairs: circles within circles
		for head := range n {
			scores[i*(n+1)+head+1] = -float32(i ^ head)
		}
	}
	heads := make([]int, n)
	g := new(graph)
	g.attach(heads, scores)
	if len(g.contractions) < n/2 {
		t.Errorf("%d circles; the scores are not as hostile as they were meant to be", len(g.contractions))
	}
	if !new(graph).isTree(heads) {
		t.Error("no tree")
	}
}
