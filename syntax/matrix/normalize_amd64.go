package matrix

func sum(set instructions, x []float32) float32 {
	if set == plain || len(x) == 0 {
		return sumPlain(x)
	}
	return sumAVX2(&x[0], len(x))
}

func squares(set instructions, x []float32, mean float32) float32 {
	if set == plain || len(x) == 0 {
		return squaresPlain(x, mean)
	}
	return squaresAVX2(&x[0], len(x), mean)
}

func spread(set instructions, dst, x, gain, bias []float32, mean, inverse float32) {
	if set == plain || len(x) == 0 {
		spreadPlain(dst, x, gain, bias, mean, inverse)
		return
	}
	spreadAVX2(&dst[0], &x[0], &gain[0], &bias[0], len(x), mean, inverse)
}

// The kernels take a count that is a multiple of 16 and at least 16.

//go:noescape
func sumAVX2(x *float32, count int) float32

//go:noescape
func squaresAVX2(x *float32, count int, mean float32) float32

//go:noescape
func spreadAVX2(dst, x, gain, bias *float32, count int, mean, inverse float32)
