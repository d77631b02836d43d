package matrix

import "math"

// constants are the numbers of expOne and of what is made of it, each filling a vector, in the order of the offsets in
// function_amd64.s.
type constants [16][8]float32

var exponential = spreadOut(
	expLeast, expGreatest, perLog2, shift, log2First, log2Rest,
	series[0], series[1], series[2], series[3], series[4],
	1, math.Float32frombits(127), // 127 as a whole number is the exponent of 2^0
	math.Float32frombits(signBit), math.Float32frombits(signBit-1), -2,
)

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

func recur(set instructions, state, x, candidate, forget, reset []float32) {
	count := set.vectors(len(x))
	if count > 0 {
		recurAVX2(&state[0], &x[0], &candidate[0], &forget[0], &reset[0], count, exponential)
	}
	recurPlain(state[count:], x[count:], candidate[count:], forget[count:], reset[count:])
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

//go:noescape
func recurAVX2(state, x, candidate, forget, reset *float32, count int, table *constants)
