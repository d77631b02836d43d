package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"rashomon/network"
	"rashomon/network/learn"
)

// A plan is how a network is trained.
type plan struct {
	learn.Plan
	learn.Sizes
}

// A school is what a network learns from and is measured on.
type school struct {
	vocabulary *learn.Labelling
	vectors    *learn.Tensor
	lesson     []example
	exam       []example // of the part that is measured
	report     io.Writer
}

// leastCount is how often a word must be met to be known.
const leastCount = 3

// newSchool keeps one part of the samples to be measured on.
func newSchool(vectors *network.Vectors, samples []sample, measured, buckets int, report io.Writer) *school {
	counts := map[string]int{}
	for _, sample := range samples {
		for _, form := range sample.Forms {
			if sample.part != measured {
				counts[network.PlainForm(form)]++
			}
		}
	}
	vocabulary := learn.NewLabelling(counts, leastCount)
	s := &school{vocabulary: vocabulary, vectors: learn.VectorTable(vectors), report: report}
	words := network.Words{Buckets: uint32(buckets), Learned: vocabulary.Numbers, Vectors: vectors.Rows}
	for _, sample := range samples {
		if sample.part == measured {
			s.exam = append(s.exam, sample.example(words))
		} else {
			s.lesson = append(s.lesson, sample.example(words))
		}
	}
	return s
}

// teach trains a judge and returns its file.
func (s *school) teach(p plan) []byte {
	trainer := learn.Trainer[*judge, []question]{
		Plan:  p.Plan,
		Build: func(w *learn.Weights) *judge { return newJudge(w, p.Sizes, len(s.vocabulary.Names), s.vectors) },
		Learn: func(j *judge, t *learn.Tape, examples []example, weight float32) []float64 {
			return []float64{j.learn(t, examples, weight, p.Dropouts)}
		},
		Draw: func(*rand.Rand) []example { return s.lesson },
		Report: func(epoch int, losses []float64) {
			fmt.Fprintf(s.report, "epoch %d, loss %.4f\n", epoch+1, losses[0])
		},
	}
	j := trainer.Train()
	fmt.Fprintf(s.report, "on the part that was not learned from: %s\n", j.examine(s.exam))
	return j.export(s.vocabulary)
}
