package syntax

import (
	"fmt"

	"rashomon/syntax/matrix"
	"rashomon/syntax/model"
)

// A network scores the tags, heads and relations of tokens:
//
//	vectors, words, affixes ─> input ─┬─> recurrent layers ─┬─> tagger ─> tags
//	                                  └─────────────────────┤
//	                                                        ├─> dependent ─> query ┐
//	                                                        ├─> key ───────────────┴─> arcs
//	                                                        └─> relation, governor ──> relations
//
// Weights, and what passes from layer to layer, are whole numbers, so that sums are exact and the same on every machine.
// What passes lies between -1 and 1, in units of 1/unit.
type network struct {
	input            layer
	recurrent        [][2]recurrent // forwards and backwards
	tagger, tags     layer
	dependent, query layer
	key              layer
	rootKey          []float32 // in place of the key of a token
	relation, govern layer
	rootGovernor     []float32
	relations        layer

	width, hidden, arc, pair int // of the inputs of the recurrent layers, their outputs, keys, what relations are told from
}

// unit is what stands for 1 in what passes between the layers.
const unit = matrix.Largest

// A layer multiplies with weights and adds a bias.
type layer struct {
	weights     *matrix.Weights
	scale, bias []float32 // of each output
}

// outputs writes the outputs for some rows of inputs into dst and returns it.
func (l *layer) outputs(w *work, dst []float32, x []int16, rows int) []float32 {
	sums := resize(&w.sums, rows*l.weights.Outputs())
	l.weights.Product(sums, x, rows)
	matrix.Dequantize(dst, sums, l.scale, l.bias)
	return dst
}

// squashed does the same and passes the outputs through the hyperbolic tangent.
func (l *layer) squashed(w *work, dst []float32, x []int16, rows int) []float32 {
	l.outputs(w, dst, x, rows)
	matrix.Tanh(dst, dst)
	return dst
}

// squeezed returns the squashed outputs as inputs of a further layer, until the next call.
func (l *layer) squeezed(w *work, x []int16, rows int) []int16 {
	numbers := l.squashed(w, resize(&w.numbers, rows*l.weights.Outputs()), x, rows)
	narrow := resize(&w.narrow, len(numbers))
	matrix.Quantize(narrow, numbers, unit)
	return narrow
}

// A network file has for every layer NAME the sections "NAME weights", "NAME scale" and "NAME bias".

func readNetwork(f *model.File) (*network, error) {
	r := layerReader{file: f}
	n := &network{
		input:  r.layer("input"),
		tagger: r.layer("tagger"), tags: r.layer("tags"),
		dependent: r.layer("dependent"), query: r.layer("query"), key: r.layer("key"), rootKey: f.Float32("root key"),
		relation: r.layer("relation"), govern: r.layer("govern"), rootGovernor: f.Float32("root governor"),
		relations: r.layer("relations"),
	}
	for i := 1; i == 1 || f.Has(RecurrentName(i, false)+" weights"); i++ {
		n.recurrent = append(n.recurrent, [2]recurrent{r.recurrent(i, false), r.recurrent(i, true)})
	}
	if r.err == nil {
		n.width, n.hidden = n.input.weights.Outputs(), 2*n.recurrent[0][0].size
		n.arc, n.pair = n.key.weights.Outputs(), n.relation.weights.Outputs()
		r.fit(n)
	}
	return n, r.err
}

// fit verifies that the layers have the same widths where they meet.
func (r *layerReader) fit(n *network) {
	width := n.width
	for i := range n.recurrent {
		for _, direction := range n.recurrent[i] {
			r.same(RecurrentName(i+1, direction.backwards), direction.input.weights.Inputs(), width)
			r.same(RecurrentName(i+1, direction.backwards), 2*direction.size, n.hidden)
		}
		width = n.hidden
	}
	r.same("tagger", n.tagger.weights.Inputs(), n.hidden+n.width)
	r.same("tags", n.tags.weights.Inputs(), n.tagger.weights.Outputs())
	r.same("dependent", n.dependent.weights.Inputs(), n.hidden)
	r.same("query", n.query.weights.Inputs(), n.dependent.weights.Outputs())
	r.same("query", n.query.weights.Outputs(), n.arc)
	r.same("key", n.key.weights.Inputs(), n.hidden)
	r.same("root key", len(n.rootKey), n.arc)
	r.same("relation", n.relation.weights.Inputs(), n.hidden)
	r.same("govern", n.govern.weights.Inputs(), n.hidden)
	r.same("govern", n.govern.weights.Outputs(), n.pair)
	r.same("root governor", len(n.rootGovernor), n.pair)
	r.same("relations", n.relations.weights.Inputs(), n.pair)
}

func (r *layerReader) same(name string, got, want int) {
	if got != want && r.err == nil {
		r.err = fmt.Errorf("the layer %q is %d wide, its neighbour %d", name, got, want)
	}
}

// RecurrentName returns the name of a direction of a recurrent layer, which are numbered from 1.
func RecurrentName(number int, backwards bool) string {
	if backwards {
		return fmt.Sprintf("recurrent %d backwards", number)
	}
	return fmt.Sprintf("recurrent %d forwards", number)
}

// A layerReader reads layers until the first that is not whole.
type layerReader struct {
	file *model.File
	err  error
}

func (r *layerReader) layer(name string) layer {
	values, inputs := r.file.Int16(name + " weights")
	l := layer{scale: r.file.Float32(name + " scale"), bias: r.file.Float32(name + " bias")}
	outputs := len(l.scale)
	if inputs == 0 || inputs > matrix.MostInputs || outputs == 0 || len(values) != inputs*outputs || len(l.bias) != outputs {
		r.failed(name)
		return layer{}
	}
	l.weights = matrix.Pack(values, outputs, inputs)
	return l
}

// recurrent reads a direction of a recurrent layer. Its feedback is one more matrix in the scale of the inputs.
func (r *layerReader) recurrent(number int, backwards bool) recurrent {
	name := RecurrentName(number, backwards)
	values, size := r.file.Int16(name + " feedback")
	direction := recurrent{input: r.layer(name), size: size, backwards: backwards}
	if r.err != nil || size == 0 || len(values) != 4*size*size || direction.input.weights.Outputs() != 4*size ||
		direction.input.weights.Inputs()+size > matrix.MostInputs { // the sums of both are added
		r.failed(name)
		return recurrent{}
	}
	direction.feedback = matrix.Pack(values, 4*size, size)
	return direction
}

func (r *layerReader) failed(name string) {
	if r.err == nil {
		r.err = fmt.Errorf("the layer %q is not whole", name)
	}
}
