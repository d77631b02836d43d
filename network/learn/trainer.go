// Package learn trains the networks that package network runs: tensors and their gradients, layers, the optimiser, the
// schedule, and what the networks learn from. It is imported by the programs that make models and by nothing else. It prints
// nothing and asks no clock; what differs from task to task, labels and losses, is the program's own.
package learn

import (
	"math"
	"math/rand/v2"
	"slices"
)

// A Plan is how a network is trained.
type Plan struct {
	Dropouts
	Epochs  int
	Batch   int     // tokens
	Shards  int     // parts of a batch that are learned side by side; their number, not that of cores, decides the sums
	Rate    float64 // at its highest
	Average float32 // how slowly the averages of the weights move
	Seed    uint64
}

// A Trainer trains a network: the same bytes each time, on however many cores.
type Trainer[Network, Labels any] struct {
	Plan

	// Build adds the layers of the network to weights, the same ones each time: every shard gets a network of its own.
	Build func(w *Weights) Network

	// Learn runs some examples, adds up the gradients, and returns the losses, summed over the tokens. weight is that of a
	// token.
	Learn func(n Network, t *Tape, examples []Example[Labels], weight float32) []float64

	Draw   func(random *rand.Rand) []Example[Labels] // returns the examples of an epoch
	Report func(epoch int, losses []float64)         // is told the mean losses after each epoch

	shards    []shard[Network] // the first is trained; the others share its weights and have gradients of their own
	optimizer adam
	random    *rand.Rand
	step      int
}

// A shard is a network that learns a part of each batch.
type shard[Network any] struct {
	weights *Weights
	network Network
	tape    *Tape
}

// Train returns a trained network, with the average of its weights.
func (tr *Trainer[Network, Labels]) Train() Network {
	weights := NewWeights(rand.New(rand.NewPCG(tr.Seed, 0)))
	tr.shards = []shard[Network]{{weights, tr.Build(weights), &Tape{}}}
	for range tr.Shards - 1 {
		shadow := weights.shadow()
		tr.shards = append(tr.shards, shard[Network]{shadow, tr.Build(shadow), &Tape{}})
	}
	tr.random = rand.New(rand.NewPCG(tr.Seed, 1))
	tr.optimizer, tr.step = adam{parameters: weights.parameters}, 0
	for epoch := range tr.Epochs {
		tr.Report(epoch, tr.epoch(epoch))
	}
	weights.keepAverages()
	return tr.shards[0].network
}

// epoch learns every example that is drawn once, and returns the mean losses.
func (tr *Trainer[Network, Labels]) epoch(epoch int) []float64 {
	examples := tr.Draw(tr.random)
	batches := batches(examples, tr.random.Perm(len(examples)), tr.Batch)
	tr.random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	var sum []float64
	for i, batch := range batches {
		tr.step++
		sum = addScaled(sum, tr.learn(examples, batch), 1/float64(len(batches)))
		progress := (float64(epoch) + float64(i)/float64(len(batches))) / float64(tr.Epochs)
		tr.optimizer.update(tr.rateAt(progress), tr.Average)
	}
	return sum
}

// addScaled adds losses times scale to sum, which it makes if there is none yet.
func addScaled(sum, losses []float64, scale float64) []float64 {
	if sum == nil {
		sum = make([]float64, len(losses))
	}
	for i, loss := range losses {
		sum[i] += loss * scale
	}
	return sum
}

// The first steps are taken carefully; from then on the rate falls to nearly nothing along a cosine (Loshchilov and Hutter
// 2017).
const (
	careful   = 200 // steps
	leastRate = 0.02
)

func (tr *Trainer[Network, Labels]) rateAt(progress float64) float32 {
	warm := math.Min(1, float64(tr.step)/careful)
	fall := (1 + math.Cos(math.Pi*progress)) / 2
	return float32(tr.Rate * warm * (leastRate + (1-leastRate)*fall))
}

// A part is what one shard learns of a batch.
type part[Labels any] struct {
	shard    int
	seed     uint64
	examples []Example[Labels]
	losses   []float64
}

// learn adds up the gradients of a batch, part by part, and returns its mean losses.
func (tr *Trainer[Network, Labels]) learn(examples []Example[Labels], batch []int) []float64 {
	parts, tokens := tr.parts(examples, batch)
	InEach(parts, func(p *part[Labels]) {
		s := tr.shards[p.shard]
		s.tape.Reset(rand.New(rand.NewPCG(p.seed, 2)))
		p.losses = tr.Learn(s.network, s.tape, p.examples, 1/float32(tokens))
	})
	var sum []float64
	for _, p := range parts {
		sum = addScaled(sum, p.losses, 1/float64(tokens))
		if p.shard > 0 {
			tr.shards[0].weights.collect(tr.shards[p.shard].weights)
		}
	}
	return sum
}

// parts deals the examples of a batch, with some words hidden, to the shards, and returns the number of tokens.
func (tr *Trainer[Network, Labels]) parts(examples []Example[Labels], batch []int) (parts []*part[Labels], tokens int) {
	for i := range tr.shards {
		parts = append(parts, &part[Labels]{shard: i, seed: tr.random.Uint64()})
	}
	for i, index := range batch {
		p, e := parts[i%len(parts)], examples[index]
		e.Inputs = blind(tr.random, e.Inputs, tr.Dropouts)
		p.examples = append(p.examples, e)
		tokens += len(e.Inputs)
	}
	return slices.DeleteFunc(parts, func(p *part[Labels]) bool { return len(p.examples) == 0 }), tokens
}
