package main

import (
	"slices"

	"rashomon/network/matrix"
)

// An lstm is one direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates and
// without peepholes). Gates stand in the order input, forget, output, candidate.
type lstm struct {
	name      string
	input     *tensor // 4·size × inputs
	recurrent *tensor // size × 4·size: a row for every hidden unit that feeds back
	bias      *tensor // 1 × 4·size
	backwards bool
}

// A batch of sentences is a row for every token, sentence after sentence.
type span struct{ first, length int }

// sequences orders sentences by length, the longest first, so that the sentences that are still running at a step are
// always the first ones.
func sequences(sentences []span) []span {
	out := slices.Clone(sentences)
	slices.SortStableFunc(out, func(a, b span) int { return b.length - a.length })
	return out
}

// row returns the row of a sentence's token at a step in the direction of the layer.
func (l *lstm) row(sentence span, step int) int {
	if l.backwards {
		return sentence.first + sentence.length - 1 - step
	}
	return sentence.first + step
}

// An lstmRun is what one pass of a layer leaves for its gradients: a row for every token.
type lstmRun struct {
	layer     *lstm
	size      int
	sentences []span
	gates     *tensor   // after their functions
	cell      []float32 // the state
	squashed  []float32 // tanh of it
	before    []float32 // the hidden units of the step before
	out       *tensor
}

// run passes the rows of x through the layer.
func (t *tape) run(l *lstm, x *tensor, sentences []span) *tensor {
	size := l.recurrent.rows
	r := &lstmRun{layer: l, size: size, sentences: sequences(sentences)}
	r.gates = t.linear(x, l.input, l.bias)
	r.cell, r.squashed, r.before = t.floats(x.rows*size), t.floats(x.rows*size), t.floats(x.rows*size)
	r.out = t.tensor(x.rows, size)
	r.forward(t)
	t.then(func() { r.backward(t) })
	return r.out
}

// active returns how many sentences are still running at a step.
func (r *lstmRun) active(step int) int {
	n := 0
	for n < len(r.sentences) && r.sentences[n].length > step {
		n++
	}
	return n
}

func (r *lstmRun) forward(t *tape) {
	if len(r.sentences) == 0 {
		return
	}
	hidden := t.floats(len(r.sentences) * r.size)
	sums := t.floats(len(r.sentences) * 4 * r.size)
	for step := range r.sentences[0].length {
		active := r.active(step)
		clear(sums)
		matrix.Multiply(sums[:active*4*r.size], hidden[:active*r.size], r.layer.recurrent.value, active, 4*r.size, r.size)
		for b := range active {
			row := r.layer.row(r.sentences[b], step)
			h := hidden[b*r.size : (b+1)*r.size]
			copy(r.before[row*r.size:], h)
			gates := r.gates.row(row)
			add(gates, sums[b*4*r.size:(b+1)*4*r.size])
			r.cellForward(row, step, gates)
			copy(h, r.out.row(row))
		}
	}
}

// previous returns the row of the token of the step before, in the direction of the layer.
func (r *lstmRun) previous(row int) int {
	if r.layer.backwards {
		return row + 1
	}
	return row - 1
}

// cellForward applies the gates of one token.
func (r *lstmRun) cellForward(row, step int, gates []float32) {
	n := r.size
	matrix.Sigmoid(gates[:3*n], gates[:3*n])
	matrix.Tanh(gates[3*n:], gates[3*n:])
	cell := r.cell[row*n : (row+1)*n]
	for j := range cell {
		cell[j] = float32(gates[j] * gates[3*n+j])
	}
	if step > 0 {
		old := r.cell[r.previous(row)*n:]
		for j := range cell {
			cell[j] += float32(gates[n+j] * old[j])
		}
	}
	squashed := r.squashed[row*n : (row+1)*n]
	matrix.Tanh(squashed, cell)
	out := r.out.row(row)
	for j := range out {
		out[j] = gates[2*n+j] * squashed[j]
	}
}

func (r *lstmRun) backward(t *tape) {
	if len(r.sentences) == 0 {
		return
	}
	n := r.size
	transposed := t.floats(4 * n * n)
	for i := range n {
		for j, v := range r.layer.recurrent.row(i) {
			transposed[j*n+i] = v
		}
	}
	cells := t.floats(len(r.sentences) * n)
	hidden := t.floats(len(r.sentences) * n)
	sums := t.floats(len(r.sentences) * 4 * n)
	for step := r.sentences[0].length - 1; step >= 0; step-- {
		active := r.active(step)
		for b := range active {
			row := r.layer.row(r.sentences[b], step)
			r.cellBackward(row, step, cells[b*n:(b+1)*n], hidden[b*n:(b+1)*n])
			copy(sums[b*4*n:], r.gates.gradientRow(row))
		}
		clear(hidden[:active*n])
		matrix.Multiply(hidden[:active*n], sums[:active*4*n], transposed, active, n, 4*n)
	}
	matrix.MultiplyLeftTransposed(r.layer.recurrent.gradient, r.before, r.gates.gradient, n, 4*n, r.gates.rows)
}

// cellBackward passes the gradient of one token's output and of its state through the gates. cell holds the gradient of the
// state from the step after and gets that of the state before; hidden is the gradient that comes back through the recurrence.
func (r *lstmRun) cellBackward(row, step int, cell, hidden []float32) {
	n := r.size
	gates, gradient := r.gates.row(row), r.gates.gradientRow(row)
	out, squashed := r.out.gradientRow(row), r.squashed[row*n:(row+1)*n]
	var old []float32
	if step > 0 {
		old = r.cell[r.previous(row)*n:]
	}
	for j := range n {
		input, forget, output, candidate := gates[j], gates[n+j], gates[2*n+j], gates[3*n+j]
		h := out[j] + hidden[j]
		c := cell[j] + float32(h*output*(1-float32(squashed[j]*squashed[j])))
		gradient[2*n+j] = h * squashed[j] * output * (1 - output)
		gradient[j] = c * candidate * input * (1 - input)
		gradient[3*n+j] = c * input * (1 - float32(candidate*candidate))
		if old != nil {
			gradient[n+j] = c * old[j] * forget * (1 - forget)
		}
		cell[j] = c * forget
	}
}
