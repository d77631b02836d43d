package learn

import "math/rand/v2"

// A Tensor is a matrix of float32 in row-major order, and the gradient of the loss by each of its elements.
type Tensor struct {
	Rows, Columns   int
	Value, Gradient []float32 // a tensor that is not learned has no gradient
}

// Row returns a row of the values.
func (x *Tensor) Row(i int) []float32 { return x.Value[i*x.Columns : (i+1)*x.Columns] }

// GradientRow returns a row of the gradient.
func (x *Tensor) GradientRow(i int) []float32 { return x.Gradient[i*x.Columns : (i+1)*x.Columns] }

// A Tape remembers the operations of a forward pass, so that Backward can run through them in reverse and add up the
// gradients (reverse-mode differentiation). Its memory is used anew for every batch.
type Tape struct {
	random *rand.Rand // of dropout; nil when the network is used and not trained
	steps  []func()
	blocks [][]float32
	block  int // the block that is being filled
	used   int // elements of it
}

// blockSize is the number of floats in a block of memory, more than the largest tensor of a batch needs.
const blockSize = 1 << 22

// Floats returns n zeros that live until the next Reset.
func (t *Tape) Floats(n int) []float32 {
	if t.block < len(t.blocks) && t.used+n > len(t.blocks[t.block]) {
		t.block++
		t.used = 0
	}
	if t.block == len(t.blocks) {
		t.blocks = append(t.blocks, make([]float32, max(n, blockSize)))
	}
	out := t.blocks[t.block][t.used : t.used+n : t.used+n]
	t.used += n
	clear(out)
	return out
}

// Tensor returns a tensor of zeros that lives until the next Reset.
func (t *Tape) Tensor(rows, columns int) *Tensor {
	return &Tensor{Rows: rows, Columns: columns, Value: t.Floats(rows * columns), Gradient: t.Floats(rows * columns)}
}

// Then remembers how the gradients of an operation are passed on.
func (t *Tape) Then(step func()) { t.steps = append(t.steps, step) }

// Backward passes the gradients from the losses back to the parameters.
func (t *Tape) Backward() {
	for i := len(t.steps) - 1; i >= 0; i-- {
		t.steps[i]()
	}
}

// Reset forgets the operations and frees the memory for the next batch. random is that of dropout, or nil when the network
// is used and not trained.
func (t *Tape) Reset(random *rand.Rand) {
	t.steps, t.block, t.used, t.random = t.steps[:0], 0, 0, random
}
