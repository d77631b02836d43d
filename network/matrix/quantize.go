package matrix

import "math"

// Quantize writes x*scale, rounded to the nearest whole number (a half to the even one) and held within ±[Largest].
// What is not a number becomes 0.
func Quantize(dst []int16, x []float32, scale float32) {
	need("dst", len(dst), len(x))
	quantize(best, dst, x, scale)
}

// Dequantize turns the sums of [Weights.Product] back: dst = float32(sum)*scale[o] + bias[o] for output o of each row,
// each of the three operations rounded to float32.
func Dequantize(dst []float32, sum []int32, scale, bias []float32) {
	need("dst", len(dst), len(sum))
	need("bias", len(bias), len(scale))
	outputs := len(scale)
	if outputs == 0 || len(sum)%outputs != 0 {
		need("sum", len(sum), 0)
	}
	for len(sum) > 0 {
		dequantize(best, dst[:outputs], sum[:outputs], scale, bias)
		dst, sum = dst[outputs:], sum[outputs:]
	}
}

// shift is 1.5 * 2^23. A float32 of that size has no bits after the point, so that adding shift to an x of at most
// 2^22 rounds x to a whole number, a half to the even one, and the low bits of the sum are that number.
const shift = 3 << 22

// whole rounds x, which is at most 2^22, to a whole number.
func whole(x float32) int32 {
	return int32(math.Float32bits(x+shift)) - int32(math.Float32bits(shift))
}

func quantizePlain(dst []int16, x []float32, scale float32) {
	for i, value := range x {
		dst[i] = quantizeOne(value, scale)
	}
}

func quantizeOne(x, scale float32) int16 {
	y := float32(x * scale)
	switch {
	case y >= Largest:
		return Largest
	case y <= -Largest:
		return -Largest
	case y != y:
		return 0
	}
	return int16(whole(y))
}

func dequantizePlain(dst []float32, sum []int32, scale, bias []float32) {
	for o, s := range sum {
		dst[o] = dequantizeOne(s, scale[o], bias[o])
	}
}

func dequantizeOne(sum int32, scale, bias float32) float32 { return float32(float32(sum)*scale) + bias }
