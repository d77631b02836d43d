package main

import (
	"fmt"
	"math/rand/v2"
	"time"

	"rashomon/network"
	"rashomon/network/learn"
)

// A plan is how a network is trained.
type plan struct {
	learn.Plan
	sizes
	silver float64 // tokens labelled by a committee, for each of the treebanks, in an epoch
}

// train trains a network on the treebanks and on what a committee labelled, if anything.
func (s *school) train(p plan, silver []example) *scorer {
	began := time.Now()
	trainer := learn.Trainer[*scorer, labels]{
		Plan:  p.Plan,
		Build: func(w *learn.Weights) *scorer { return newScorer(w, p.sizes, s.vocabulary, s.vectors) },
		Learn: func(n *scorer, t *learn.Tape, examples []example, weight float32) []float64 {
			losses := n.learn(t, newBatch(examples), weight, p.Dropouts)
			return losses[:]
		},
		Draw: func(random *rand.Rand) []example { return s.draw(p, silver, random) },
		Report: func(epoch int, losses []float64) {
			fmt.Fprintf(s.report, "network %d, epoch %d, %.0f s, losses %.3f\n", p.Seed, epoch+1, time.Since(began).Seconds(), losses)
		},
	}
	return trainer.Train()
}

// draw returns the examples of an epoch: every sentence of the treebanks, and some others.
func (s *school) draw(p plan, silver []example, random *rand.Rand) []example {
	var examples []example
	tokens := 0
	for _, e := range s.gold {
		examples = append(examples, s.disguise(e, random))
		tokens += len(e.Inputs)
	}
	for left := int(p.silver * float64(tokens)); left > 0; {
		e := silver[random.IntN(len(silver))]
		examples = append(examples, e)
		left -= len(e.Inputs)
	}
	return examples
}

// export returns the model file of a network.
func export(n *scorer, v *vocabulary) []byte {
	var w network.Writer
	w.Strings("words", v.words.Names)
	for q, name := range []string{"upos", "xpos", "features", "scripts"} {
		w.Strings(name, v.tags[q].Names)
	}
	w.Strings("tags", v.together.Names)
	w.Strings("relations", v.relations.Names)
	n.weights.Export(&w)
	return w.File()
}
