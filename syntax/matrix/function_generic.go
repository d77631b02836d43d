//go:build !amd64

package matrix

func quantize(_ instructions, dst []int16, x []float32, scale float32) { quantizePlain(dst, x, scale) }

func dequantize(_ instructions, dst []float32, sum []int32, scale, bias []float32) {
	dequantizePlain(dst, sum, scale, bias)
}

func exp(_ instructions, dst, x []float32) { expPlain(dst, x) }

func sigmoid(_ instructions, dst, x []float32) { sigmoidPlain(dst, x) }

func tanh(_ instructions, dst, x []float32) { tanhPlain(dst, x) }

func recur(_ instructions, state, x, candidate, forget, reset []float32) {
	recurPlain(state, x, candidate, forget, reset)
}

func sum(_ instructions, x []float32) float32 { return sumPlain(x) }

func squares(_ instructions, x []float32, mean float32) float32 { return squaresPlain(x, mean) }

func spread(_ instructions, dst, x, gain, bias []float32, mean, inverse float32) {
	spreadPlain(dst, x, gain, bias, mean, inverse)
}
