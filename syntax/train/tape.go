package main

import "math/rand/v2"

// A tensor is a matrix of float32 in row-major order, and the gradient of the loss by each of its elements.
type tensor struct {
	rows, columns   int
	value, gradient []float32
}

func (x *tensor) row(i int) []float32         { return x.value[i*x.columns : (i+1)*x.columns] }
func (x *tensor) gradientRow(i int) []float32 { return x.gradient[i*x.columns : (i+1)*x.columns] }

// A tape remembers the operations of a forward pass, so that backward can run through them in reverse and add up the
// gradients (reverse-mode differentiation). Its memory is used anew for every batch.
type tape struct {
	random *rand.Rand // of dropout; nil when the network is used and not trained
	steps  []func()
	blocks [][]float32
	block  int // the block that is being filled
	used   int // elements of it
}

// blockSize is the number of floats in a block of memory, more than the largest tensor of a batch needs.
const blockSize = 1 << 22

// floats returns n zeros that live until the next reset.
func (t *tape) floats(n int) []float32 {
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

func (t *tape) tensor(rows, columns int) *tensor {
	return &tensor{rows: rows, columns: columns, value: t.floats(rows * columns), gradient: t.floats(rows * columns)}
}

// then remembers how the gradients of an operation are passed on.
func (t *tape) then(step func()) { t.steps = append(t.steps, step) }

// backward passes the gradients from the losses back to the parameters.
func (t *tape) backward() {
	for i := len(t.steps) - 1; i >= 0; i-- {
		t.steps[i]()
	}
}

// reset forgets the operations and frees the memory for the next batch.
func (t *tape) reset(random *rand.Rand) {
	t.steps, t.block, t.used, t.random = t.steps[:0], 0, 0, random
}
