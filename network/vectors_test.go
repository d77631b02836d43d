package network_test

import (
	"testing"

	"rashomon/network"
)

func TestSimilarityOfWords(t *testing.T) {
	t.Parallel()
	v, err := network.ReadVectors(&network.File{})
	if err == nil {
		t.Fatalf("got %v, want an error for a file without vectors", v)
	}
	v = &network.Vectors{Rows: map[string]int32{"rifle": 0, "gun": 1, "tea": 2, "nothing": 3}, Numbers: []byte{10, 0, 10, 5, 0, 251, 0, 0}, Width: 2}
	for _, c := range []struct {
		a, b     string
		from, to float64
	}{
		{"rifle", "rifle", 1, 1}, {"rifle", "Gun", 0.85, 0.95}, {"rifle", "tea", 0, 0}, {"gun", "tea", -0.5, -0.4},
		{"rifle", "nothing", 0, 0}, {"rifle", "unknown", 0, 0},
	} {
		if got := v.Similarity(c.a, c.b); got < c.from || got > c.to {
			t.Errorf("%s, %s: got %.3f, want %.2f to %.2f", c.a, c.b, got, c.from, c.to)
		}
	}
	if rank, known := v.Rank("Gun"); rank != 1 || !known {
		t.Errorf("got %d %v, want 1 true", rank, known)
	}
}
