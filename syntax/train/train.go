package main

import (
	"fmt"
	"math"
	"math/rand/v2"
	"slices"
	"time"
)

// A plan is how a network is trained.
type plan struct {
	sizes
	dropouts
	epochs  int
	batch   int     // tokens
	shards  int     // parts of a batch that are learned side by side; their number, not that of cores, decides the sums
	rate    float64 // at its highest
	average float32 // how slowly the averages of the weights move
	silver  float64 // tokens labelled by a committee, for each of the treebanks, in an epoch
	seed    uint64
}

// A trainer trains a network.
type trainer struct {
	plan
	*school
	networks  []*scorer // the first is trained; the others share its weights and have gradients of their own
	tapes     []*tape
	optimizer adam
	silver    []example // labelled by a committee
	random    *rand.Rand
	step      int
}

func newTrainer(p plan, s *school, silver []example) *trainer {
	tr := &trainer{plan: p, school: s, silver: silver, random: rand.New(rand.NewPCG(p.seed, 1))}
	tr.networks = []*scorer{newScorer(p.sizes, s.vocabulary, s.vectors, rand.New(rand.NewPCG(p.seed, 0)))}
	for range p.shards - 1 {
		tr.networks = append(tr.networks, tr.networks[0].shadow(s.vocabulary))
	}
	for range p.shards {
		tr.tapes = append(tr.tapes, &tape{})
	}
	tr.optimizer.parameters = tr.networks[0].parameters
	return tr
}

// train trains the network and leaves the average of its weights in it.
func (tr *trainer) train() *scorer {
	began := time.Now()
	for epoch := range tr.epochs {
		losses := tr.epoch(epoch)
		fmt.Fprintf(tr.report, "network %d, epoch %d, %.0f s, losses %.3f\n", tr.seed, epoch+1, time.Since(began).Seconds(), losses)
	}
	for _, p := range tr.networks[0].parameters {
		copy(p.value, p.average)
	}
	return tr.networks[0]
}

// losses are those of the tag questions, of arcs and of relations.
type losses [questions + 2]float64

// epoch learns every sentence of the treebanks once, and some others, and returns the mean losses.
func (tr *trainer) epoch(epoch int) losses {
	examples := tr.draw()
	batches := batches(examples, tr.random.Perm(len(examples)), tr.batch)
	tr.random.Shuffle(len(batches), func(i, j int) { batches[i], batches[j] = batches[j], batches[i] })
	var sum losses
	for i, batch := range batches {
		tr.step++
		for q, loss := range tr.learn(examples, batch) {
			sum[q] += loss / float64(len(batches))
		}
		progress := (float64(epoch) + float64(i)/float64(len(batches))) / float64(tr.epochs)
		tr.optimizer.update(tr.rateAt(progress), tr.average)
	}
	return sum
}

// draw returns the examples of an epoch.
func (tr *trainer) draw() []example {
	var examples []example
	tokens := 0
	for _, e := range tr.gold {
		examples = append(examples, tr.disguise(e))
		tokens += len(e.inputs)
	}
	for left := int(tr.plan.silver * float64(tokens)); left > 0; {
		e := tr.silver[tr.random.IntN(len(tr.silver))]
		examples = append(examples, e)
		left -= len(e.inputs)
	}
	return examples
}

// The first steps are taken carefully; from then on the rate falls to nearly nothing along a cosine (Loshchilov and Hutter 2017).
const (
	careful   = 200 // steps
	leastRate = 0.02
)

func (tr *trainer) rateAt(progress float64) float32 {
	warm := math.Min(1, float64(tr.step)/careful)
	fall := (1 + math.Cos(math.Pi*progress)) / 2
	return float32(tr.rate * warm * (leastRate + (1-leastRate)*fall))
}

// learn adds up the gradients of a batch, part by part, and returns its mean losses.
func (tr *trainer) learn(examples []example, batch []int) losses {
	parts := make([]*part, tr.shards)
	for i := range parts {
		parts[i] = &part{shard: i, seed: tr.random.Uint64()}
	}
	tokens := 0
	for i, index := range batch {
		p := parts[i%len(parts)]
		p.examples = append(p.examples, tr.blind(examples[index]))
		tokens += len(examples[index].inputs)
	}
	parts = slices.DeleteFunc(parts, func(p *part) bool { return len(p.examples) == 0 })
	inEach(parts, func(p *part) {
		t := tr.tapes[p.shard]
		t.reset(rand.New(rand.NewPCG(p.seed, 2)))
		p.losses = tr.networks[p.shard].learn(t, newBatch(p.examples), 1/float32(tokens), tr.dropouts)
	})
	var sum losses
	for _, p := range parts {
		for q, loss := range p.losses {
			sum[q] += loss / float64(tokens)
		}
		tr.collect(tr.networks[p.shard])
	}
	return sum
}

// A part is what one shard learns of a batch.
type part struct {
	shard    int
	seed     uint64
	examples []example
	losses   losses
}

// collect adds the gradients of a shadow to those of the network.
func (tr *trainer) collect(shadow *scorer) {
	if shadow == tr.networks[0] {
		return
	}
	for i, p := range shadow.parameters {
		add(tr.networks[0].parameters[i].gradient, p.gradient)
		clear(p.gradient)
	}
}

// blind hides some words from the network, so that it meets words not known and words without a vector in training.
func (tr *trainer) blind(e example) example {
	inputs := make([]input, len(e.inputs))
	for i, in := range e.inputs {
		if tr.random.Float32() < tr.dropouts.words {
			in.word = 0
		}
		if tr.random.Float32() < tr.dropouts.vectors {
			in.vector = 0
		}
		inputs[i] = in
	}
	e.inputs = inputs
	return e
}
