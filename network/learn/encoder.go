package learn

import "rashomon/network"

// Sizes are the widths of an encoder and its tagger.
type Sizes struct {
	Learned, Hashed int        // vectors of words and of hashed features
	Buckets         int        // of hashed features
	Categories      []Category // what is known of a token beside its form
	Width           int        // of the input layer
	Hidden          int        // both directions of a recurrent layer together
	Layers          int        // recurrent
	Tagger          int
}

// A Category is how many values something has that is known of a token, and the width of the vector learned for each.
type Category struct{ Values, Width int }

// Dropouts are the shares that are set to zero while training.
type Dropouts struct {
	Input, Hidden float32
	Words         float32 // learned vectors, for which that of unknown words is put
	Vectors       float32 // pretrained vectors, likewise
}

// An Encoder is what [network.Encoder] runs, in floating-point numbers and with gradients: see there for its form.
type Encoder struct {
	vectors, learned, hashed *Tensor // the pretrained vectors are no parameter
	categories               []*Tensor
	input                    Dense
	recurrent                [][2]*lstm
}

// inputName is the name of the layer that the tables go into.
const inputName = "input"

// Encoder adds an encoder for so many learned words. vectors are those of [VectorTable].
func (w *Weights) Encoder(z Sizes, words int, vectors *Tensor) *Encoder {
	e := &Encoder{vectors: vectors}
	e.learned = w.Table("learned", words+1, z.Learned)
	e.hashed = w.Table("hashed", z.Buckets, z.Hashed)
	row := vectors.Columns + z.Learned + network.FeatureCount*z.Hashed
	for i, c := range z.Categories {
		e.categories = append(e.categories, w.Table(network.CategoryName(i+1), c.Values, c.Width))
		row += c.Width
	}
	e.input = w.Dense(inputName, z.Width, row)
	for i, inputs := 1, z.Width; i <= z.Layers; i, inputs = i+1, z.Hidden {
		e.recurrent = append(e.recurrent, [2]*lstm{w.lstm(i, inputs, z.Hidden/2, false), w.lstm(i, inputs, z.Hidden/2, true)})
	}
	return e
}

// An Encoding is what an encoder makes of tokens, a row for each.
type Encoding struct{ Input, Hidden *Tensor }

// Encode passes a batch through the encoder.
func (e *Encoder) Encode(t *Tape, b *Batch, d Dropouts) Encoding {
	parts := []*Tensor{t.Lookup(e.vectors, b.vectors), t.Lookup(e.learned, b.words), t.Lookup(e.hashed, b.features)}
	for i, table := range e.categories {
		parts = append(parts, t.Lookup(table, b.categories[i]))
	}
	x := t.Dropout(t.Squash(t.Dense(t.Dropout(t.Beside(parts...), d.Input), e.input)), d.Hidden)
	hidden := x
	for _, layer := range e.recurrent {
		hidden = t.Beside(t.run(layer[0], hidden, b.Sequences), t.run(layer[1], hidden, b.Sequences))
		hidden = t.Dropout(hidden, d.Hidden)
	}
	return Encoding{x, hidden}
}

// A Tagger is what [network.Tagger] runs.
type Tagger struct{ tagger, tags Dense }

// Tagger adds a tagger with so many labels to an encoder.
func (w *Weights) Tagger(z Sizes, labels int) *Tagger {
	return &Tagger{w.Dense("tagger", z.Tagger, z.Hidden+z.Width), w.Dense("tags", labels, z.Tagger)}
}

// Score returns the scores of all labels of each token.
func (g *Tagger) Score(t *Tape, e Encoding, d Dropouts) *Tensor {
	return t.Dense(t.Dropout(t.Squash(t.Dense(t.Beside(e.Hidden, e.Input), g.tagger)), d.Hidden), g.tags)
}
