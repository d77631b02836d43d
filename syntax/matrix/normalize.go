package matrix

import "math"

// epsilon is added to the variance in Normalize, so that a row of equal numbers is not divided by zero.
const epsilon = 1e-5

// lanes is the number of partial sums in Normalize.
const lanes = 16

// Normalize is layer normalisation (Ba, Kiros and Hinton 2016, arXiv:1607.06450) of one row, whose length is a multiple
// of 16: dst = (x-mean) * (1/√(variance+1e-5)) * gain + bias, from left to right. dst may be x.
//
// The sums for the mean and the variance are taken in 16 lanes: lane j adds up the elements j, j+16, j+32 ... from 0
// on. Then lane j and lane j+8 are added for each j < 8, of these j and j+4 for each j < 4, then j and j+2, then the
// last two.
func Normalize(dst, x, gain, bias []float32) {
	need("dst", len(dst), len(x))
	need("gain", len(gain), len(x))
	need("bias", len(bias), len(x))
	need("x (a multiple of 16)", len(x)%lanes, 0)
	normalize(best, dst, x, gain, bias)
}

func normalize(set instructions, dst, x, gain, bias []float32) {
	length := float32(len(x))
	mean := sum(set, x) / length
	variance := squares(set, x, mean) / length
	inverse := 1 / float32(math.Sqrt(float64(variance+epsilon)))
	spread(set, dst, x, gain, bias, mean, inverse)
}

// sumPlain adds up x in lanes.
func sumPlain(x []float32) float32 {
	var partial [lanes]float32
	for i, value := range x {
		partial[i%lanes] += value
	}
	return fold(&partial)
}

// squaresPlain adds up the squares of x-mean in lanes.
func squaresPlain(x []float32, mean float32) float32 {
	var partial [lanes]float32
	for i, value := range x {
		deviation := value - mean
		partial[i%lanes] += float32(deviation * deviation)
	}
	return fold(&partial)
}

func fold(partial *[lanes]float32) float32 {
	for half := lanes / 2; half > 0; half /= 2 {
		for j := range half {
			partial[j] += partial[j+half]
		}
	}
	return partial[0]
}

func spreadPlain(dst, x, gain, bias []float32, mean, inverse float32) {
	for i, value := range x {
		dst[i] = float32(float32((value-mean)*inverse)*gain[i]) + bias[i]
	}
}
