package network

import (
	"fmt"

	"rashomon/network/matrix"
)

// A recurrent is one direction of a layer of long short-term memory (Hochreiter and Schmidhuber 1997, with forget gates and
// without peepholes). The outputs of its weights are the gates: input, forget, output and candidate of all units.
type recurrent struct {
	input     Layer
	feedback  *matrix.Weights // in the scale of input, so that the sums of both can be added
	size      int
	backwards bool
}

// RecurrentName returns the name of a direction of a recurrent layer, which are numbered from 1.
func RecurrentName(number int, backwards bool) string {
	if backwards {
		return fmt.Sprintf("recurrent %d backwards", number)
	}
	return fmt.Sprintf("recurrent %d forwards", number)
}

// recurrent reads a direction of a recurrent layer. Its feedback is one more matrix in the scale of the inputs.
func (r *LayerReader) recurrent(number int, backwards bool) recurrent {
	name := RecurrentName(number, backwards)
	values, size := r.File.Int16(name + " feedback")
	direction := recurrent{input: r.Layer(name), size: size, backwards: backwards}
	if r.Err != nil || size == 0 || len(values) != 4*size*size || direction.input.Outputs() != 4*size ||
		direction.input.Inputs()+size > matrix.MostInputs { // the sums of both are added
		r.failed(name)
		return recurrent{}
	}
	direction.feedback = matrix.Pack(values, 4*size, size)
	return direction
}

// A Sequence is a sentence, or a part of one: its tokens are the rows from First on.
type Sequence struct{ First, Length int }

// row returns the row of the token at a step in the direction of the layer.
func (r *recurrent) row(s Sequence, step int) int {
	if r.backwards {
		return s.First + s.Length - 1 - step
	}
	return s.First + step
}

// run passes the rows of x through the layer and writes the hidden units of each into its row of out, which has columns of
// which those from offset on are the layer's. The sequences stand in order of their length, the longest first: at each step
// those that are still running are the first ones, and go through the weights together.
func (r *recurrent) run(w *Work, out []int16, columns, offset int, x []int16) {
	gates := 4 * r.size
	rows := len(x) / r.input.Inputs()
	sums := Resize(&w.sums, rows*gates)
	r.input.weights.Product(sums, x, rows)
	hidden, state := Resize(&w.last, len(w.sequences)*r.size), Resize(&w.state, len(w.sequences)*r.size)
	clear(hidden)
	clear(state)
	for step, active := 0, len(w.sequences); ; step++ {
		for active > 0 && w.sequences[active-1].Length <= step {
			active--
		}
		if active == 0 {
			return
		}
		feedback := Resize(&w.feedback, active*gates)
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
