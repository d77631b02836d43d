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

// A block of sums is what a kernel keeps in registers: some rows by the outputs of one panel, two vectors wide.
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

// productPanel fills the columns of dst from output o on, as many as a panel has. A last block of rows that would
// reach beyond the end begins earlier instead: what it computes again comes out the same.
func (w *Weights) productPanel(dst []int32, x []int16, rows, o int) {
	together, wide := productSize(w.set)
	if rows < together {
		together = 1
	}
	for r := 0; r < rows; r += together {
		r = min(r, rows-together)
		if o+wide <= w.outputs {
			w.productBlock(dst[r*w.outputs+o:], w.outputs, x[r*w.inputs:], together, o)
		} else {
			w.productPart(dst[r*w.outputs+o:], x[r*w.inputs:], together, o)
		}
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
	switch {
	case w.set == avx512 && rows == 1:
		productRowAVX512(&dst[0], &x[0], panel, pairs)
	case w.set == avx512:
		productBlockAVX512(&dst[0], stride, &x[0], w.inputs, panel, pairs)
	case rows == 1:
		productRowAVX2(&dst[0], &x[0], panel, pairs)
	default:
		productBlockAVX2(&dst[0], stride, &x[0], w.inputs, panel, pairs)
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

// productBlockAVX512 multiplies 12 rows of x, a row being inputs long, with a panel of 32 outputs and writes the sums
// to 12 rows of dst, stride apart. pairs is at least 1.
//
//go:noescape
func productBlockAVX512(dst *int32, stride int, x *int16, inputs int, panel *int16, pairs int)

// productRowAVX512 does the same for one row of x.
//
//go:noescape
func productRowAVX512(dst *int32, x *int16, panel *int16, pairs int)

// productBlockAVX2 multiplies 6 rows of x with a panel of 16 outputs, like productBlockAVX512.
//
//go:noescape
func productBlockAVX2(dst *int32, stride int, x *int16, inputs int, panel *int16, pairs int)

// productRowAVX2 does the same for one row of x.
//
//go:noescape
func productRowAVX2(dst *int32, x *int16, panel *int16, pairs int)
