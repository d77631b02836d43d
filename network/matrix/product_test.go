package matrix

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// eachSet runs a test for every kernel that the machine has.
func eachSet(t *testing.T, test func(t *testing.T, set instructions)) {
	for set := plain; set <= best; set++ {
		t.Run(set.String(), func(t *testing.T) {
			t.Parallel()
			test(t, set)
		})
	}
}

// small draws whole numbers within ±Largest, the ends often.
func small() *rapid.Generator[int16] {
	return rapid.OneOf(rapid.Int16Range(-Largest, Largest), rapid.SampledFrom([]int16{-Largest, 0, Largest}))
}

func wholes(t *rapid.T, name string, count int) []int16 {
	return rapid.SliceOfN(small(), count, count).Draw(t, name)
}

func TestProductIsTheSum(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			rows := rapid.IntRange(0, 30).Draw(t, "rows")
			outputs := rapid.IntRange(0, 70).Draw(t, "outputs")
			inputs := rapid.IntRange(0, 40).Draw(t, "inputs")
			w, x := wholes(t, "w", outputs*inputs), wholes(t, "x", rows*inputs)
			got := make([]int32, rows*outputs)
			for i := range got {
				got[i] = 12345 // what stood there does not matter
			}
			pack(set, w, outputs, inputs).Product(got, x, rows)
			want := make([]int32, rows*outputs)
			for r := range rows {
				for o := range outputs {
					for i := range inputs {
						want[r*outputs+o] += int32(x[r*inputs+i]) * int32(w[o*inputs+i])
					}
				}
			}
			if !slices.Equal(got, want) {
				t.Fatalf("got %v, want %v", got, want)
			}
		})
	})
}

func TestProductOfLargestStaysInRange(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		const outputs, rows = 33, 13
		x := slices.Repeat([]int16{Largest}, rows*MostInputs)
		w := slices.Repeat([]int16{-Largest}, outputs*MostInputs)
		got := make([]int32, rows*outputs)
		pack(set, w, outputs, MostInputs).Product(got, x, rows)
		for i, sum := range got {
			if want := int32(-Largest * Largest * MostInputs); sum != want {
				t.Fatalf("sum %d is %d, want %d", i, sum, want)
			}
		}
	})
}

func TestPackRefuses(t *testing.T) {
	t.Parallel()
	two := Pack(make([]int16, 6), 2, 3)
	halves := make([]float32, 2)
	for name, wrong := range map[string]func(){
		"a weight too large":     func() { Pack([]int16{0, Largest + 1}, 1, 2) },
		"a weight too small":     func() { Pack([]int16{-Largest - 1, 0}, 2, 1) },
		"too many inputs":        func() { Pack(make([]int16, MostInputs+1), 1, MostInputs+1) },
		"a slice of wrong size":  func() { Pack(make([]int16, 5), 2, 3) },
		"x of the wrong length":  func() { two.Product(make([]int32, 2), make([]int16, 2), 1) },
		"dst of a wrong length":  func() { two.Product(make([]int32, 3), make([]int16, 3), 1) },
		"lstm with three gates":  func() { LSTM(make([]int16, 1), halves[:1], make([]int32, 3), nil, nil, nil) },
		"dequantize a wrong row": func() { Dequantize(make([]float32, 5), make([]int32, 5), halves, halves) },
	} {
		t.Run(name, func(t *testing.T) {
			t.Parallel()
			defer func() {
				if recover() == nil {
					t.Error("no panic")
				}
			}()
			wrong()
		})
	}
}

func BenchmarkProduct(b *testing.B) {
	for set := plain; set <= best; set++ {
		for _, rows := range []int{1, 2, 3, 4, 5, 8, 11, 13, 20, 500} {
			b.Run(fmt.Sprintf("%s/rows=%d", set, rows), func(b *testing.B) {
				const outputs, inputs = 768, 256
				weights := pack(set, make([]int16, outputs*inputs), outputs, inputs)
				x, dst := make([]int16, rows*inputs), make([]int32, rows*outputs)
				b.ReportAllocs()
				for b.Loop() {
					weights.Product(dst, x, rows)
				}
				reportRate(b, rows*outputs*inputs)
			})
		}
	}
}

// reportRate reports how many multiplications, each with its addition, a second brought.
func reportRate(b *testing.B, products int) {
	b.ReportMetric(float64(products)*float64(b.N)/b.Elapsed().Seconds()/1e9, "Gmuladd/s")
}
