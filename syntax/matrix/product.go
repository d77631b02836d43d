package matrix

import "fmt"

// Largest is the greatest absolute value of a weight and of an input of [Weights.Product].
// With at most [MostInputs] inputs no sum leaves int32: 2047 * 2047 * 512 < 1<<31.
const Largest = 2047

// MostInputs is the greatest number of inputs of [Weights].
const MostInputs = 512

// Weights is a matrix of whole numbers, laid out for the kernel that the machine has. It never changes after [Pack] and
// is safe for concurrent use.
type Weights struct {
	outputs, inputs int
	set             instructions
	values          []int16 // plain: as given to Pack; else in panels, see product_amd64.go
}

// Pack lays out the weights w, one row of inputs for each output. It panics where a weight is beyond ±[Largest] or
// inputs beyond [MostInputs]: whoever reads weights from outside has to check them before.
func Pack(w []int16, outputs, inputs int) *Weights { return pack(best, w, outputs, inputs) }

func pack(set instructions, w []int16, outputs, inputs int) *Weights {
	need("weights", len(w), outputs*inputs)
	if inputs > MostInputs {
		panic(fmt.Sprintf("matrix: %d inputs are more than %d", inputs, MostInputs))
	}
	for i, value := range w {
		if value > Largest || value < -Largest {
			panic(fmt.Sprintf("matrix: weight %d of output %d is beyond ±%d", value, i/inputs, Largest))
		}
	}
	weights := &Weights{outputs: outputs, inputs: inputs, set: set}
	weights.lay(w)
	return weights
}

// Outputs is the number of rows given to [Pack].
func (w *Weights) Outputs() int { return w.outputs }

// Inputs is the length of the rows given to [Pack].
func (w *Weights) Inputs() int { return w.inputs }

// Product multiplies each of the given number of rows of x with each row of weights:
// dst[r*outputs+o] = the sum over i of x[r*inputs+i] * w[o*inputs+i]. No x may be beyond ±[Largest], see [Quantize].
func (w *Weights) Product(dst []int32, x []int16, rows int) {
	need("x", len(x), rows*w.inputs)
	need("dst", len(dst), rows*w.outputs)
	w.product(dst, x, rows)
}

func (w *Weights) layPlain(values []int16) { w.values = append(w.values, values...) }

// productPlain takes four outputs at a time, so that an input is loaded once for four products.
func (w *Weights) productPlain(dst []int32, x []int16, rows int) {
	for r := range rows {
		row := x[r*w.inputs:][:w.inputs]
		sums := dst[r*w.outputs:][:w.outputs]
		o := 0
		for ; o+4 <= w.outputs; o += 4 {
			sums[o], sums[o+1], sums[o+2], sums[o+3] = dotFour(row, w.values[o*w.inputs:])
		}
		for ; o < w.outputs; o++ {
			sums[o] = dot(row, w.values[o*w.inputs:])
		}
	}
}

func dotFour(x, w []int16) (s0, s1, s2, s3 int32) {
	n := len(x)
	w0, w1, w2, w3 := w[:n], w[n:][:n], w[2*n:][:n], w[3*n:][:n]
	for i, value := range x {
		v := int32(value)
		s0 += v * int32(w0[i])
		s1 += v * int32(w1[i])
		s2 += v * int32(w2[i])
		s3 += v * int32(w3[i])
	}
	return s0, s1, s2, s3
}

func dot(x, w []int16) (sum int32) {
	w = w[:len(x)]
	for i, value := range x {
		sum += int32(value) * int32(w[i])
	}
	return sum
}
