//go:build !amd64

package matrix

func quantize(_ instructions, dst []int16, x []float32, scale float32) { quantizePlain(dst, x, scale) }

func dequantize(_ instructions, dst []float32, sum []int32, scale, bias []float32) {
	dequantizePlain(dst, sum, scale, bias)
}
