package matrix

func quantize(set instructions, dst []int16, x []float32, scale float32) {
	count := set.vectors(len(x))
	if count > 0 {
		quantizeAVX2(&dst[0], &x[0], count, scale, -Largest, Largest)
	}
	quantizePlain(dst[count:], x[count:], scale)
}

func dequantize(set instructions, dst []float32, sum []int32, scale, bias []float32) {
	count := set.vectors(len(sum))
	if count > 0 {
		dequantizeAVX2(&dst[0], &sum[0], &scale[0], &bias[0], count)
	}
	dequantizePlain(dst[count:], sum[count:], scale[count:], bias[count:])
}

// The kernels take a count that is a multiple of 16 and at least 16.

//go:noescape
func quantizeAVX2(dst *int16, x *float32, count int, scale, least, greatest float32)

//go:noescape
func dequantizeAVX2(dst *float32, sum *int32, scale, bias *float32, count int)
