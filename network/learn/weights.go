package learn

import (
	"math"
	"math/rand/v2"

	"rashomon/network"
)

// Weights are the parameters of a network, by what they are.
type Weights struct {
	random     *rand.Rand // nil for a shadow
	of         *Weights   // whose shadow this is
	parameters []*parameter
	tables     []named
	denses     []Dense
	lstms      []*lstm
	vectors    []named
}

// A parameter is a tensor that is learned.
type parameter struct {
	*Tensor
	first, second, average []float32 // moments of the gradient, and the mean of the values
}

type named struct {
	name string
	*Tensor
}

// A Dense layer is a matrix with a row for every output, and a bias.
type Dense struct {
	name         string
	weight, bias *Tensor
}

// NewWeights returns the weights of a network that has no layers yet. Those that are added begin with random numbers.
func NewWeights(random *rand.Rand) *Weights { return &Weights{random: random} }

// shadow returns weights for the same network to be built once more: the layers that are added get the values of those here,
// in the same order, and gradients of their own, so that parts of a batch can be learned side by side.
func (w *Weights) shadow() *Weights { return &Weights{of: w} }

// parameter adds a matrix of normally distributed numbers.
func (w *Weights) parameter(rows, columns int, deviation float64) *Tensor {
	zeros := func() []float32 { return make([]float32, rows*columns) }
	p := &parameter{Tensor: &Tensor{Rows: rows, Columns: columns, Gradient: zeros()}}
	if w.of != nil {
		p.Value = w.of.parameters[len(w.parameters)].Value
	} else {
		p.Value, p.first, p.second, p.average = zeros(), zeros(), zeros(), zeros()
		for i := range p.Value {
			p.Value[i] = float32(w.random.NormFloat64() * deviation)
		}
	}
	w.parameters = append(w.parameters, p)
	return p.Tensor
}

// Table adds a table whose rows are looked up.
func (w *Weights) Table(name string, rows, columns int) *Tensor {
	t := w.parameter(rows, columns, 0.5)
	w.tables = append(w.tables, named{name, t})
	return t
}

// Vector adds a row of numbers that takes the place of what a token would have.
func (w *Weights) Vector(name string, columns int) *Tensor {
	t := w.parameter(1, columns, 0.3)
	w.vectors = append(w.vectors, named{name, t})
	return t
}

// Dense adds a layer whose weights keep the variance of what passes (Glorot and Bengio 2010).
func (w *Weights) Dense(name string, outputs, inputs int) Dense {
	d := Dense{name, w.parameter(outputs, inputs, math.Sqrt(2/float64(outputs+inputs))), w.parameter(1, outputs, 0)}
	w.denses = append(w.denses, d)
	return d
}

// Scaffold adds a layer that helps to learn and is not exported.
func (w *Weights) Scaffold(outputs, inputs int) Dense {
	d := w.Dense("", outputs, inputs)
	w.denses = w.denses[:len(w.denses)-1]
	return d
}

// Dense passes the rows of x through a layer.
func (t *Tape) Dense(x *Tensor, d Dense) *Tensor { return t.Linear(x, d.weight, d.bias) }

// lstm adds a direction of a recurrent layer of so many units. Its forget gates begin open (Jozefowicz and others 2015).
func (w *Weights) lstm(number, inputs, size int, backwards bool) *lstm {
	deviation := math.Sqrt(0.75 / float64(2*size))
	l := &lstm{
		name:      network.RecurrentName(number, backwards),
		input:     w.parameter(4*size, inputs, deviation),
		recurrent: w.parameter(size, 4*size, deviation),
		bias:      w.parameter(1, 4*size, 0),
		backwards: backwards,
	}
	if w.of == nil {
		for i := size; i < 2*size; i++ {
			l.bias.Value[i] = 1
		}
	}
	w.lstms = append(w.lstms, l)
	return l
}

// Tensors returns all that is learned, in the order in which it was added.
func (w *Weights) Tensors() []*Tensor {
	var tensors []*Tensor
	for _, p := range w.parameters {
		tensors = append(tensors, p.Tensor)
	}
	return tensors
}

// keepAverages puts the averages of all values in their place.
func (w *Weights) keepAverages() {
	for _, p := range w.parameters {
		copy(p.Value, p.average)
	}
}

// collect adds the gradients of a shadow to those here.
func (w *Weights) collect(shadow *Weights) {
	for i, p := range shadow.parameters {
		Add(w.parameters[i].Gradient, p.Gradient)
		clear(p.Gradient)
	}
}
