package learn

import (
	"slices"

	"rashomon/network"
	"rashomon/network/matrix"
)

// An lstm is one direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates and
// without peepholes). Gates stand in the order input, forget, output, candidate.
type lstm struct {
	name      string
	input     *Tensor // 4·size × inputs
	recurrent *Tensor // size × 4·size: a row for every hidden unit that feeds back
	bias      *Tensor // 1 × 4·size
	backwards bool
}

// sequences orders sentences by length, the longest first, so that the sentences that are still running at a step are
// always the first ones.
func sequences(sentences []network.Sequence) []network.Sequence {
	out := slices.Clone(sentences)
	slices.SortStableFunc(out, func(a, b network.Sequence) int { return b.Length - a.Length })
	return out
}

// row returns the row of a sentence's token at a step in the direction of the layer.
func (l *lstm) row(sentence network.Sequence, step int) int {
	if l.backwards {
		return sentence.First + sentence.Length - 1 - step
	}
	return sentence.First + step
}

// An lstmRun is what one pass of a layer leaves for its gradients: a row for every token.
type lstmRun struct {
	layer     *lstm
	size      int
	sentences []network.Sequence
	gates     *Tensor   // after their functions
	cell      []float32 // the state
	squashed  []float32 // tanh of it
	before    []float32 // the hidden units of the step before
	out       *Tensor
}

// run passes the rows of x through the layer.
func (t *Tape) run(l *lstm, x *Tensor, sentences []network.Sequence) *Tensor {
	size := l.recurrent.Rows
	r := &lstmRun{layer: l, size: size, sentences: sequences(sentences)}
	r.gates = t.Linear(x, l.input, l.bias)
	r.cell, r.squashed, r.before = t.Floats(x.Rows*size), t.Floats(x.Rows*size), t.Floats(x.Rows*size)
	r.out = t.Tensor(x.Rows, size)
	r.forward(t)
	t.Then(func() { r.backward(t) })
	return r.out
}

// active returns how many sentences are still running at a step.
func (r *lstmRun) active(step int) int {
	n := 0
	for n < len(r.sentences) && r.sentences[n].Length > step {
		n++
	}
	return n
}

func (r *lstmRun) forward(t *Tape) {
	if len(r.sentences) == 0 {
		return
	}
	hidden := t.Floats(len(r.sentences) * r.size)
	sums := t.Floats(len(r.sentences) * 4 * r.size)
	for step := range r.sentences[0].Length {
		active := r.active(step)
		clear(sums)
		matrix.Multiply(sums[:active*4*r.size], hidden[:active*r.size], r.layer.recurrent.Value, active, 4*r.size, r.size)
		for b := range active {
			row := r.layer.row(r.sentences[b], step)
			h := hidden[b*r.size : (b+1)*r.size]
			copy(r.before[row*r.size:], h)
			gates := r.gates.Row(row)
			Add(gates, sums[b*4*r.size:(b+1)*4*r.size])
			r.cellForward(row, step, gates)
			copy(h, r.out.Row(row))
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
	out := r.out.Row(row)
	for j := range out {
		out[j] = gates[2*n+j] * squashed[j]
	}
}

func (r *lstmRun) backward(t *Tape) {
	if len(r.sentences) == 0 {
		return
	}
	n := r.size
	transposed := t.Floats(4 * n * n)
	for i := range n {
		for j, v := range r.layer.recurrent.Row(i) {
			transposed[j*n+i] = v
		}
	}
	cells := t.Floats(len(r.sentences) * n)
	hidden := t.Floats(len(r.sentences) * n)
	sums := t.Floats(len(r.sentences) * 4 * n)
	for step := r.sentences[0].Length - 1; step >= 0; step-- {
		active := r.active(step)
		for b := range active {
			row := r.layer.row(r.sentences[b], step)
			r.cellBackward(row, step, cells[b*n:(b+1)*n], hidden[b*n:(b+1)*n])
			copy(sums[b*4*n:], r.gates.GradientRow(row))
		}
		clear(hidden[:active*n])
		matrix.Multiply(hidden[:active*n], sums[:active*4*n], transposed, active, n, 4*n)
	}
	matrix.MultiplyLeftTransposed(r.layer.recurrent.Gradient, r.before, r.gates.Gradient, n, 4*n, r.gates.Rows)
}

// cellBackward passes the gradient of one token's output and of its state through the gates. cell holds the gradient of the
// state from the step after and gets that of the state before; hidden is the gradient that comes back through the
// recurrence.
func (r *lstmRun) cellBackward(row, step int, cell, hidden []float32) {
	n := r.size
	gates, gradient := r.gates.Row(row), r.gates.GradientRow(row)
	out, squashed := r.out.GradientRow(row), r.squashed[row*n:(row+1)*n]
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
