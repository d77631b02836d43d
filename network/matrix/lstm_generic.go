//go:build !amd64

package matrix

func lstm(_ instructions, hidden []int16, state []float32, sums, feedback []int32, scale, bias []float32) {
	lstmPlain(0, hidden, state, sums, feedback, scale, bias)
}
