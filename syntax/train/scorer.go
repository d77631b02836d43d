package main

import "rashomon/network/learn"

// sizes are the widths of the network.
type sizes struct {
	learn.Sizes
	arc, relation int // what arcs and relations are told from
}

// A scorer is what package syntax runs, in floating-point numbers and with gradients: see there for its form.
type scorer struct {
	weights      *learn.Weights
	encoder      *learn.Encoder
	tagger       *learn.Tagger
	columns      []int // where the columns of each question about tags begin, and their end
	dependent    learn.Dense
	query, key   learn.Dense
	rootKey      *learn.Tensor
	relation     learn.Dense // of a dependent
	govern       learn.Dense // of its head
	rootGovernor *learn.Tensor
	relations    learn.Dense
}

// questions are what is asked about a token's tags: part of speech, Penn tag, features, lemma script.
const questions = 4

// newScorer adds to weights what scores the labels of a vocabulary.
func newScorer(w *learn.Weights, z sizes, v *vocabulary, vectors *learn.Tensor) *scorer {
	n := &scorer{weights: w, columns: []int{0}}
	for _, labels := range v.tags {
		n.columns = append(n.columns, n.columns[len(n.columns)-1]+len(labels.Names))
	}
	n.encoder = w.Encoder(z.Sizes, len(v.words.Names), vectors)
	n.tagger = w.Tagger(z.Sizes, n.columns[questions])
	n.dependent = w.Dense("dependent", z.arc, z.Hidden)
	n.query = w.Dense("query", z.arc, z.arc)
	n.key = w.Dense("key", z.arc, z.Hidden)
	n.rootKey = w.Vector("root key", z.arc)
	n.relation = w.Dense("relation", z.relation, z.Hidden)
	n.govern = w.Dense("govern", z.relation, z.Hidden)
	n.rootGovernor = w.Vector("root governor", z.relation)
	n.relations = w.Dense("relations", len(v.relations.Names), z.relation)
	return n
}

// An outcome is what the network says of a batch.
type outcome struct {
	tags             *learn.Tensor
	query, key       *learn.Tensor // of arcs
	relation, govern *learn.Tensor
}

// run passes a batch through the network up to the scores of tags and what arcs and relations are scored from.
func (n *scorer) run(t *learn.Tape, b *batch, d learn.Dropouts) outcome {
	e := n.encoder.Encode(t, b.Batch, d)
	tags := n.tagger.Score(t, e, d)
	dependent := t.Dropout(t.Squash(t.Dense(e.Hidden, n.dependent)), d.Hidden)
	return outcome{
		tags:     tags,
		query:    t.Dense(dependent, n.query),
		key:      t.Dropout(t.Squash(t.Dense(e.Hidden, n.key)), d.Hidden),
		relation: t.Dense(e.Hidden, n.relation),
		govern:   t.Dense(e.Hidden, n.govern),
	}
}

// tagWeight is the weight of a question about tags in the loss; that of arcs and of relations is 1.
const tagWeight = 0.5

// losses are those of the tag questions, of arcs and of relations.
type losses [questions + 2]float64

// learn runs a batch, adds up the gradients, and returns the losses. weight is that of a token.
func (n *scorer) learn(t *learn.Tape, b *batch, weight float32, d learn.Dropouts) losses {
	var losses losses
	o := n.run(t, b, d)
	for q := range questions {
		losses[q] = learn.Classify(o.tags, n.columns[q], n.columns[q+1], b.tags[q], weight*tagWeight)
	}
	losses[questions] = attach(t, o.query, o.key, n.rootKey, b, weight)
	scores := n.relate(t, o, b.heads, d)
	losses[questions+1] = learn.Classify(scores, 0, scores.Columns, b.relations, weight)
	t.Backward()
	return losses
}

// relate scores the relations of tokens to the given heads.
func (n *scorer) relate(t *learn.Tape, o outcome, heads []int32, d learn.Dropouts) *learn.Tensor {
	governors := t.Below(o.govern, n.rootGovernor)
	rows := make([]int32, len(heads))
	for i, head := range heads {
		rows[i] = head
		if head < 0 {
			rows[i] = int32(o.govern.Rows)
		}
	}
	pair := t.Sum(o.relation, t.Gather(governors, rows))
	return t.Dense(t.Dropout(t.Squash(pair), d.Hidden), n.relations)
}
