package main

import (
	"math/rand/v2"
	"slices"
	"sync"

	"rashomon/network"
	"rashomon/network/learn"
)

// label has a committee label sentences, in random order until there are enough tokens.
func (c committee) label(sentences [][]string, words network.Words, tokens int, random *rand.Rand) []example {
	sentences = slices.Clone(sentences)
	random.Shuffle(len(sentences), func(i, j int) { sentences[i], sentences[j] = sentences[j], sentences[i] })
	var groups []*group
	for _, forms := range sentences {
		if tokens <= 0 {
			break
		}
		tokens -= len(forms)
		if len(groups) == 0 || len(groups[len(groups)-1].examples) == labelledTogether {
			groups = append(groups, &group{})
		}
		g := groups[len(groups)-1]
		g.examples = append(g.examples, unlabelled(forms, words))
	}
	learn.InEach(groups, func(g *group) { g.label(c) })
	var out []example
	for _, g := range groups {
		out = append(out, g.examples...)
	}
	return out
}

// labelledTogether is how many sentences go through the networks at once.
const labelledTogether = 32

// A group is some sentences that are labelled together.
type group struct{ examples []example }

func unlabelled(forms []string, words network.Words) example {
	var out example
	for _, form := range forms {
		out.Inputs = append(out.Inputs, learn.NewInput(words, form))
		out.Labels.heads = append(out.Labels.heads, learn.Unknown)
		out.Labels.relations = append(out.Labels.relations, learn.Unknown)
		for q := range questions {
			out.Labels.tags[q] = append(out.Labels.tags[q], learn.Unknown)
		}
	}
	return out
}

func (g *group) label(c committee) {
	b := newBatch(g.examples)
	t := tapes.Get().(*learn.Tape)
	defer tapes.Put(t)
	t.Reset(nil)
	v := c.judge(t, b)
	for i, s := range b.Sequences {
		l := &g.examples[i].Labels
		for q := range questions {
			l.tags[q] = v.tags[q][s.First : s.First+s.Length]
		}
		l.relations = v.relations[s.First : s.First+s.Length]
		for j, head := range v.heads[s.First : s.First+s.Length] {
			l.heads[j] = head
			if head >= 0 {
				l.heads[j] = head - int32(s.First)
			}
		}
	}
}

var tapes = sync.Pool{New: func() any { return &learn.Tape{} }}
