package main

import (
	"rashomon/entity/name/chain"
	"rashomon/network"
	"rashomon/network/learn"
)

// A recognizer is what package name runs, in floating-point numbers and with gradients.
type recognizer struct {
	weights *learn.Weights
	encoder *learn.Encoder
	tagger  *learn.Tagger
	pairs   *learn.Tensor // scores of labels side by side
	chain   *chain.Chain
	lattice chain.Lattice
}

// An example is a sentence with the set of labels that each token may have.
type example = learn.Example[[]uint64]

func newRecognizer(w *learn.Weights, z learn.Sizes, words int, vectors *learn.Tensor) *recognizer {
	n := &recognizer{weights: w, encoder: w.Encoder(z, words, vectors)}
	n.tagger = w.Tagger(z, chain.Labels(len(types)))
	n.pairs = w.Vector("pairs", chain.Pairs(len(types)))
	n.chain = chain.New(len(types), n.pairs.Value)
	return n
}

// score returns the scores of all labels of the tokens of a batch.
func (n *recognizer) score(t *learn.Tape, b *learn.Batch, d learn.Dropouts) *learn.Tensor {
	return n.tagger.Score(t, n.encoder.Encode(t, b, d), d)
}

// learn runs examples, adds up the gradients, and returns the loss: how much less likely the sequences of labels that
// are allowed are than all sequences, in logarithms. Where one sequence alone is allowed this is the loss of
// conditional random fields; with more it is that of learning from partial annotation (Tsuboi and others 2008). weight
// is that of a token.
func (n *recognizer) learn(t *learn.Tape, examples []example, weight float32, d learn.Dropouts) float64 {
	b := learn.NewBatch(examples)
	scores := n.score(t, b, d)
	n.chain.Prepare()
	loss := 0.0
	for i, s := range b.Sequences {
		loss += n.learnSentence(scores, s, examples[i].Labels, weight)
	}
	t.Backward()
	return loss
}

func (n *recognizer) learnSentence(scores *learn.Tensor, s network.Sequence, allowed []uint64, weight float32) float64 {
	from, to := s.First*scores.Columns, (s.First+s.Length)*scores.Columns
	add := func(allowed []uint64, weight float32) (sum float64) {
		sum = n.lattice.Sum(n.chain, scores.Value[from:to], allowed)
		for i := range s.Length {
			gradient := scores.GradientRow(s.First + i)
			for label := range gradient {
				gradient[label] += float32(weight * n.lattice.Label(i, label))
			}
		}
		n.lattice.AddPairs(n.pairs.Gradient, weight)
		return sum
	}
	return add(nil, weight) - add(allowed, -weight)
}

// export returns the file of a recognizer.
func (n *recognizer) export(words *learn.Labelling) []byte {
	var w network.Writer
	w.Strings("words", words.Names)
	var names []string
	for _, kind := range types {
		names = append(names, string(kind))
	}
	w.Strings("types", names)
	n.weights.Export(&w)
	return w.File()
}
