package matrix

const best = plain

func (w *Weights) lay(values []int16) { w.values = append(w.values, values...) }

func (w *Weights) product(dst []int32, x []int16, rows int) { w.productPlain(dst, x, rows) }
