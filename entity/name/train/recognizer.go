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
	heads   learn.Dense
	inner   struct {
		pairs *learn.Tensor
		chain *chain.Chain
	}
}

// An example is a sentence with the labels that its tokens may have.
type example = learn.Example[labels]

// labels are the sets of labels that the tokens of a sentence may have, and, for the names whose inner names are known, those
// that the tokens of each may have as parts of these.
type labels struct {
	allowed []uint64
	inner   []inner
	heads   []int32 // the kinds of what the tokens head; nil where they are not known
}

// An inner is what is known of the names within a name.
type inner struct {
	start   int // of the name
	allowed []uint64
}

func newRecognizer(w *learn.Weights, z learn.Sizes, words int, vectors *learn.Tensor) *recognizer {
	n := &recognizer{weights: w, encoder: w.Encoder(z, words, vectors)}
	n.tagger = w.Tagger(z, 2*chain.Labels(len(types)))
	n.pairs = w.Vector("pairs", chain.Pairs(len(types)))
	n.chain = chain.New(len(types), n.pairs.Value)
	n.heads = w.Scaffold(len(headKinds), z.Hidden+z.Width)
	n.inner.pairs = w.Vector("inner pairs", chain.Pairs(len(types)))
	n.inner.chain = chain.New(len(types), n.inner.pairs.Value)
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
	encoding := n.encoder.Encode(t, b, d)
	scores := n.tagger.Score(t, encoding, d)
	loss := headWeight * n.learnHeads(t, encoding, examples, headWeight*weight)
	n.chain.Prepare()
	n.inner.chain.Prepare()
	for i, s := range b.Sequences {
		loss += n.learnSentence(scores, s, examples[i].Labels, weight)
	}
	t.Backward()
	return loss
}

// headWeight is what a head counts for beside a label.
const headWeight = 0.4

// learnHeads learns what kind of thing each word speaks of, where that is known: there are four times as many heads as
// names, and what can be said of a person is said of persons without names too.
func (n *recognizer) learnHeads(t *learn.Tape, e learn.Encoding, examples []example, weight float32) float64 {
	var kinds []int32
	for _, example := range examples {
		known := example.Labels.heads
		for i := range example.Inputs {
			if known == nil {
				kinds = append(kinds, learn.Unknown)
			} else {
				kinds = append(kinds, known[i])
			}
		}
	}
	return learn.Classify(t.Dense(t.Beside(e.Hidden, e.Input), n.heads), 0, len(headKinds), kinds, weight)
}

func (n *recognizer) learnSentence(scores *learn.Tensor, s network.Sequence, l labels, weight float32) float64 {
	each := scores.Columns / 2
	loss := n.learnRun(n.chain, n.pairs, scores, run{s.First, s.Length, 0, each}, l.allowed, weight)
	for _, in := range l.inner {
		r := run{s.First + in.start, len(in.allowed), each, each}
		loss += n.learnRun(n.inner.chain, n.inner.pairs, scores, r, in.allowed, weight)
	}
	return loss
}

// A run is a part of a table of scores: rows and columns.
type run struct{ first, rows, column, columns int }

// values returns a part of a table.
func (r run) values(table []float32, width int) []float32 {
	var out []float32
	for i := range r.rows {
		at := (r.first+i)*width + r.column
		out = append(out, table[at:at+r.columns]...)
	}
	return out
}

func (n *recognizer) learnRun(c *chain.Chain, pairs, scores *learn.Tensor, r run, allowed []uint64, weight float32) float64 {
	values := r.values(scores.Value, scores.Columns)
	add := func(allowed []uint64, weight float32) (sum float64) {
		sum = n.lattice.Sum(c, values, allowed)
		for i := range r.rows {
			gradient := scores.GradientRow(r.first + i)[r.column : r.column+r.columns]
			for label := range gradient {
				gradient[label] += float32(weight * n.lattice.Label(i, label))
			}
		}
		n.lattice.AddPairs(pairs.Gradient, weight)
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
