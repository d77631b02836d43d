package score_test

import (
	"math"
	"slices"
	"strconv"
	"strings"
	"testing"

	"pgregory.net/rapid"

	"rashomon/score"
)

// TestClusters has the examples of Bagga and Baldwin (LREC 1998) and Luo (HLT 2005), with the values that they give or that
// follow from their definitions.
func TestClusters(t *testing.T) {
	t.Parallel()
	for name, c := range map[string]struct {
		wanted, found     string
		muc, bCubed, ceaf score.Measure
	}{
		"small joined to large": {
			"a a a a a b b c c c c c", "x x x x x y y y y y y y",
			score.Measure{Precision: 0.9, Recall: 1}, score.Measure{Precision: 16.0 / 21, Recall: 1},
			score.Measure{Precision: (1 + 10.0/12) / 2, Recall: (1 + 10.0/12) / 3},
		},
		"large joined": {
			"a a a a a b b c c c c c", "x x x x x y y x x x x x",
			score.Measure{Precision: 0.9, Recall: 1}, score.Measure{Precision: 7.0 / 12, Recall: 1},
			score.Measure{Precision: (1 + 10.0/15) / 2, Recall: (1 + 10.0/15) / 3},
		},
		"all alone": {
			"a a b", "x y z",
			score.Measure{}, score.Measure{Precision: 1, Recall: 2.0 / 3}, score.Measure{Precision: (1 + 2.0/3) / 3, Recall: (1 + 2.0/3) / 2},
		},
		"the same":   {"a a b", "x x y", score.Measure{Precision: 1, Recall: 1}, score.Measure{Precision: 1, Recall: 1}, score.Measure{Precision: 1, Recall: 1}},
		"no mention": {"", "", score.Measure{}, score.Measure{}, score.Measure{}},
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			got := score.Clusters(strings.Fields(c.wanted), strings.Fields(c.found))
			equal(t, "MUC", got.MUC, c.muc)
			equal(t, "B-cubed", got.BCubed, c.bCubed)
			equal(t, "CEAF", got.CEAFe, c.ceaf)
		})
	}
}

func equal(t *testing.T, name string, got, want score.Measure) {
	t.Helper()
	if math.Abs(got.Precision-want.Precision) > 1e-9 || math.Abs(got.Recall-want.Recall) > 1e-9 {
		t.Errorf("%s: got %v, want %v", name, got, want)
	}
}

// TestClustersMirror: exchanging what is wanted and what is found exchanges precision and recall; names of clusters do not
// matter; CEAF is no less than what any assignment gives, tried out here in full.
func TestClustersMirror(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		n := rapid.IntRange(1, 9).Draw(t, "mentions")
		clusters := rapid.SliceOfN(rapid.SampledFrom([]string{"a", "b", "c", "d"}), n, n)
		wanted, found := clusters.Draw(t, "wanted"), clusters.Draw(t, "found")
		got, back := score.Clusters(wanted, found), score.Clusters(found, wanted)
		for _, pair := range [][2]score.Measure{{got.MUC, back.MUC}, {got.BCubed, back.BCubed}, {got.CEAFe, back.CEAFe}} {
			if math.Abs(pair[0].Precision-pair[1].Recall) > 1e-9 || math.Abs(pair[0].Recall-pair[1].Precision) > 1e-9 {
				t.Fatalf("got %v and back %v", pair[0], pair[1])
			}
		}
		if want := bestAssignment(wanted, found); math.Abs(got.CEAFe.Recall-want) > 1e-9 {
			t.Fatalf("got recall %v, want %v", got.CEAFe.Recall, want)
		}
	})
}

// bestAssignment returns CEAF's recall by trying all assignments.
func bestAssignment(wanted, found []string) float64 {
	keys, responses := distinct(wanted), distinct(found)
	for len(responses) < len(keys) {
		responses = append(responses, "none "+strconv.Itoa(len(responses)))
	}
	best := 0.0
	permutations(responses, func(order []string) {
		sum := 0.0
		for i, key := range keys {
			both, size := 0, 0
			for m := range wanted {
				isKey, isResponse := wanted[m] == key, found[m] == order[i]
				if isKey && isResponse {
					both++
				}
				if isKey {
					size++
				}
				if isResponse {
					size++
				}
			}
			sum += 2 * float64(both) / float64(size)
		}
		best = max(best, sum)
	})
	return best / float64(len(keys))
}

func distinct(names []string) []string {
	return slices.Compact(slices.Sorted(slices.Values(names)))
}

func permutations(items []string, use func([]string)) {
	var extend func(done, rest []string)
	extend = func(done, rest []string) {
		if len(rest) == 0 {
			use(done)
			return
		}
		for i := range rest {
			extend(append(slices.Clone(done), rest[i]), slices.Delete(slices.Clone(rest), i, i+1))
		}
	}
	extend(nil, items)
}
