package matrix

import "testing"

// TestNothingIsAllocated runs alone, not in parallel, as it counts what the whole program allocates.
func TestNothingIsAllocated(t *testing.T) {
	for set := plain; set <= best; set++ {
		const m, n, k = 13, 48, 32
		weights := pack(set, make([]int16, n*k), n, k)
		wholes, sums := make([]int16, m*k), make([]int32, m*n)
		x, dst, row := make([]float32, m*k), make([]float32, m*n), make([]float32, n)
		b := make([]float32, k*n)
		for name, run := range map[string]func(){
			"product":    func() { weights.Product(sums, wholes, m) },
			"quantize":   func() { quantize(set, wholes, x, 2) },
			"dequantize": func() { dequantize(set, row, sums[:n], row, row) },
			"exp":        func() { exp(set, x, x) },
			"sigmoid":    func() { sigmoid(set, x, x) },
			"tanh":       func() { tanh(set, x, x) },
			"lstm":       func() { lstm(set, wholes[:n/4], row[:n/4], sums[:n], sums[:n], row, row) },
			"multiply":   func() { multiply(set, dst, view{x, k, 1}, view{b, n, 1}, m, n, k) },
			"transposed": func() { multiply(set, dst, view{x, k, 1}, view{b, 1, k}, m, n, k) },
		} {
			if count := testing.AllocsPerRun(50, run); count != 0 {
				t.Errorf("%s, %s: %v allocations, want none", name, set, count)
			}
		}
	}
}
