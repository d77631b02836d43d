package main

import (
	"math"
	"math/rand/v2"
	"testing"

	"rashomon/network"
)

// TestGradients compares every kind of gradient with the difference quotient of the loss.
func TestGradients(t *testing.T) {
	t.Parallel()
	random := rand.New(rand.NewPCG(1, 2))
	n, b := smallScorer(random)
	work := &tape{}
	loss := func() float64 {
		work.reset(nil)
		losses := n.learn(work, b, 1, dropouts{})
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
	gradients := map[string][]float32{}
	for _, p := range n.parameters {
		gradients[p.name] = append([]float32(nil), p.gradient...)
	}
	for _, p := range n.parameters {
		for range 20 {
			i := random.IntN(len(p.value))
			const step = 4e-3
			at := p.value[i]
			p.value[i] = at + step
			above := loss()
			p.value[i] = at - step
			below := loss()
			p.value[i] = at
			got, want := float64(gradients[p.name][i]), (above-below)/(2*step)
			if math.Abs(got-want) > 0.02*math.Abs(want)+2e-3 {
				t.Errorf("%s[%d]: gradient %g, difference quotient %g", p.name, i, got, want)
			}
		}
	}
}

// smallScorer returns a network and a batch of random sentences.
func smallScorer(random *rand.Rand) (*scorer, *batch) {
	names := func(n int) *labelling {
		l := &labelling{}
		for i := range n {
			l.names = append(l.names, string(rune('a'+i)))
		}
		return l
	}
	v := &vocabulary{words: names(7), relations: names(4)}
	for q := range questions {
		v.tags[q] = names(3 + q)
	}
	vectors := &tensor{rows: 5, columns: 3, value: make([]float32, 15)}
	for i := range vectors.value {
		vectors.value[i] = float32(random.NormFloat64())
	}
	z := sizes{learned: 4, hashed: 3, buckets: 11, width: 6, hidden: 8, layers: 2, tagger: 5, arc: 5, relation: 6}
	n := newScorer(z, v, vectors, random)
	b := &batch{}
	for _, length := range []int{3, 1, 5, 4} {
		first := len(b.heads)
		b.sentences = append(b.sentences, span{first, length})
		for i := range length {
			b.vectors = append(b.vectors, []int32{random.Int32N(5)})
			b.words = append(b.words, []int32{random.Int32N(8)})
			features := make([]int32, network.FeatureCount)
			for j := range features {
				features[j] = random.Int32N(11)
			}
			b.features = append(b.features, features)
			for q := range questions {
				b.tags[q] = append(b.tags[q], random.Int32N(int32(3+q)+1)-1)
			}
			head := int32(toRoot)
			if i > 0 {
				head = int32(first + random.IntN(i))
			}
			b.heads = append(b.heads, head)
			b.relations = append(b.relations, random.Int32N(4))
		}
	}
	return n, b
}
