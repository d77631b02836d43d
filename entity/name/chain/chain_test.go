package chain_test

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"

	"rashomon/entity/name/chain"
)

const kinds = 2

// A sentence is drawn with few enough tokens that all its sequences can be written down.
type sentence struct {
	chain  *chain.Chain
	pairs  []float32
	scores []float32
	tokens int
}

func draw(t *rapid.T) sentence {
	score := rapid.Custom(func(t *rapid.T) float32 { return float32(rapid.IntRange(-40, 40).Draw(t, "score")) / 16 })
	s := sentence{tokens: rapid.IntRange(1, 4).Draw(t, "tokens")}
	s.scores = rapid.SliceOfN(score, s.tokens*chain.Labels(kinds), s.tokens*chain.Labels(kinds)).Draw(t, "scores")
	s.pairs = rapid.SliceOfN(score, chain.Pairs(kinds), chain.Pairs(kinds)).Draw(t, "pairs")
	s.chain = chain.New(kinds, s.pairs)
	s.chain.Prepare()
	return s
}

// mayFollow says by the words of the scheme what the package says by its table.
func mayFollow(before, after int) bool {
	if before == chain.Outside {
		return after == chain.Outside || position(after) == chain.Begin || position(after) == chain.Single
	}
	kind, p := chain.Of(before)
	if p == chain.End || p == chain.Single {
		return mayFollow(chain.Outside, after)
	}
	return after == chain.Label(kind, chain.Inside) || after == chain.Label(kind, chain.End)
}

func position(label int) chain.Position {
	_, p := chain.Of(label)
	return p
}

// sequences returns all sequences and their scores. The score of a pair is known by the order of pairs: before, then
// after.
func (s sentence) sequences() (all [][]int, scores []float64) {
	number := map[[2]int]int{}
	for before := range chain.Labels(kinds) {
		for after := range chain.Labels(kinds) {
			if mayFollow(before, after) {
				number[[2]int{before, after}] = len(number)
			}
		}
	}
	var extend func(sequence []int, score float64)
	extend = func(sequence []int, score float64) {
		last := chain.Outside
		if len(sequence) > 0 {
			last = sequence[len(sequence)-1]
		}
		if len(sequence) == s.tokens {
			if mayFollow(last, chain.Outside) {
				all, scores = append(all, slices.Clone(sequence)), append(scores, score)
			}
			return
		}
		for label := range chain.Labels(kinds) {
			if !mayFollow(last, label) {
				continue
			}
			sum := score + float64(s.scores[len(sequence)*chain.Labels(kinds)+label])
			if len(sequence) > 0 {
				sum += float64(s.pairs[number[[2]int{last, label}]])
			}
			extend(append(sequence, label), sum)
		}
	}
	extend(nil, 0)
	return all, scores
}

// TestBest compares the path with the best of all sequences.
func TestBest(t *testing.T) {
	t.Parallel()
	var path chain.Path
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		all, scores := s.sequences()
		got := path.Best(s.chain, s.scores)
		at := slices.IndexFunc(all, func(sequence []int) bool { return slices.Equal(sequence, got) })
		if at < 0 {
			t.Fatalf("%v is no sequence of names", got)
		}
		if want := slices.Max(scores); scores[at] < want-1e-5 {
			t.Fatalf("%v has the score %v, the best %v", got, scores[at], want)
		}
	})
}

// TestShares compares the sum, the shares of labels, pairs and names with those of all sequences written down, and the
// same with some labels forbidden.
func TestShares(t *testing.T) {
	t.Parallel()
	var l chain.Lattice
	rapid.Check(t, func(t *rapid.T) {
		s := draw(t)
		all, scores := s.sequences()
		var allowed []uint64
		if rapid.Bool().Draw(t, "some are forbidden") {
			kept := rapid.SampledFrom(all).Draw(t, "allowed for certain")
			for _, label := range kept {
				allowed = append(allowed, rapid.Uint64().Draw(t, "allowed")|1<<label)
			}
		}
		weights, sum := make([]float64, len(all)), 0.0
		for i, sequence := range all {
			if isAllowed(sequence, allowed) {
				weights[i] = math.Exp(scores[i])
				sum += weights[i]
			}
		}
		near(t, "logarithm", l.Sum(s.chain, s.scores, allowed), math.Log(sum))
		for token := range s.tokens {
			for label := range chain.Labels(kinds) {
				want := shareOf(all, weights, func(x []int) bool { return x[token] == label })
				near(t, "label", float64(l.Label(token, label)), want)
			}
		}
		for kind := range kinds {
			for start := range s.tokens {
				for end := start + 1; end <= s.tokens; end++ {
					want := shareOf(all, weights, func(x []int) bool { return isName(x, kind, start, end) })
					near(t, "name", float64(l.Name(kind, start, end)), want)
				}
			}
		}
		pairs := make([]float32, chain.Pairs(kinds))
		l.AddPairs(pairs, 2)
		total := float32(0)
		for _, v := range pairs {
			total += v
		}
		near(t, "pairs", float64(total), 2*float64(s.tokens-1))
	})
}

func isAllowed(sequence []int, allowed []uint64) bool {
	for i := range allowed {
		if allowed[i]>>sequence[i]&1 == 0 {
			return false
		}
	}
	return true
}

func shareOf(all [][]int, weights []float64, holds func([]int) bool) float64 {
	with, total := 0.0, 0.0
	for i, sequence := range all {
		total += weights[i]
		if holds(sequence) {
			with += weights[i]
		}
	}
	return with / total
}

func isName(sequence []int, kind, start, end int) bool {
	if end == start+1 {
		return sequence[start] == chain.Label(kind, chain.Single)
	}
	for i := start; i < end; i++ {
		p := chain.Inside
		switch i {
		case start:
			p = chain.Begin
		case end - 1:
			p = chain.End
		}
		if sequence[i] != chain.Label(kind, p) {
			return false
		}
	}
	return true
}

func near(t *rapid.T, what string, got, want float64) {
	if math.Abs(got-want) > 1e-4*math.Max(1, math.Abs(want)) {
		t.Fatalf("%s: got %v, want %v", what, got, want)
	}
}
