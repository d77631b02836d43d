package matrix

import (
	"math"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

func TestQuantizeRoundsToEven(t *testing.T) {
	t.Parallel()
	nan, infinite := float32(math.NaN()), float32(math.Inf(1))
	x := []float32{0, 0.25, 0.75, 1.25, -0.25, -0.75, 0.2500001, 1023.5, 1023.75, 1e30, -1e30, infinite, -infinite, nan}
	want := []int16{0, 0, 2, 2, 0, -2, 1, 2047, 2047, 2047, -2047, 2047, -2047, 0}
	eachSet(t, func(t *testing.T, set instructions) {
		got := make([]int16, len(x))
		quantize(set, got, x, 2)
		if !slices.Equal(got, want) {
			t.Errorf("got %v, want %v", got, want)
		}
	})
}

func TestQuantizeIsRoundAndClamp(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			x := numbers(t, "x", rapid.IntRange(0, 40).Draw(t, "count"))
			scale := number().Draw(t, "scale")
			got := make([]int16, len(x))
			quantize(set, got, x, scale)
			for i, value := range x {
				scaled := float32(value * scale)
				want := min(max(math.RoundToEven(float64(scaled)), -Largest), Largest)
				if scaled != scaled {
					want = 0
				}
				if float64(got[i]) != want {
					t.Fatalf("%v times %v gave %d, want %v", value, scale, got[i], want)
				}
			}
		})
	})
}

func TestDequantizeTakesEachRow(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			outputs := rapid.IntRange(1, 40).Draw(t, "outputs")
			scale, bias := numbers(t, "scale", outputs), numbers(t, "bias", outputs)
			sums := rapid.SliceOfN(rapid.Int32(), outputs, outputs).Draw(t, "sums")
			got, want := make([]float32, outputs), make([]float32, outputs)
			dequantize(set, got, sums, scale, bias)
			for o, sum := range sums {
				scaled := float32(float32(sum) * scale[o])
				want[o] = scaled + bias[o]
			}
			sameBits(t, "dequantize", got, want)
			twice := make([]float32, 2*outputs)
			Dequantize(twice, append(sums, sums...), scale, bias)
			sameBits(t, "two rows", twice, append(want, want...))
		})
	})
}
