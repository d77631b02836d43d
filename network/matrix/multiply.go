package matrix

import "sync"

// Multiply adds the product of a (m rows of k) and b (k rows of n) to c (m rows of n).
//
// Each element of c grows by its k products one after the other, in ascending order, each product and each sum rounded:
// c = (((c + a₀b₀) + a₁b₁) + ...). So a row of c depends on no other row, and a product may be cut into several calls
// along m, n or (in order) k without changing a bit. c may not overlap a or b. All this holds for the two transposed
// forms as well.
func Multiply(c, a, b []float32, m, n, k int) {
	multiply(best, c, view{a, k, 1}, view{b, n, 1}, m, n, k)
}

// MultiplyLeftTransposed adds the product of the transpose of a (k rows of m) and b (k rows of n) to c (m rows of n).
func MultiplyLeftTransposed(c, a, b []float32, m, n, k int) {
	multiply(best, c, view{a, 1, m}, view{b, n, 1}, m, n, k)
}

// MultiplyRightTransposed adds the product of a (m rows of k) and the transpose of b (n rows of k) to c (m rows of n).
func MultiplyRightTransposed(c, a, b []float32, m, n, k int) {
	multiply(best, c, view{a, k, 1}, view{b, 1, k}, m, n, k)
}

// view is a matrix within a slice: element (i, j) is values[i*row+j*column].
type view struct {
	values      []float32
	row, column int
}

// depth is how many steps along k are taken at once: a panel of 256 steps by 32 columns is 32 KB, which stays in the
// first-level cache while all rows of a pass over it.
const depth = 256

// width is the number of columns in a panel: two vectors of 16, or twice two vectors of 8.
const width = 32

type panel [depth * width]float32

var panels = sync.Pool{New: func() any { return new(panel) }}

func multiply(set instructions, c []float32, a, b view, m, n, k int) {
	need("c", len(c), m*n)
	need("a", len(a.values), m*k)
	need("b", len(b.values), k*n)
	if m == 0 {
		return
	}
	packed := panels.Get().(*panel)
	defer panels.Put(packed)
	for p := 0; p < k; p += depth {
		steps := min(depth, k-p)
		for j := 0; j < n; j += width {
			columns := min(width, n-j)
			b.pack(packed, p, steps, j, columns)
			from := view{a.values[p*a.column:], a.row, a.column}
			multiplyPanel(set, c[j:], n, from, packed, m, columns, steps)
		}
	}
}

// pack copies the given steps (rows) and columns of b, from step p and column j on, into the panel, a step a line. The
// inner loop runs along b's memory.
func (b view) pack(packed *panel, p, steps, j, columns int) {
	if b.column == 1 {
		for s := range steps {
			line := packed[s*width:][:width]
			copy(line, b.values[(p+s)*b.row+j:][:columns])
			clear(line[columns:])
		}
		return
	}
	if columns < width {
		clear(packed[:steps*width])
	}
	column := 0
	for ; column+4 <= columns; column += 4 {
		from := func(c int) []float32 { return b.values[(j+column+c)*b.column+p:][:steps] }
		packFour(packed[column:], from(0), from(1), from(2), from(3))
	}
	for ; column < columns; column++ {
		for s, value := range b.values[(j+column)*b.column+p:][:steps] {
			packed[s*width+column] = value
		}
	}
}

// packFour writes four columns of a panel at a time, in a third of the time that one after the other takes: with few
// rows of a, packing is most of the work.
func packFour(packed, from0, from1, from2, from3 []float32) {
	from1, from2, from3 = from1[:len(from0)], from2[:len(from0)], from3[:len(from0)]
	for s, value := range from0 {
		line := (*[4]float32)(packed[s*width:])
		line[0], line[1], line[2], line[3] = value, from1[s], from2[s], from3[s]
	}
}

func multiplyPanelPlain(c []float32, stride int, a view, packed *panel, rows, columns, steps int) {
	for i := range rows {
		sums := c[i*stride:][:columns]
		for s := range steps {
			factor := a.values[i*a.row+s*a.column]
			for column, value := range packed[s*width:][:columns] {
				sums[column] += float32(factor * value)
			}
		}
	}
}
