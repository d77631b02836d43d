package main

import (
	"fmt"
	"io"
	"math/rand/v2"
	"time"

	"rashomon/entity/name"
	"rashomon/network"
	"rashomon/network/learn"
)

// A plan is how a recognizer is trained.
type plan struct {
	learn.Plan
	learn.Sizes
	silver float64 // tokens labelled by a committee, for each of the marked texts, in an epoch
	joined float64 // pairs of sentences that run into each other, for each marked sentence
}

// A lesson is how the recognizer that ships is made: a committee of members learns from the marked texts alone and
// labels plain text, from which and from the marked texts the recognizer learns.
type lesson struct {
	network, member plan // the members' seeds count up from that of member
	members         int
}

// A school is what all recognizers of a lesson learn from.
type school struct {
	vocabulary *learn.Labelling
	words      network.Words
	vectors    *learn.Tensor
	marked     []sentence
	gold       []example
	exams      []exam // to measure with, if any
	report     io.Writer
}

// leastCount is how often a word must be met to be known: what is met once teaches how to treat what is unknown.
const leastCount = 2

func newSchool(vectors *network.Vectors, marked []sentence, buckets int, report io.Writer) *school {
	counts := map[string]int{}
	for _, sent := range marked {
		for _, form := range sent.forms {
			counts[network.PlainForm(form)]++
		}
	}
	s := &school{marked: marked, report: report}
	s.vocabulary, s.vectors = learn.NewLabelling(counts, leastCount), learn.VectorTable(vectors)
	s.words = network.Words{Buckets: uint32(buckets), Learned: s.vocabulary.Numbers, Vectors: vectors.Rows}
	for _, sent := range marked {
		s.gold = append(s.gold, s.example(sent.forms, sent.labels))
	}
	return s
}

func (s *school) example(forms []string, l labels) example {
	e := example{Labels: l}
	values := name.AppendCategories(nil, forms)
	each := len(name.Categories())
	for i, form := range forms {
		e.Inputs = append(e.Inputs, learn.NewInput(s.words, form, values[i*each:(i+1)*each]...))
	}
	return e
}

// teach gives a lesson and returns the file of its recognizer.
func (s *school) teach(l lesson, plain [][]string) []byte {
	c := s.committee(l)
	silver := s.label(c, plain)
	fmt.Fprintf(s.report, "%d sentences of plain text labelled\n", len(silver))
	n := s.train(l.network, silver)
	s.tell("the recognizer", committee{n})
	return n.export(s.vocabulary)
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
		c[i] = s.train(p, nil)
	})
	for i := range c {
		s.tell(fmt.Sprintf("member %d", i+1), c[i:i+1])
	}
	s.tell("the committee", c)
	return c
}

// train trains a recognizer on the marked texts and on what a committee labelled, if anything.
func (s *school) train(p plan, silver []sentence) *recognizer {
	began := time.Now()
	trainer := learn.Trainer[*recognizer, labels]{
		Plan: p.Plan,
		Build: func(w *learn.Weights) *recognizer {
			return newRecognizer(w, p.Sizes, len(s.vocabulary.Names), s.vectors)
		},
		Learn: func(n *recognizer, t *learn.Tape, examples []example, weight float32) []float64 {
			return []float64{n.learn(t, examples, weight, p.Dropouts)}
		},
		Draw: func(random *rand.Rand) []example { return s.draw(p, silver, random) },
		Report: func(epoch int, losses []float64) {
			seconds := time.Since(began).Seconds()
			fmt.Fprintf(s.report, "network %d, epoch %d, %.0f s, loss %.4f\n", p.Seed, epoch+1, seconds, losses[0])
		},
	}
	return trainer.Train()
}

// draw returns the examples of an epoch: every marked sentence, and some others.
func (s *school) draw(p plan, silver []sentence, random *rand.Rand) []example {
	var examples []example
	tokens := 0
	for i, e := range s.gold {
		for range s.marked[i].times {
			examples = append(examples, s.disguised(e, s.marked[i], random))
			tokens += len(e.Inputs)
		}
	}
	examples = append(examples, s.joined(int(p.joined*float64(len(s.gold))), random)...)
	for left := int(p.silver * float64(tokens)); left > 0; {
		sent := silver[random.IntN(len(silver))]
		examples = append(examples, s.disguised(s.example(sent.forms, sent.labels), sent, random))
		left -= len(sent.forms)
	}
	return examples
}

// disguised returns the example of a sentence, now and then in another case. Names lean on their capitals more than
// parts of speech do: they are disguised twice as often as sentences are for these.
func (s *school) disguised(e example, sent sentence, random *rand.Rand) example {
	set := learn.Disguise(random)
	if set == nil {
		set = learn.Disguise(random)
	}
	if set == nil {
		return e
	}
	forms := make([]string, len(sent.forms))
	for i, form := range sent.forms {
		forms[i] = set(form)
	}
	return s.example(forms, sent.labels)
}
