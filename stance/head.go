package stance

import (
	"fmt"

	"rashomon/network"
)

// A head is the layers behind the encoder. What a word votes on a target depends on a sum of what the word is where
// it stands, of what the target is, and of how the word is seen from the target:
//
//	hidden and input of the word, hidden of the target, rows of tables ─> + ─> tanh ─> votes
//
// Only the tables and what follows are worked out for every word and target.
type head struct {
	hidden, input, target, votes network.Layer
	tables                       [seen][]float32 // of the categories seen: rows as wide as the layers
}

// The names of the layers and tables in the file.
const (
	HiddenLayer = "hidden of word"
	InputLayer  = "input of word"
	TargetLayer = "hidden of target"
	VotesLayer  = "votes"
)

// TableName returns the name of the table of a category seen.
func TableName(category int) string { return fmt.Sprintf("seen %d", category+1) }

// readHead reads the layers and tables, which are to fit an encoder.
func readHead(r *network.LayerReader, e *network.Encoder) (head, error) {
	h := head{
		hidden: r.Layer(HiddenLayer), input: r.Layer(InputLayer), target: r.Layer(TargetLayer), votes: r.Layer(VotesLayer),
	}
	if r.Err != nil {
		return h, r.Err
	}
	width := h.hidden.Outputs()
	for _, part := range []struct {
		name      string
		got, want int
	}{
		{HiddenLayer, h.hidden.Inputs(), e.HiddenWidth()},
		{InputLayer, h.input.Inputs(), e.InputWidth()},
		{InputLayer, h.input.Outputs(), width},
		{TargetLayer, h.target.Inputs(), e.HiddenWidth()},
		{TargetLayer, h.target.Outputs(), width},
		{VotesLayer, h.votes.Inputs(), width},
		{VotesLayer, h.votes.Outputs(), Scores},
	} {
		r.Fit(part.name, part.got, part.want)
	}
	for i, values := range SeenCategories() {
		rows, columns := r.File.Int16(TableName(i))
		if columns != width || len(rows) != values*width {
			return h, fmt.Errorf("the table %q is not of %d rows of %d", TableName(i), values, width)
		}
		for _, number := range rows {
			h.tables[i] = append(h.tables[i], float32(number)/network.PerInput)
		}
	}
	return h, r.Err
}

// run gives every voter of the sights that are waiting its scores.
func (f *Finder) run(w *work) {
	if len(w.sights) == 0 {
		return
	}
	h, n := &f.head, w.network
	e := f.encoder.Encode(n, w.forms, w.categories, w.sequences)
	width, hidden := h.hidden.Outputs(), f.encoder.HiddenWidth()
	words := h.hidden.Apply(n, network.Resize(&w.words, e.Rows*width), e.Hidden, e.Rows)
	add(words, h.input.Apply(n, network.Resize(&w.inputs, e.Rows*width), e.Input, e.Rows))
	w.targets = w.targets[:0]
	for _, row := range w.heads {
		w.targets = append(w.targets, e.Hidden[row*hidden:(row+1)*hidden]...)
	}
	targets := h.target.Apply(n, network.Resize(&w.inputs, len(w.heads)*width), w.targets, len(w.heads))
	sums := network.Resize(&w.sums, len(w.voters)*width)
	for i, s := range w.sights {
		for voter := s.voters.Start; voter < s.voters.End; voter++ {
			row, sum := w.voters[voter], sums[voter*width:(voter+1)*width]
			copy(sum, words[row*width:(row+1)*width])
			add(sum, targets[i*width:(i+1)*width])
			for category, value := range w.seen[voter*seen : (voter+1)*seen] {
				add(sum, h.tables[category][int(value)*width:(int(value)+1)*width])
			}
		}
	}
	squeezed := network.Squeeze(network.Resize(&w.squeezed, len(sums)), sums)
	h.votes.Apply(n, network.Resize(&w.scores, len(w.voters)*Scores), squeezed, len(w.voters))
}

// add adds the numbers of from to those of to.
func add(to, from []float32) {
	to = to[:len(from)]
	for i, number := range from {
		to[i] += number
	}
}

// scoresOf returns the scores of the voters of a sight.
func (w *work) scoresOf(s sight) []float32 {
	return w.scores[s.voters.Start*Scores : s.voters.End*Scores]
}
