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
	layout
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
	weights := &Weights{outputs: outputs, inputs: inputs}
	weights.lay(set, w)
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

// eight holds what one input contributes to eight outputs, in plain Go: the weights of two outputs in each number, one
// counting ones and one counting 2^32. So one multiplication makes two products, and the two sums do not mix, as each
// stays within int32.
type eight [4]int64

const perEight = 8

// layEights gives one eight after the other for each input, for the first eight outputs, then for the next ones, filled
// up with zeros.
func (w *Weights) layEights(values []int16) []eight {
	eights := make([]eight, (w.outputs+perEight-1)/perEight*w.inputs)
	for o := range w.outputs {
		panel := eights[o/perEight*w.inputs:]
		for i := range w.inputs {
			panel[i][o%perEight/2] += int64(values[o*w.inputs+i]) << (o % 2 * 32)
		}
	}
	return eights
}

func (w *Weights) productPlain(dst []int32, x []int16, rows int) {
	for r := range rows {
		row, sums := x[r*w.inputs:][:w.inputs], dst[r*w.outputs:][:w.outputs]
		for o := 0; o < w.outputs; o += perEight {
			eight := productEight(row, w.eights[o/perEight*w.inputs:])
			copy(sums[o:], eight[:])
		}
	}
}

func productEight(x []int16, eights []eight) (sums [perEight]int32) {
	var s0, s1, s2, s3 int64
	eights = eights[:len(x)]
	for i, value := range x {
		weights := &eights[i]
		v := int64(value)
		s0 += v * weights[0]
		s1 += v * weights[1]
		s2 += v * weights[2]
		s3 += v * weights[3]
	}
	sums[0], sums[1] = apart(s0)
	sums[2], sums[3] = apart(s1)
	sums[4], sums[5] = apart(s2)
	sums[6], sums[7] = apart(s3)
	return sums
}

// apart gives the two sums in one number. A negative first one has borrowed from the second.
func apart(both int64) (first, second int32) {
	first = int32(both)
	return first, int32((both - int64(first)) >> 32)
}
