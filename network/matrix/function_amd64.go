package matrix

import "math"

// constants are the numbers of the macros in function_amd64.h, each filling a vector, in the order of the offsets
// there.
type constants [19][8]float32

var exponential = spreadOut(
	-perLog2, shift, log2First, log2Rest,
	series[0], -series[1], series[2], -series[3], series[4],
	1, math.Float32frombits(signBit-1), math.Float32frombits(signBit), Largest,
	-expGreatest, -expLeast, negligible,
	math.Float32frombits(127), // 127 as a whole number is the exponent of 2^0
	0.25, 4,
)

// negligible is a y from which on 1±e^-y rounds to 1.
const negligible = 40

func spreadOut(values ...float32) *constants {
	var spread constants
	for i, value := range values {
		for lane := range spread[i] {
			spread[i][lane] = value
		}
	}
	return &spread
}

// vectors is how many of count elements the kernels do, which take multiples of 16 alone; the plain code does the rest.
func (set instructions) vectors(count int) int {
	if set == plain {
		return 0
	}
	return count - count%16
}

func exp(set instructions, dst, x []float32) {
	count := set.vectors(len(x))
	switch {
	case count > 0 && set == avx512:
		expAVX512(&dst[0], &x[0], count, exponential)
	case count > 0:
		expAVX2(&dst[0], &x[0], count, exponential)
	}
	expPlain(dst[count:], x[count:])
}

func sigmoid(set instructions, dst, x []float32) {
	count := set.vectors(len(x))
	switch {
	case count > 0 && set == avx512:
		sigmoidAVX512(&dst[0], &x[0], count, exponential)
	case count > 0:
		sigmoidAVX2(&dst[0], &x[0], count, exponential)
	}
	sigmoidPlain(dst[count:], x[count:])
}

func tanh(set instructions, dst, x []float32) {
	count := set.vectors(len(x))
	switch {
	case count > 0 && set == avx512:
		tanhAVX512(&dst[0], &x[0], count, exponential)
	case count > 0:
		tanhAVX2(&dst[0], &x[0], count, exponential)
	}
	tanhPlain(dst[count:], x[count:])
}

// The kernels take a count that is a multiple of 16 and at least 16.

//go:noescape
func expAVX512(dst, x *float32, count int, table *constants)

//go:noescape
func sigmoidAVX512(dst, x *float32, count int, table *constants)

//go:noescape
func tanhAVX512(dst, x *float32, count int, table *constants)

//go:noescape
func expAVX2(dst, x *float32, count int, table *constants)

//go:noescape
func sigmoidAVX2(dst, x *float32, count int, table *constants)

//go:noescape
func tanhAVX2(dst, x *float32, count int, table *constants)
