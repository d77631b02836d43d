package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"slices"

	"rashomon/network"
	"rashomon/network/learn"
)

// A plan is how a network is trained.
type plan struct {
	learn.Plan
	learn.Sizes
}

// A lesson is how the network that ships is made: a committee learns what is marked, says what it thinks of that and of what
// is not marked, and the network learns both.
type lesson struct {
	network, member plan // the members' seeds count up from that of member
	members         int
	trust           float32 // in the committee, of 1, where people have said something else
}

// A school is what networks learn from and are measured on.
type school struct {
	vocabulary     *learn.Labelling
	vectors        *learn.Tensor
	marked, others []example
	exam           []example // of the part that is measured
	report         io.Writer
}

// leastCount is how often a word must be met to be known.
const leastCount = 3

// newSchool keeps one part of the samples to be measured on. Whatever else is in its sentences is not learned from either.
func newSchool(vectors *network.Vectors, samples []sample, measured, buckets int, report io.Writer) *school {
	counts := map[string]int{}
	for _, sample := range samples {
		for _, form := range sample.Forms {
			if sample.part != measured && sample.value != notMarked {
				counts[network.PlainForm(form)]++
			}
		}
	}
	s := &school{vocabulary: learn.NewLabelling(counts, leastCount), vectors: learn.VectorTable(vectors), report: report}
	words := network.Words{Buckets: uint32(buckets), Learned: s.vocabulary.Numbers, Vectors: vectors.Rows}
	for _, sample := range samples {
		switch {
		case sample.part != measured && sample.value == notMarked:
			s.others = append(s.others, sample.example(words))
		case sample.part != measured:
			s.marked = append(s.marked, sample.example(words))
		case sample.value != notMarked:
			s.exam = append(s.exam, sample.example(words))
		}
	}
	return s
}

// teach gives a lesson and returns the file of its network.
func (s *school) teach(l lesson) []byte {
	c := s.committee(l)
	taught := s.taught(c, l.trust)
	s.tell("the committee", c)
	j := s.train(l.network, taught)
	s.tell("the network", committee{j})
	return j.export(s.vocabulary)
}

func (s *school) tell(who string, c committee) {
	fmt.Fprintf(s.report, "%s: %s\n", who, c.examine(s.exam))
}

// committee trains the members side by side.
func (s *school) committee(l lesson) committee {
	c := make(committee, l.members)
	numbers := make([]int, l.members)
	for i := range numbers {
		numbers[i] = i
	}
	learn.InEach(numbers, func(i int) {
		p := l.member
		p.Seed += uint64(i)
		c[i] = s.train(p, s.marked)
	})
	for i := range c {
		s.tell(fmt.Sprintf("member %d", i+1), c[i:i+1])
	}
	return c
}

// taught returns what is marked, with what the committee thinks of it mixed in, and what else it says.
func (s *school) taught(c committee, trust float32) []example {
	taught := slices.Concat(s.marked, s.others)
	for i, said := range c.shares(taught) {
		shares := &taught[i].Labels.shares
		for value := range shares {
			if taught[i].Labels.value == notMarked {
				shares[value] = said[value]
			} else {
				shares[value] += trust * (said[value] - shares[value])
			}
		}
	}
	return taught
}

// train trains a judge.
func (s *school) train(p plan, examples []example) *judge {
	trainer := learn.Trainer[*judge, label]{
		Plan:  p.Plan,
		Build: func(w *learn.Weights) *judge { return newJudge(w, p.Sizes, len(s.vocabulary.Names), s.vectors) },
		Learn: func(j *judge, t *learn.Tape, examples []example, weight float32) []float64 {
			return []float64{j.learn(t, examples, weight, p.Dropouts)}
		},
		Draw: func(*rand.Rand) []example { return examples },
		Report: func(epoch int, losses []float64) {
			fmt.Fprintf(s.report, "network %d, epoch %d, loss %.4f\n", p.Seed, epoch+1, losses[0])
		},
	}
	return trainer.Train()
}
