//go:build !amd64

package matrix

func sum(_ instructions, x []float32) float32 { return sumPlain(x) }

func squares(_ instructions, x []float32, mean float32) float32 { return squaresPlain(x, mean) }

func spread(_ instructions, dst, x, gain, bias []float32, mean, inverse float32) {
	spreadPlain(dst, x, gain, bias, mean, inverse)
}
