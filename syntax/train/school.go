package main

import (
	"fmt"
	"io"
	"math/rand/v2"

	"rashomon/network"
	"rashomon/network/learn"
)

// A lesson is how a network is made: a committee of members learns from the treebanks alone and labels so many tokens of plain
// text, from which and from the treebanks the network learns.
type lesson struct {
	network, member plan // the members' seeds count up from that of member
	members         int
	tokens          int
}

// A school is what all networks of a lesson learn from.
type school struct {
	vocabulary *vocabulary
	words      network.Words
	vectors    *learn.Tensor
	gold       []example
	exam       []example // to measure with, if any
	report     io.Writer
}

func newSchool(vectors *network.Vectors, sentences [][]word, buckets int, report io.Writer) *school {
	s := &school{vocabulary: newVocabulary(sentences), report: report}
	s.vectors = learn.VectorTable(vectors)
	s.words = network.Words{Buckets: uint32(buckets), Learned: s.vocabulary.words.Numbers, Vectors: vectors.Rows}
	s.gold = s.examples(sentences)
	return s
}

func (s *school) examples(sentences [][]word) []example {
	var out []example
	for _, sentence := range sentences {
		out = append(out, s.vocabulary.example(sentence, s.words))
	}
	return out
}

// teach gives a lesson and returns the file of its network.
func (s *school) teach(l lesson, texts [][]string) []byte {
	c := s.committee(l)
	silver := c.label(texts, s.words, l.tokens, rand.New(rand.NewPCG(l.network.Seed, 3)))
	fmt.Fprintf(s.report, "%d sentences of plain text labelled\n", len(silver))
	n := s.train(l.network, silver)
	s.tell("the network", committee{n})
	return export(n, s.vocabulary)
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

// tell reports how good a committee is.
func (s *school) tell(name string, c committee) {
	if s.exam != nil {
		fmt.Fprintf(s.report, "%s: %s\n", name, c.measure(s.exam))
	}
}
