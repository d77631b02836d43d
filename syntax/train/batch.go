package main

import (
	"math/rand/v2"

	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/syntax"
)

// labels are what is to be found of the tokens of a sentence.
type labels struct {
	words     []word // none if a committee labelled it
	tags      [questions][]int32
	heads     []int32 // indexes in the sentence, toRoot, learn.Unknown
	relations []int32
}

type example = learn.Example[labels]

func (v *vocabulary) example(sent []word, words network.Words) example {
	var e example
	l := &e.Labels
	l.words = sent
	for _, w := range sent {
		e.Inputs = append(e.Inputs, learn.NewInput(words, w.form))
		for q, tag := range w.tags {
			l.tags[q] = append(l.tags[q], v.tags[q].Number(tag))
		}
		l.tags[questions-1] = append(l.tags[questions-1], v.tags[questions-1].Number(syntax.Derive(w.form, w.lemma).String()))
		l.heads = append(l.heads, int32(w.head))
		l.relations = append(l.relations, v.relations.Number(w.relation))
	}
	return e
}

// disguise now and then sets a sentence in another case. Its lemmas stay what they are.
func (s *school) disguise(e example, random *rand.Rand) example {
	set := learn.Disguise(random)
	if set == nil {
		return e
	}
	words := make([]word, len(e.Labels.words))
	for i, w := range e.Labels.words {
		w.form = set(w.form)
		words[i] = w
	}
	return s.vocabulary.example(words, s.words)
}

// A batch is some sentences, a row for every token.
type batch struct {
	*learn.Batch
	tags      [questions][]int32
	heads     []int32 // rows of the batch, toRoot, learn.Unknown
	relations []int32
}

func newBatch(examples []example) *batch {
	b := &batch{Batch: learn.NewBatch(examples)}
	for _, e := range examples {
		first := int32(len(b.heads))
		for _, head := range e.Labels.heads {
			if head >= 0 {
				head += first
			}
			b.heads = append(b.heads, head)
		}
		for q := range questions {
			b.tags[q] = append(b.tags[q], e.Labels.tags[q]...)
		}
		b.relations = append(b.relations, e.Labels.relations...)
	}
	return b
}
