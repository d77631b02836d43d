package network

import (
	"fmt"

	"rashomon/network/matrix"
)

// Unit is what stands for 1 in what passes between the layers.
const Unit = matrix.Largest

// A Layer multiplies with weights and adds a bias.
type Layer struct {
	weights     *matrix.Weights
	scale, bias []float32 // of each output
}

// Inputs returns the number of inputs of a row.
func (l *Layer) Inputs() int { return l.weights.Inputs() }

// Outputs returns the number of outputs of a row.
func (l *Layer) Outputs() int { return l.weights.Outputs() }

// Apply writes the outputs for some rows of inputs into dst and returns it.
func (l *Layer) Apply(w *Work, dst []float32, x []int16, rows int) []float32 {
	sums := Resize(&w.sums, rows*l.Outputs())
	l.weights.Product(sums, x, rows)
	matrix.Dequantize(dst, sums, l.scale, l.bias)
	return dst
}

// Squash does the same and passes the outputs through the hyperbolic tangent.
func (l *Layer) Squash(w *Work, dst []float32, x []int16, rows int) []float32 {
	l.Apply(w, dst, x, rows)
	matrix.Tanh(dst, dst)
	return dst
}

// Squeeze returns the squashed outputs as inputs of a further layer, until the next call.
func (l *Layer) Squeeze(w *Work, x []int16, rows int) []int16 {
	numbers := l.Apply(w, Resize(&w.numbers, rows*l.Outputs()), x, rows)
	return Squeeze(Resize(&w.narrow, len(numbers)), numbers)
}

// Squeeze passes numbers through the hyperbolic tangent, writes them into dst as inputs of a layer, and returns it.
func Squeeze(dst []int16, numbers []float32) []int16 {
	matrix.Tanh(numbers, numbers)
	matrix.Quantize(dst, numbers, Unit)
	return dst
}

// A LayerReader reads layers until the first that is not whole. A file has for every layer NAME the sections
// "NAME weights", "NAME scale" and "NAME bias".
type LayerReader struct {
	File *File
	Err  error // of the first layer that was not whole
}

// Layer reads a layer.
func (r *LayerReader) Layer(name string) Layer {
	values, inputs := r.File.Int16(name + " weights")
	l := Layer{scale: r.File.Float32(name + " scale"), bias: r.File.Float32(name + " bias")}
	outputs := len(l.scale)
	if inputs == 0 || inputs > matrix.MostInputs || outputs == 0 || len(values) != inputs*outputs || len(l.bias) != outputs {
		r.failed(name)
		return Layer{}
	}
	l.weights = matrix.Pack(values, outputs, inputs)
	return l
}

// Fit verifies that a layer is as wide as its neighbour where they meet.
func (r *LayerReader) Fit(name string, got, want int) {
	if got != want {
		r.fail(fmt.Errorf("the layer %q is %d wide, its neighbour %d", name, got, want))
	}
}

func (r *LayerReader) failed(name string) { r.fail(fmt.Errorf("the layer %q is not whole", name)) }

func (r *LayerReader) fail(err error) {
	if r.Err == nil {
		r.Err = err
	}
}
