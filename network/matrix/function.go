package matrix

import "math"

// Exp writes e^x, off by less than 1 unit in the last place. It is +Inf from 88.73 on and 0 from -103.98 down; dst may
// be x.
func Exp(dst, x []float32) {
	need("dst", len(dst), len(x))
	exp(best, dst, x)
}

// Sigmoid writes 1 / (1 + e^-x), off by less than 2e-6. dst may be x.
func Sigmoid(dst, x []float32) {
	need("dst", len(dst), len(x))
	sigmoid(best, dst, x)
}

// Tanh writes the hyperbolic tangent, (1-e^-2|x|) / (1+e^-2|x|) with the sign of x, off by less than 2e-6. dst may be
// x.
func Tanh(dst, x []float32) {
	need("dst", len(dst), len(x))
	tanh(best, dst, x)
}

// The exponential is taken as e^x = 2^n * e^r with n the whole number nearest to x/ln 2, so that |r| <= ln 2 / 2, where
// a polynomial of degree 6 will do. Method: W. J. Cody and W. Waite, Software Manual for the Elementary Functions
// (1980), chapter 6. The constant ln 2 comes in two parts, the first of 9 bits, so that its product with n is exact.
const (
	expLeast    = -104 // e^x rounds to 0
	expGreatest = 89   // e^x rounds to +Inf
	perLog2     = 1.44269504088896340736
	log2First   = 0.693359375
	log2Rest    = -2.12194440054690583e-4
)

// series is the polynomial, highest power first: e^r = 1 + r + r²(1/2 + ...). The coefficients are those that make the
// greatest relative error over |r| <= ln 2 / 2 smallest (3e-9), found by least squares over 400 Chebyshev nodes,
// weighted anew 200 times by the error left (Lawson's method).
var series = [...]float32{1.3814466757e-3, 8.3687804289e-3, 4.1668394217e-2, 1.6666520108e-1, 4.9999993412e-1}

// expOne is e^x for one number. 2^n is multiplied in two halves, as 2^n itself may be beyond the range of float32 while
// the result is within, at either end.
func expOne(x float32) float32 {
	if x < expLeast {
		x = expLeast
	}
	if x > expGreatest {
		x = expGreatest
	}
	shifted := float32(x*perLog2) + shift
	n := int32(math.Float32bits(shifted)) - int32(math.Float32bits(shift))
	steps := shifted - shift
	r := x - float32(steps*log2First)
	r -= float32(steps * log2Rest)
	sum := series[0]
	for _, coefficient := range series[1:] {
		sum = float32(sum*r) + coefficient
	}
	sum = float32(sum*float32(r*r)) + r
	sum++
	half := n >> 1
	return float32(sum*power(half)) * power(n-half)
}

// power is 2^n for -126 <= n <= 127.
func power(n int32) float32 { return math.Float32frombits(uint32(n+127) << 23) }

func expPlain(dst, x []float32) {
	for i, value := range x {
		dst[i] = expOne(value)
	}
}

func sigmoidPlain(dst, x []float32) {
	for i, value := range x {
		dst[i] = sigmoidOne(value)
	}
}

func sigmoidOne(x float32) float32 { return 1 / (1 + expOne(-x)) }

func tanhPlain(dst, x []float32) {
	for i, value := range x {
		dst[i] = tanhOne(value)
	}
}

const signBit = 1 << 31

func tanhOne(x float32) float32 {
	bits := math.Float32bits(x)
	e := expOne(-2 * math.Float32frombits(bits&^signBit))
	magnitude := (1 - e) / (1 + e)
	return math.Float32frombits(math.Float32bits(magnitude) | bits&signBit)
}
