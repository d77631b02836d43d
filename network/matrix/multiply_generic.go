//go:build !amd64

package matrix

func multiplyPanel(_ instructions, c []float32, stride int, a view, packed *panel, rows, columns, steps int) {
	multiplyPanelPlain(c, stride, a, packed, rows, columns, steps)
}
