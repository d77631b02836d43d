// Package network runs small recurrent networks that read sentences: what all of them share, whatever they are asked.
//
//	forms ─ features ─> rows of tables ─ encoder ─> numbers ─ tagger, or layers of a task's own ─> scores
//
// Weights, and what passes from layer to layer, are whole numbers, so that sums are exact and the same on every
// machine. What passes lies between -1 and 1, in units of 1/[Unit]. Package network/learn trains such networks.
package network

import (
	"cmp"
	"slices"
)

// An Encoder turns tokens into numbers that say what each is where it stands, the input of what a task has of its own:
//
//	vectors, words, affixes, categories ─> input ─> recurrent layers
//
// Categories are small whole numbers that the caller knows of a token beside its form, as many of each token as the
// file has tables for; there may be none. An Encoder is safe for concurrent use.
type Encoder struct {
	table     *table
	input     Layer
	recurrent [][2]recurrent // forwards and backwards
	hidden    int            // outputs of both directions
}

// Encoder reads the tables, the input layer and the recurrent layers.
func (r *LayerReader) Encoder(vectors *Vectors) *Encoder {
	e := &Encoder{input: r.Layer("input")}
	for i := 1; i == 1 || r.File.Has(RecurrentName(i, false)+" weights"); i++ {
		e.recurrent = append(e.recurrent, [2]recurrent{r.recurrent(i, false), r.recurrent(i, true)})
	}
	e.hidden = 2 * e.recurrent[0][0].size
	var err error
	if e.table, err = readTable(r.File, vectors); err != nil {
		r.fail(err)
	}
	if r.Err == nil {
		r.fit(e)
	}
	return e
}

// fit verifies that the layers have the same widths where they meet.
func (r *LayerReader) fit(e *Encoder) {
	r.Fit("input", e.input.Inputs(), e.table.width())
	width := e.InputWidth()
	for i := range e.recurrent {
		for _, direction := range e.recurrent[i] {
			r.Fit(RecurrentName(i+1, direction.backwards), direction.input.Inputs(), width)
			r.Fit(RecurrentName(i+1, direction.backwards), 2*direction.size, e.hidden)
		}
		width = e.hidden
	}
}

// IsCommon reports whether a word, in lower case, is among so many that the texts of the word vectors say most often.
func (e *Encoder) IsCommon(word string, among int32) bool {
	row, found := e.table.words.Vectors[word]
	return found && row < among
}

// InputWidth is the number of inputs of the recurrent layers for a token.
func (e *Encoder) InputWidth() int { return e.input.Outputs() }

// HiddenWidth is the number of their outputs.
func (e *Encoder) HiddenWidth() int { return e.hidden }

// Categories returns how many values each category of a token has.
func (e *Encoder) Categories() []int {
	var counts []int
	for _, c := range e.table.categories {
		counts = append(counts, len(c.rows)/c.width)
	}
	return counts
}

// An Encoding is what an encoder makes of tokens, a row for each, as inputs of further layers. It is overwritten by the
// next with the same [Work].
type Encoding struct {
	Rows   int
	Input  []int16 // what went into the recurrent layers: the token by itself
	Hidden []int16 // what came out
}

// Encode reads the forms of the tokens of some sequences, and their categories, token after token.
func (e *Encoder) Encode(w *Work, forms []string, categories []uint8, sequences []Sequence) Encoding {
	w.sequences = append(w.sequences[:0], sequences...)
	slices.SortStableFunc(w.sequences, func(a, b Sequence) int { return cmp.Compare(b.Length, a.Length) })
	input := e.inputs(w, forms, categories)
	x := input
	for i := range e.recurrent {
		out := Resize(&w.layers[i%2], len(forms)*e.hidden)
		size := e.recurrent[i][0].size
		e.recurrent[i][0].run(w, out, e.hidden, 0, x)
		e.recurrent[i][1].run(w, out, e.hidden, size, x)
		x = out
	}
	return Encoding{len(forms), input, x}
}
