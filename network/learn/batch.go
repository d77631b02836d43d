package learn

import (
	"cmp"
	"slices"

	"rashomon/network"
)

// An Example is a sentence as the network sees it, and the labels that it is to find there, whatever they are.
type Example[Labels any] struct {
	Inputs []Input
	Labels Labels
}

// A Batch is the inputs of some sentences, a row for every token, sentence after sentence.
type Batch struct {
	Sequences                []network.Sequence
	vectors, words, features [][]int32
	categories               [][][]int32
}

// NewBatch returns the batch of examples.
func NewBatch[Labels any](examples []Example[Labels]) *Batch {
	b := &Batch{}
	for _, e := range examples {
		b.Sequences = append(b.Sequences, network.Sequence{First: len(b.words), Length: len(e.Inputs)})
		for _, in := range e.Inputs {
			b.add(in)
		}
	}
	return b
}

func (b *Batch) add(in Input) {
	b.vectors = append(b.vectors, []int32{in.vector})
	b.words = append(b.words, []int32{in.word})
	b.features = append(b.features, in.features[:])
	if b.categories == nil {
		b.categories = make([][][]int32, len(in.Categories))
	}
	for i, value := range in.Categories {
		b.categories[i] = append(b.categories[i], []int32{int32(value)})
	}
}

// batches cuts examples, in random order but of like length, into batches of about size tokens.
func batches[Labels any](examples []Example[Labels], order []int, size int) [][]int {
	slices.SortStableFunc(order, func(a, b int) int { return cmp.Compare(len(examples[a].Inputs), len(examples[b].Inputs)) })
	var out [][]int
	var current []int
	tokens := 0
	for _, i := range order {
		if tokens > 0 && tokens+len(examples[i].Inputs) > size {
			out, current, tokens = append(out, current), nil, 0
		}
		current = append(current, i)
		tokens += len(examples[i].Inputs)
	}
	return append(out, current)
}
