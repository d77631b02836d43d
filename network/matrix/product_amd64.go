package matrix

// The kernels take the weights in panels, each of some outputs, one after the other. In a panel stand, for the first
// pair of inputs, the two weights of each output, then the same for the second pair, and so on: what one broadcast
// pair of x is multiplied with is a run of whole vectors. A panel that outputs do not fill ends in zeros. Where the
// number of inputs is odd, the weights of the last input for each output follow after all panels.

// layout is the weights as the kernel of the set takes them.
type layout struct {
	set    instructions
	eights []eight // plain
	panels []int16 // the other sets
}

// A block of sums is what a kernel keeps in registers: at most so many rows by the outputs of one panel, two vectors
// wide.
const (
	rowsAVX2      = 6 // 12 of the 16 registers for sums, 2 for weights, 2 for products
	outputsAVX2   = 16
	rowsAVX512    = 12 // 24 of the 32 registers for sums
	outputsAVX512 = 32
)

// productSize is the number of rows and outputs of a block.
func productSize(set instructions) (rows, outputs int) {
	if set == avx512 {
		return rowsAVX512, outputsAVX512
	}
	return rowsAVX2, outputsAVX2
}

func (w *Weights) lay(set instructions, values []int16) {
	w.set = set
	if set == plain {
		w.eights = w.layEights(values)
		return
	}
	_, wide := productSize(w.set)
	pairs := w.inputs / 2
	w.panels = make([]int16, (w.outputs+wide-1)/wide*pairs*wide*2)
	for o := range w.outputs {
		row := values[o*w.inputs:][:w.inputs]
		panel := w.panels[o/wide*pairs*wide*2:]
		for p := range pairs {
			copy(panel[(p*wide+o%wide)*2:], row[2*p:2*p+2])
		}
	}
	if w.inputs%2 == 1 {
		for last := w.inputs - 1; last < len(values); last += w.inputs {
			w.panels = append(w.panels, values[last])
		}
	}
}

func (w *Weights) product(dst []int32, x []int16, rows int) {
	if w.set == plain {
		w.productPlain(dst, x, rows)
		return
	}
	_, wide := productSize(w.set)
	for o := 0; o < w.outputs; o += wide {
		w.productPanel(dst, x, rows, o)
	}
	if w.inputs%2 == 1 {
		w.addLast(dst, x)
	}
}

// productPanel fills the columns of dst from output o on, as many as a panel has, in as few blocks of rows as will do,
// one about as high as the other: a kernel with few rows waits for its sums, and reads the weights for little.
func (w *Weights) productPanel(dst []int32, x []int16, rows, o int) {
	most, wide := productSize(w.set)
	for blocks := (rows + most - 1) / most; blocks > 0; blocks-- {
		together := rows / blocks
		if o+wide <= w.outputs {
			w.productBlock(dst[o:], w.outputs, x, together, o)
		} else {
			w.productPart(dst[o:], x, together, o)
		}
		dst, x, rows = dst[together*w.outputs:], x[together*w.inputs:], rows-together
	}
}

// productPart computes a block that is wider than the outputs left.
func (w *Weights) productPart(dst []int32, x []int16, rows, o int) {
	var block [rowsAVX512 * outputsAVX512]int32
	_, wide := productSize(w.set)
	w.productBlock(block[:], wide, x, rows, o)
	for r := range rows {
		copy(dst[r*w.outputs:][:w.outputs-o], block[r*wide:])
	}
}

// productBlock calls the kernel. The lengths have been checked in Product; for inputs of 0 or 1 there are no pairs and
// the kernel writes zeros.
func (w *Weights) productBlock(dst []int32, stride int, x []int16, rows, o int) {
	pairs := w.inputs / 2
	if pairs == 0 {
		_, wide := productSize(w.set)
		for r := range rows {
			clear(dst[r*stride:][:wide])
		}
		return
	}
	panel := &w.panels[o*pairs*2]
	if w.set == avx512 {
		productAVX512(&dst[0], stride, &x[0], w.inputs, rows, panel, pairs)
	} else {
		productAVX2(&dst[0], stride, &x[0], w.inputs, rows, panel, pairs)
	}
}

// addLast adds the products of the last input where that is the first of a pair without a second.
func (w *Weights) addLast(dst []int32, x []int16) {
	last := w.panels[len(w.panels)-w.outputs:]
	for len(dst) > 0 {
		value := int32(x[w.inputs-1])
		for o, weight := range last {
			dst[o] += value * int32(weight)
		}
		dst, x = dst[w.outputs:], x[w.inputs:]
	}
}

// productAVX512 multiplies 1 to 12 rows of x, a row being inputs long, with a panel of 32 outputs and writes the sums
// to as many rows of dst, stride apart. pairs is at least 1.
//
//go:noescape
func productAVX512(dst *int32, stride int, x *int16, inputs, rows int, panel *int16, pairs int)

// productAVX2 does the same for 1 to 6 rows and a panel of 16 outputs.
//
//go:noescape
func productAVX2(dst *int32, stride int, x *int16, inputs, rows int, panel *int16, pairs int)
