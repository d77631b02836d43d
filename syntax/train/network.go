package main

import (
	"math"
	"math/rand/v2"
	"os"
	"runtime"
	"strings"
	"sync"
)

// sizes are the widths of the network.
type sizes struct {
	word, affix   int // learned vectors of words and of affixes
	hidden        int // both directions of a recurrent layer together
	layers        int
	tagger        int
	arc, relation int // what the attention of arcs and relations sees
}

// dropouts are the shares that are set to zero while training.
type dropouts struct {
	input, hidden float32
	words         float32 // learned vectors, replaced by that of unknown words so that it is met in training
	vectors       float32 // pretrained vectors, likewise
}

// A network is what is trained: features of words -> recurrent layers -> tags, arcs, relations.
type network struct {
	sizes
	parameters            []*parameter
	vectors               *tensor // pretrained: no parameter
	words, affixes        *tensor
	input                 dense
	layers                [][2]*lstm
	gain, shift           *tensor
	tagger                dense
	tags                  dense // the columns of all tag questions beside each other
	query, attention, key dense
	rootKey               *tensor
	dependent, head       dense // of relations
	rootHead              *tensor
	relations             dense
	columns               []int // where each tag question's columns begin, and their end
}

// A dense layer is a matrix with a row for every output, and a bias.
type dense struct{ weight, bias *tensor }

func (t *tape) dense(x *tensor, d dense) *tensor { return t.linear(x, d.weight, d.bias) }

// questions are the classifications of a token by its tags: part of speech, Penn tag, features, lemma script.
const questions = 4

// newNetwork returns a network with random weights for data with the labels.
func newNetwork(z sizes, v *vocabulary, vectors *tensor, affixes int, random *rand.Rand) *network {
	n := &network{sizes: z, vectors: vectors, columns: []int{0}}
	for _, labels := range v.tags {
		n.columns = append(n.columns, n.columns[len(n.columns)-1]+len(labels.names))
	}
	b := builder{n, random}
	n.words = b.parameter("words", len(v.words.names)+1, z.word, 0.5)
	n.affixes = b.parameter("affixes", affixes, z.affix, 0.5)
	width := vectors.columns + z.word + affixesEach*z.affix
	n.input = b.dense("input", z.hidden, width)
	for i := range z.layers {
		n.layers = append(n.layers, b.layer(i, z.hidden))
	}
	w := 2 * z.hidden
	if on("tagger") {
		n.tagger = b.dense("tagger", z.tagger, w)
		w = z.tagger
	}
	n.tags = b.dense("tags", n.columns[questions], w)
	n.gain = b.parameter("gain", 1, z.hidden, 0)
	for i := range n.gain.value {
		n.gain.value[i] = 1
	}
	n.shift = b.parameter("shift", 1, z.hidden, 0)
	n.query, n.attention, n.key = b.dense("query", z.arc, z.hidden), b.dense("attention", z.arc, z.arc), b.dense("key", z.arc, z.hidden)
	n.rootKey = b.parameter("root key", 1, z.arc, 0.3)
	n.dependent, n.head = b.dense("dependent", z.relation, z.hidden), b.dense("head", z.relation, z.hidden)
	n.rootHead = b.parameter("root head", 1, z.relation, 0.3)
	n.relations = b.dense("relations", len(v.relations.names), z.relation)
	return n
}

// A builder makes the parameters of a network.
type builder struct {
	*network
	random *rand.Rand
}

// parameter returns a matrix of normally distributed numbers.
func (b builder) parameter(name string, rows, columns int, deviation float64) *tensor {
	n := rows * columns
	p := &parameter{name, &tensor{rows, columns, make([]float32, n), make([]float32, n)}, make([]float32, n), make([]float32, n), make([]float32, n)}
	for i := range p.value {
		p.value[i] = float32(b.random.NormFloat64() * deviation)
	}
	b.parameters = append(b.parameters, p)
	return p.tensor
}

// dense returns a layer whose weights keep the variance of what passes (Glorot and Bengio 2010).
func (b builder) dense(name string, outputs, inputs int) dense {
	return dense{
		b.parameter(name+" weight", outputs, inputs, math.Sqrt(2/float64(outputs+inputs))),
		b.parameter(name+" bias", 1, outputs, 0),
	}
}

// layer returns both directions of a recurrent layer. The forget gates begin open (Jozefowicz and others 2015).
func (b builder) layer(i, hidden int) [2]*lstm {
	var layer [2]*lstm
	size := hidden / 2
	for way, direction := range []string{"forwards", "backwards"} {
		name := layerName(i, direction)
		deviation := 1 / math.Sqrt(float64(3*hidden))
		l := &lstm{
			input:     b.parameter(name+" input", 4*size, hidden, deviation*1.5),
			recurrent: b.parameter(name+" recurrent", size, 4*size, deviation*1.5),
			bias:      b.parameter(name+" bias", 1, 4*size, 0),
			backwards: way == 1,
		}
		for j := size; j < 2*size; j++ {
			l.bias.value[j] = 1
		}
		layer[way] = l
	}
	return layer
}

func layerName(i int, direction string) string {
	return "layer " + string(rune('1'+i)) + " " + direction
}

// An outcome is what the network says of a batch.
type outcome struct {
	tags       *tensor
	query, key *tensor
	dependent  *tensor
	head       *tensor // of relations; the root's is rootHead
}

// run passes a batch through the network up to the scores of tags and what arcs and relations are scored from.
func (n *network) run(t *tape, b *batch, d dropouts) outcome {
	x := t.beside(t.lookup(n.vectors, b.vectors), t.lookup(n.words, b.words), t.lookup(n.affixes, b.affixes))
	x = t.dense(t.dropout(x, d.input), n.input)
	if on("tanh") {
		x = t.squash(x)
	}
	first := t.dropout(x, d.hidden)
	x = first
	for i, layer := range n.layers {
		x = t.beside(t.run(layer[0], x, b.sentences), t.run(layer[1], x, b.sentences))
		if on("ln") && i == len(n.layers)-1 {
			x = t.normalize(x, n.gain, n.shift)
		}
		x = t.dropout(x, d.hidden)
	}
	act := t.rectify
	if on("tanh") {
		act = t.squash
	}
	attention := t.dropout(act(t.dense(x, n.query)), d.hidden)
	tx := t.beside(x, first)
	if on("tagger") {
		tx = t.dropout(act(t.dense(tx, n.tagger)), d.hidden)
	}
	return outcome{
		tags:      t.dense(tx, n.tags),
		query:     t.dense(attention, n.attention),
		key:       t.dropout(act(t.dense(x, n.key)), d.hidden),
		dependent: t.dense(x, n.dependent),
		head:      t.dense(x, n.head),
	}
}

// learn runs a batch, adds up the gradients, and returns the losses: of each tag question, of arcs and of relations.
func (n *network) learn(t *tape, b *batch, weight float32, d dropouts) losses {
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

// tagWeight is the weight of a tag question in the loss, that of arcs and relations being 1.
const tagWeight = 0.5

// relate scores the relations of tokens to the given heads.
func (n *network) relate(t *tape, o outcome, heads []int32, d dropouts) *tensor {
	last := t.tensor(o.head.rows+1, o.head.columns) // the heads of all tokens and, last, the root
	copy(last.value, o.head.value)
	copy(last.row(o.head.rows), n.rootHead.value)
	t.then(func() {
		add(o.head.gradient, last.gradient[:len(o.head.gradient)])
		add(n.rootHead.gradient, last.gradientRow(o.head.rows))
	})
	rows := make([]int32, len(heads))
	for i, head := range heads {
		rows[i] = head
		if head < 0 {
			rows[i] = int32(o.head.rows)
		}
	}
	pair := t.sum(o.dependent, t.gather(last, rows))
	if on("tanh") {
		return t.dense(t.dropout(t.squash(pair), d.hidden), n.relations)
	}
	return t.dense(t.dropout(t.rectify(pair), d.hidden), n.relations)
}

// shadow returns a network with the same weights and gradients of its own, so that parts of a batch can be learned side
// by side.
func (n *network) shadow(v *vocabulary) *network {
	shadow := newNetwork(n.sizes, v, n.vectors, n.affixes.rows, rand.New(rand.NewPCG(0, 0)))
	for i, p := range shadow.parameters {
		p.value = n.parameters[i].value
	}
	return shadow
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

func on(name string) bool { return strings.Contains(os.Getenv("OPT"), name) }
