//go:build !amd64

package matrix

// layout is the weights as the one kernel takes them.
type layout struct{ eights []eight }

func (w *Weights) lay(_ instructions, values []int16) { w.eights = w.layEights(values) }

func (w *Weights) product(dst []int32, x []int16, rows int) { w.productPlain(dst, x, rows) }
