package syntax

import "rashomon/syntax/matrix"

// A recurrent is one direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates and
// without peepholes). The outputs of its weights are the gates: input, forget, output and candidate of all units.
type recurrent struct {
	input     layer
	feedback  *matrix.Weights // in the scale of input, so that the sums of both can be added
	size      int
	backwards bool
}

// A sequence is a sentence in a chunk: its tokens are the rows from first on.
type sequence struct{ first, length int }

// row returns the row of the token at a step in the direction of the layer.
func (r *recurrent) row(s sequence, step int) int {
	if r.backwards {
		return s.first + s.length - 1 - step
	}
	return s.first + step
}

// run passes the rows of x through the layer and writes the hidden units of each into its row of out, which has columns of
// which those from offset on are the layer's. The sequences stand in order of their length, the longest first: at each step
// those that are still running are the first ones, and go through the weights together.
func (r *recurrent) run(w *work, out []int16, columns, offset int, x []int16) {
	gates := 4 * r.size
	rows := len(w.forms)
	sums := resize(&w.sums, rows*gates)
	r.input.weights.Product(sums, x, rows)
	hidden, state := resize(&w.last, len(w.sequences)*r.size), resize(&w.state, len(w.sequences)*r.size)
	clear(hidden)
	clear(state)
	for step, active := 0, len(w.sequences); ; step++ {
		for active > 0 && w.sequences[active-1].length <= step {
			active--
		}
		if active == 0 {
			return
		}
		feedback := resize(&w.feedback, active*gates)
		r.feedback.Product(feedback, hidden[:active*r.size], active)
		for i, s := range w.sequences[:active] {
			row := r.row(s, step)
			h := hidden[i*r.size : (i+1)*r.size]
			matrix.LSTM(h, state[i*r.size:(i+1)*r.size], sums[row*gates:(row+1)*gates], feedback[i*gates:(i+1)*gates],
				r.input.scale, r.input.bias)
			copy(out[row*columns+offset:], h)
		}
	}
}
