//go:build !amd64

package matrix

func (w *Weights) lay(values []int16) { w.layPlain(values) }

func (w *Weights) product(dst []int32, x []int16, rows int) { w.productPlain(dst, x, rows) }
