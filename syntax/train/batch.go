package main

import (
	"cmp"
	"slices"

	"rashomon/network"
	"rashomon/syntax"
)

// An example is a sentence as the network sees it.
type example struct {
	words     []word // none if a committee labelled it
	inputs    []input
	tags      [questions][]int32
	heads     []int32 // indexes in the sentence, toRoot, unknown
	relations []int32
}

func (v *vocabulary) example(sent []word, words network.Words) example {
	e := example{words: sent}
	for _, w := range sent {
		e.inputs = append(e.inputs, newInput(words, w.form))
		for q, tag := range w.tags {
			e.tags[q] = append(e.tags[q], v.tags[q].id(tag))
		}
		e.tags[questions-1] = append(e.tags[questions-1], v.tags[questions-1].id(syntax.Derive(w.form, w.lemma).String()))
		e.heads = append(e.heads, int32(w.head))
		e.relations = append(e.relations, v.relations.id(w.relation))
	}
	return e
}

// A batch is some sentences, a row for every token.
type batch struct {
	sentences                []span
	vectors, words, features [][]int32
	tags                     [questions][]int32
	heads                    []int32 // rows of the batch, toRoot, unknown
	relations                []int32
}

func newBatch(examples []example) *batch {
	b := &batch{}
	for _, e := range examples {
		first := len(b.heads)
		b.sentences = append(b.sentences, span{first, len(e.inputs)})
		for i, in := range e.inputs {
			b.vectors = append(b.vectors, []int32{in.vector})
			b.words = append(b.words, []int32{in.word})
			b.features = append(b.features, in.features[:])
			head := e.heads[i]
			if head >= 0 {
				head += int32(first)
			}
			b.heads = append(b.heads, head)
		}
		for q := range questions {
			b.tags[q] = append(b.tags[q], e.tags[q]...)
		}
		b.relations = append(b.relations, e.relations...)
	}
	return b
}

// batches cuts examples, in random order but of like length, into batches of about size tokens.
func batches(examples []example, order []int, size int) [][]int {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(examples[a].inputs), len(examples[b].inputs)) })
	var out [][]int
	var current []int
	tokens := 0
	for _, i := range order {
		if tokens > 0 && tokens+len(examples[i].inputs) > size {
			out, current, tokens = append(out, current), nil, 0
		}
		current = append(current, i)
		tokens += len(examples[i].inputs)
	}
	return append(out, current)
}
