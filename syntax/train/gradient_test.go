package main

import (
	"math"
	"math/rand/v2"
	"strconv"
	"testing"

	"rashomon/network"
	"rashomon/network/learn"
)

// TestGradients compares every kind of gradient with the difference quotient of the loss.
func TestGradients(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	n, b := smallScorer(random)
	work := &learn.Tape{}
	loss := func() float64 {
		work.Reset(nil)
		losses := n.learn(work, b, 1, learn.Dropouts{})
		total := 0.0
		for q, l := range losses {
			if q < questions {
				l *= tagWeight
			}
			total += l
		}
		return total
	}
	loss()
	var gradients [][]float32
	for _, p := range n.weights.Tensors() {
		gradients = append(gradients, append([]float32(nil), p.Gradient...))
	}
	for number, p := range n.weights.Tensors() {
		for range 20 {
			i := random.IntN(len(p.Value))
			const step = 4e-3
			at := p.Value[i]
			p.Value[i] = at + step
			above := loss()
			p.Value[i] = at - step
			below := loss()
			p.Value[i] = at
			got, want := float64(gradients[number][i]), (above-below)/(2*step)
			if math.Abs(got-want) > 0.02*math.Abs(want)+2e-3 {
				t.Errorf("tensor %d, element %d: gradient %g, difference quotient %g", number, i, got, want)
			}
		}
	}
}

// smallScorer returns a network and a batch of random sentences.
func smallScorer(random *rand.Rand) (*scorer, *batch) {
	names := func(n int) *learn.Labelling {
		counts := map[string]int{}
		for i := range n {
			counts[string(rune('a'+i))] = 1
		}
		return learn.NewLabelling(counts, 1)
	}
	v := &vocabulary{words: names(7), relations: names(4)}
	for q := range questions {
		v.tags[q] = names(3 + q)
	}
	vectors := &learn.Tensor{Rows: 5, Columns: 3, Value: make([]float32, 15)}
	for i := range vectors.Value {
		vectors.Value[i] = float32(random.NormFloat64())
	}
	z := sizes{
		Sizes: learn.Sizes{Learned: 4, Hashed: 3, Buckets: 11, Width: 6, Hidden: 8, Layers: 2, Tagger: 5},
		arc:   5, relation: 6,
	}
	words := network.Words{Buckets: 11, Learned: v.words.Numbers, Vectors: map[string]int32{"a": 0, "c": 1, "e": 2, "x": 3}}
	var examples []example
	for _, length := range []int{3, 1, 5, 4} {
		examples = append(examples, randomExample(random, words, length))
	}
	return newScorer(learn.NewWeights(random), z, v, vectors), newBatch(examples)
}

// randomExample returns a sentence of words known and unknown, with labels drawn by lot.
func randomExample(random *rand.Rand, words network.Words, length int) example {
	var e example
	for i := range length {
		e.Inputs = append(e.Inputs, learn.NewInput(words, strconv.FormatInt(random.Int64N(36), 36)))
		for q := range questions {
			e.Labels.tags[q] = append(e.Labels.tags[q], random.Int32N(int32(3+q)+1)-1)
		}
		head := int32(toRoot)
		if i > 0 {
			head = random.Int32N(int32(i))
		}
		e.Labels.heads = append(e.Labels.heads, head)
		e.Labels.relations = append(e.Labels.relations, random.Int32N(4))
	}
	return e
}
