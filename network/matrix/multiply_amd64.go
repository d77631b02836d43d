package matrix

// A block is what a kernel keeps in registers: some rows of c by two vectors of columns.
const (
	blockRowsAVX2      = 6 // 12 of the 16 registers for sums, 2 for b, 1 for a, 1 for a product
	blockColumnsAVX2   = 16
	blockRowsAVX512    = 8 // 16 of the 32 registers for sums: enough to hide the time that an addition takes
	blockColumnsAVX512 = width
)

// multiplySize is the number of rows and columns of a block.
func multiplySize(set instructions) (rows, columns int) {
	if set == avx512 {
		return blockRowsAVX512, blockColumnsAVX512
	}
	return blockRowsAVX2, blockColumnsAVX2
}

// multiplyPanel adds the product of a and the panel to columns of c, whose rows are stride long. Rows that do not fill
// a block are taken one by one.
func multiplyPanel(set instructions, c []float32, stride int, a view, packed *panel, rows, columns, steps int) {
	if set == plain {
		multiplyPanelPlain(c, stride, a, packed, rows, columns, steps)
		return
	}
	together, wide := multiplySize(set)
	for j := 0; j < columns; j += wide {
		for i := 0; i < rows; {
			count := together
			if rows-i < together {
				count = 1
			}
			below := view{a.values[i*a.row:], a.row, a.column}
			if j+wide <= columns {
				multiplyBlock(set, c[i*stride+j:], stride, below, packed[j:], count, steps)
			} else {
				multiplyPart(set, c[i*stride+j:], stride, below, packed[j:], count, columns-j, steps)
			}
			i += count
		}
	}
}

// multiplyPart works on a block that is wider than the columns left.
func multiplyPart(set instructions, c []float32, stride int, a view, packed []float32, rows, columns, steps int) {
	var sums [blockRowsAVX512 * blockColumnsAVX512]float32
	for i := range rows {
		copy(sums[i*width:][:columns], c[i*stride:])
	}
	multiplyBlock(set, sums[:], width, a, packed, rows, steps)
	for i := range rows {
		copy(c[i*stride:][:columns], sums[i*width:])
	}
}

// multiplyBlock calls the kernel. The lengths have been checked in multiply; steps is at least 1.
func multiplyBlock(set instructions, c []float32, stride int, a view, packed []float32, rows, steps int) {
	switch {
	case set == avx512 && rows == 1:
		multiplyRowAVX512(&c[0], &a.values[0], a.column, &packed[0], steps)
	case set == avx512:
		multiplyBlockAVX512(&c[0], stride, &a.values[0], a.row, a.column, &packed[0], steps)
	case rows == 1:
		multiplyRowAVX2(&c[0], &a.values[0], a.column, &packed[0], steps)
	default:
		multiplyBlockAVX2(&c[0], stride, &a.values[0], a.row, a.column, &packed[0], steps)
	}
}

// multiplyBlockAVX512 adds to 8 rows of 32 columns of c, stride apart, the product of 8 rows of a and a panel. Element
// (i, s) of a is a[i*row+s*column]. steps is at least 1.
//
//go:noescape
func multiplyBlockAVX512(c *float32, stride int, a *float32, row, column int, panel *float32, steps int)

// multiplyRowAVX512 does the same for one row.
//
//go:noescape
func multiplyRowAVX512(c *float32, a *float32, column int, panel *float32, steps int)

// multiplyBlockAVX2 adds to 6 rows of 16 columns, like multiplyBlockAVX512. The lines of the panel are as long as
// there.
//
//go:noescape
func multiplyBlockAVX2(c *float32, stride int, a *float32, row, column int, panel *float32, steps int)

// multiplyRowAVX2 does the same for one row.
//
//go:noescape
func multiplyRowAVX2(c *float32, a *float32, column int, panel *float32, steps int)
