package network

// A Tagger scores labels of each token, from the encoder's outputs and, beside them, its inputs.
type Tagger struct{ tagger, tags Layer }

// Tagger reads the layers "tagger" and "tags".
func (r *LayerReader) Tagger(e *Encoder) *Tagger {
	t := &Tagger{r.Layer("tagger"), r.Layer("tags")}
	if r.Err == nil {
		r.Fit("tagger", t.tagger.Inputs(), e.HiddenWidth()+e.InputWidth())
		r.Fit("tags", t.tags.Inputs(), t.tagger.Outputs())
	}
	return t
}

// Labels is the number of scores of a token.
func (t *Tagger) Labels() int { return t.tags.Outputs() }

// Score writes the scores of all labels of each token into dst, a row of [Tagger.Labels] for each.
func (t *Tagger) Score(w *Work, dst []float32, e Encoding) {
	both := Resize(&w.both, len(e.Hidden)+len(e.Input))
	beside(both, e.Hidden, e.Input, e.Rows)
	t.tags.Apply(w, dst, t.tagger.Squeeze(w, both, e.Rows), e.Rows)
}

// beside places the rows of two tables beside each other.
func beside(dst, a, b []int16, rows int) {
	widthA, widthB := len(a)/max(rows, 1), len(b)/max(rows, 1)
	for len(dst) > 0 {
		copy(dst, a[:widthA])
		copy(dst[widthA:], b[:widthB])
		dst, a, b = dst[widthA+widthB:], a[widthA:], b[widthB:]
	}
}
