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

// A lesson is how the network that ships is made: a committee learns what is marked, says what it thinks of that and
// of what is not marked, and the network learns both.
type lesson struct {
	network, member plan // the members' seeds count up from that of member
	members         int
	trust           float32 // in the committee, of 1, where people have said something else
}

// A school is what networks learn from and are measured on.
type school struct {
	vocabulary *learn.Labelling
	vectors    *learn.Tensor
	lesson     []example // with all questions
	exam       []example // of the part that is measured, with those that people have answered
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
	s := &school{vocabulary: learn.NewLabelling(counts, leastCount), vectors: learn.VectorTable(vectors), report: report}
	words := network.Words{Buckets: uint32(buckets), Learned: s.vocabulary.Numbers, Vectors: vectors.Rows}
	for _, sample := range samples {
		if e := sample.example(words); sample.part == measured {
			s.exam = append(s.exam, markedOnly(e))
		} else {
			s.lesson = append(s.lesson, e)
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
	marked := each(s.lesson, markedOnly)
	numbers := make([]int, l.members)
	for i := range numbers {
		numbers[i] = i
	}
	learn.InEach(numbers, func(i int) {
		p := l.member
		p.Seed += uint64(i)
		c[i] = s.train(p, marked)
	})
	for i := range c {
		s.tell(fmt.Sprintf("member %d", i+1), c[i:i+1])
	}
	return c
}

// taught returns the lesson with what the committee says: mixed with what people say or, where nobody was asked, alone.
func (s *school) taught(c committee, trust float32) []example {
	said := c.shares(s.lesson)
	return each(s.lesson, func(e example) example {
		e.Labels = slices.Clone(e.Labels)
		for i := range e.Labels {
			q := &e.Labels[i]
			mix := trust
			if q.value == notMarked {
				mix = 1
			}
			for value := range q.shares {
				q.shares[value] += mix * (said[0][value] - q.shares[value])
			}
			said = said[1:]
		}
		return e
	})
}

func each(examples []example, change func(example) example) []example {
	changed := make([]example, len(examples))
	for i, e := range examples {
		changed[i] = change(e)
	}
	return changed
}

// train trains a judge.
func (s *school) train(p plan, examples []example) *judge {
	trainer := learn.Trainer[*judge, []question]{
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
