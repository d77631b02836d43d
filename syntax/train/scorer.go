package main

import (
	"math"
	"math/rand/v2"
	"runtime"
	"sync"

	"rashomon/network"
)

// sizes are the widths of the network.
type sizes struct {
	learned, hashed int // vectors of words and of hashed features
	buckets         int // of hashed features
	width           int // of the input layer
	hidden          int // both directions of a recurrent layer together
	layers          int // recurrent
	tagger          int
	arc, relation   int // what arcs and relations are told from
}

// dropouts are the shares that are set to zero while training.
type dropouts struct {
	input, hidden float32
	words         float32 // learned vectors, for which that of unknown words is put
	vectors       float32 // pretrained vectors, likewise
}

// A network is what package syntax runs, in floating-point numbers and with gradients: see there for its form.
type scorer struct {
	sizes
	parameters      []*parameter
	denses          []dense
	vectors         *tensor // pretrained: no parameter
	learned, hashed *tensor
	input           dense
	recurrent       [][2]*lstm
	tagger, tags    dense
	columns         []int // where the columns of each question about tags begin, and their end
	dependent       dense
	query, key      dense
	rootKey         *tensor
	relation        dense // of a dependent
	govern          dense // of its head
	rootGovernor    *tensor
	relations       dense
}

// A dense layer is a matrix with a row for every output, and a bias.
type dense struct {
	name         string
	weight, bias *tensor
}

func (t *tape) dense(x *tensor, d dense) *tensor { return t.linear(x, d.weight, d.bias) }

// questions are what is asked about a token's tags: part of speech, Penn tag, features, lemma script.
const questions = 4

// newScorer returns a network with random weights for the labels of a vocabulary.
func newScorer(z sizes, v *vocabulary, vectors *tensor, random *rand.Rand) *scorer {
	n := &scorer{sizes: z, vectors: vectors, columns: []int{0}}
	for _, labels := range v.tags {
		n.columns = append(n.columns, n.columns[len(n.columns)-1]+len(labels.names))
	}
	b := builder{n, random}
	n.learned = b.parameter("learned", len(v.words.names)+1, z.learned, 0.5)
	n.hashed = b.parameter("hashed", z.buckets, z.hashed, 0.5)
	n.input = b.dense("input", z.width, vectors.columns+z.learned+network.FeatureCount*z.hashed)
	for i, inputs := 1, z.width; i <= z.layers; i, inputs = i+1, z.hidden {
		n.recurrent = append(n.recurrent, [2]*lstm{b.lstm(i, inputs, false), b.lstm(i, inputs, true)})
	}
	n.tagger = b.dense("tagger", z.tagger, z.hidden+z.width)
	n.tags = b.dense("tags", n.columns[questions], z.tagger)
	n.dependent = b.dense("dependent", z.arc, z.hidden)
	n.query = b.dense("query", z.arc, z.arc)
	n.key = b.dense("key", z.arc, z.hidden)
	n.rootKey = b.parameter("root key", 1, z.arc, 0.3)
	n.relation = b.dense("relation", z.relation, z.hidden)
	n.govern = b.dense("govern", z.relation, z.hidden)
	n.rootGovernor = b.parameter("root governor", 1, z.relation, 0.3)
	n.relations = b.dense("relations", len(v.relations.names), z.relation)
	return n
}

// A builder makes the parameters of a network.
type builder struct {
	*scorer
	random *rand.Rand
}

// parameter returns a matrix of normally distributed numbers.
func (b builder) parameter(name string, rows, columns int, deviation float64) *tensor {
	p := newParameter(name, rows, columns)
	for i := range p.value {
		p.value[i] = float32(b.random.NormFloat64() * deviation)
	}
	b.parameters = append(b.parameters, p)
	return p.tensor
}

// dense returns a layer whose weights keep the variance of what passes (Glorot and Bengio 2010).
func (b builder) dense(name string, outputs, inputs int) dense {
	weight := b.parameter(name+" weights", outputs, inputs, math.Sqrt(2/float64(outputs+inputs)))
	d := dense{name, weight, b.parameter(name+" bias", 1, outputs, 0)}
	b.denses = append(b.denses, d)
	return d
}

// lstm returns a direction of a recurrent layer. Its forget gates begin open (Jozefowicz and others 2015).
func (b builder) lstm(number, inputs int, backwards bool) *lstm {
	name := network.RecurrentName(number, backwards)
	size := b.sizes.hidden / 2
	deviation := math.Sqrt(0.75 / float64(b.sizes.hidden))
	l := &lstm{
		name:      name,
		input:     b.parameter(name+" weights", 4*size, inputs, deviation),
		recurrent: b.parameter(name+" feedback", size, 4*size, deviation),
		bias:      b.parameter(name+" bias", 1, 4*size, 0),
		backwards: backwards,
	}
	for i := size; i < 2*size; i++ {
		l.bias.value[i] = 1
	}
	return l
}

// shadow returns a network with the same weights and gradients of its own, so that parts of a batch can be learned side by
// side.
func (n *scorer) shadow(v *vocabulary) *scorer {
	shadow := newScorer(n.sizes, v, n.vectors, rand.New(rand.NewPCG(0, 0)))
	for i, p := range shadow.parameters {
		p.value = n.parameters[i].value
	}
	return shadow
}

// An outcome is what the network says of a batch.
type outcome struct {
	tags             *tensor
	query, key       *tensor // of arcs
	relation, govern *tensor
}

// run passes a batch through the network up to the scores of tags and what arcs and relations are scored from.
func (n *scorer) run(t *tape, b *batch, d dropouts) outcome {
	row := t.beside(t.lookup(n.vectors, b.vectors), t.lookup(n.learned, b.words), t.lookup(n.hashed, b.features))
	x := t.dropout(t.squash(t.dense(t.dropout(row, d.input), n.input)), d.hidden)
	hidden := x
	for _, layer := range n.recurrent {
		hidden = t.beside(t.run(layer[0], hidden, b.sentences), t.run(layer[1], hidden, b.sentences))
		hidden = t.dropout(hidden, d.hidden)
	}
	tagger := t.dropout(t.squash(t.dense(t.beside(hidden, x), n.tagger)), d.hidden)
	dependent := t.dropout(t.squash(t.dense(hidden, n.dependent)), d.hidden)
	return outcome{
		tags:     t.dense(tagger, n.tags),
		query:    t.dense(dependent, n.query),
		key:      t.dropout(t.squash(t.dense(hidden, n.key)), d.hidden),
		relation: t.dense(hidden, n.relation),
		govern:   t.dense(hidden, n.govern),
	}
}

// tagWeight is the weight of a question about tags in the loss; that of arcs and of relations is 1.
const tagWeight = 0.5

// learn runs a batch, adds up the gradients, and returns the losses. weight is that of a token.
func (n *scorer) learn(t *tape, b *batch, weight float32, d dropouts) losses {
	var losses losses
	o := n.run(t, b, d)
	for q := range questions {
		losses[q] = classify(o.tags, n.columns[q], n.columns[q+1], b.tags[q], weight*tagWeight)
	}
	losses[questions] = t.attach(o.query, o.key, n.rootKey, b.sentences, b.heads, weight)
	scores := n.relate(t, o, b.heads, d)
	losses[questions+1] = classify(scores, 0, scores.columns, b.relations, weight)
	t.backward()
	return losses
}

// relate scores the relations of tokens to the given heads.
func (n *scorer) relate(t *tape, o outcome, heads []int32, d dropouts) *tensor {
	governors := t.below(o.govern, n.rootGovernor)
	rows := make([]int32, len(heads))
	for i, head := range heads {
		rows[i] = head
		if head < 0 {
			rows[i] = int32(o.govern.rows)
		}
	}
	pair := t.sum(o.relation, t.gather(governors, rows))
	return t.dense(t.dropout(t.squash(pair), d.hidden), n.relations)
}

// inEach calls do for every element on all cores. What do changes must belong to its element alone.
func inEach[T any](elements []T, do func(T)) {
	var group sync.WaitGroup
	queue := make(chan T)
	for range runtime.GOMAXPROCS(0) {
		group.Go(func() {
			for element := range queue {
				do(element)
			}
		})
	}
	for _, element := range elements {
		queue <- element
	}
	close(queue)
	group.Wait()
}
