package matrix

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

func TestKernelsOfNormalizeAgree(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			count := 16 * rapid.IntRange(0, 8).Draw(t, "sixteens")
			x, gain, bias := numbers(t, "x", count), numbers(t, "gain", count), numbers(t, "bias", count)
			got, want := append([]float32{}, x...), make([]float32, count)
			normalize(plain, want, x, gain, bias)
			normalize(set, got, got, gain, bias) // in place
			sameBits(t, "normalize", got, want)
		})
	})
}

func TestNormalizeGivesMeanAndDeviation(t *testing.T) {
	t.Parallel()
	rapid.Check(t, func(t *rapid.T) {
		count := 16 * rapid.IntRange(1, 32).Draw(t, "sixteens")
		x := rapid.SliceOfN(rapid.Float32Range(-100, 100), count, count).Draw(t, "x")
		gain, bias, got := make([]float32, count), make([]float32, count), make([]float32, count)
		for i := range gain {
			gain[i], bias[i] = 3, -1
		}
		Normalize(got, x, gain, bias)
		mean, variance := moments(x)
		for i, value := range x {
			want := (float64(value)-mean)/math.Sqrt(variance+epsilon)*3 - 1
			if off := math.Abs(float64(got[i]) - want); off > 1e-3*(1+math.Abs(want)) {
				t.Fatalf("element %d of %v is %v, want %v", i, x, got[i], want)
			}
		}
	})
}

func moments(x []float32) (mean, variance float64) {
	for _, value := range x {
		mean += float64(value) / float64(len(x))
	}
	for _, value := range x {
		variance += (float64(value) - mean) * (float64(value) - mean) / float64(len(x))
	}
	return mean, variance
}

func TestNormalizeWantsWholeLanes(t *testing.T) {
	t.Parallel()
	defer func() {
		if recover() == nil {
			t.Error("a row of 17 is taken")
		}
	}()
	row := make([]float32, 17)
	Normalize(row, row, row, row)
}
