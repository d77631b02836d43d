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
	plan
	vocabulary   *learn.Labelling
	vectors      *learn.Tensor
	lesson, exam []example
	measured     int // the part
}

// leastCount is how often a word must be met to be known.
const leastCount = 3

// newSchool keeps one part of the samples to be measured on.
func newSchool(vectors *network.Vectors, samples []sample, measured int, p plan) *school {
	counts := map[string]int{}
	for _, c := range samples {
		for _, form := range c.Forms {
			if c.part != measured {
				counts[network.PlainForm(form)]++
			}
		}
	}
	s := &school{plan: p, vocabulary: learn.NewLabelling(counts, leastCount), vectors: learn.VectorTable(vectors), measured: measured}
	words := network.Words{Buckets: uint32(p.Buckets), Learned: s.vocabulary.Numbers, Vectors: vectors.Rows}
	for _, c := range samples {
		if c.part == measured {
			s.exam = append(s.exam, c.example(words))
		} else {
			s.lesson = append(s.lesson, c.example(words))
		}
	}
	return s
}

// teach trains a network and returns its file.
func (s *school) teach(report io.Writer) []byte {
	trainer := learn.Trainer[*judge, label]{
		Plan:  s.Plan,
		Build: func(w *learn.Weights) *judge { return newJudge(w, s.Sizes, len(s.vocabulary.Names), s.vectors) },
		Learn: func(j *judge, t *learn.Tape, examples []example, weight float32) []float64 {
			return []float64{j.learn(t, examples, weight, s.Dropouts)}
		},
		Draw: func(*rand.Rand) []example { return s.lesson },
		Report: func(epoch int, losses []float64) {
			fmt.Fprintf(report, "part %d, epoch %d, loss %.4f\n", s.measured, epoch+1, losses[0])
		},
	}
	j := trainer.Train()
	fmt.Fprintf(report, "part %d, not learned from: %s\n", s.measured, j.examine(s.exam))
	return j.export(s.vocabulary)
}
