package matrix

import (
	"fmt"
	"math/rand/v2"
	"testing"

	"pgregory.net/rapid"
)

// form is one of the three ways to hand in the factors.
type form struct {
	name  string
	run   func(set instructions, c, a, b []float32, m, n, k int)
	left  func(i, p, m, k int) int // where a holds row i, step p
	right func(p, j, n, k int) int // where b holds step p, column j
}

var forms = []form{
	{
		"straight",
		func(set instructions, c, a, b []float32, m, n, k int) {
			multiply(set, c, view{a, k, 1}, view{b, n, 1}, m, n, k)
		},
		func(i, p, m, k int) int { return i*k + p }, func(p, j, n, k int) int { return p*n + j },
	},
	{
		"left transposed",
		func(set instructions, c, a, b []float32, m, n, k int) {
			multiply(set, c, view{a, 1, m}, view{b, n, 1}, m, n, k)
		},
		func(i, p, m, k int) int { return p*m + i }, func(p, j, n, k int) int { return p*n + j },
	},
	{
		"right transposed",
		func(set instructions, c, a, b []float32, m, n, k int) {
			multiply(set, c, view{a, k, 1}, view{b, 1, k}, m, n, k)
		},
		func(i, p, m, k int) int { return i*k + p }, func(p, j, n, k int) int { return j*k + p },
	},
}

// inOrder is the product as its contract words it.
func (f form) inOrder(c, a, b []float32, m, n, k int) {
	for i := range m {
		for j := range n {
			for p := range k {
				product := float32(a[f.left(i, p, m, k)] * b[f.right(p, j, n, k)])
				c[i*n+j] += product
			}
		}
	}
}

// noise fills a slice with numbers whose sums depend on the order.
func noise(random *rand.Rand, count int) []float32 {
	x := make([]float32, count)
	for i := range x {
		x[i] = float32(random.NormFloat64())
	}
	return x
}

func TestMultiplyAddsInOrder(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			f := forms[rapid.IntRange(0, len(forms)-1).Draw(t, "form")]
			m, n := rapid.IntRange(0, 20).Draw(t, "m"), rapid.IntRange(0, 70).Draw(t, "n")
			k := rapid.OneOf(rapid.IntRange(0, 20), rapid.IntRange(depth-2, 2*depth+2)).Draw(t, "k")
			random := rand.New(rand.NewPCG(rapid.Uint64().Draw(t, "seed"), 0))
			got, a, b := noise(random, m*n), noise(random, m*k), noise(random, k*n)
			want := append([]float32{}, got...)
			f.run(set, got, a, b, m, n, k)
			f.inOrder(want, a, b, m, n, k)
			sameBits(t, f.name, got, want)
		})
	})
}

func TestMultiplyOfOddNumbers(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			const m, n, k = 9, 33, 3
			f := forms[rapid.IntRange(0, len(forms)-1).Draw(t, "form")]
			got, a, b := numbers(t, "c", m*n), numbers(t, "a", m*k), numbers(t, "b", k*n)
			want := append([]float32{}, got...)
			f.run(set, got, a, b, m, n, k)
			f.inOrder(want, a, b, m, n, k)
			sameBits(t, f.name, got, want)
		})
	})
}

func TestExportedFormsAreTheForms(t *testing.T) {
	t.Parallel()
	const m, n, k = 5, 7, 11
	exported := []func(c, a, b []float32, m, n, k int){Multiply, MultiplyLeftTransposed, MultiplyRightTransposed}
	random := rand.New(rand.NewPCG(1, 2))
	for i, f := range forms {
		got, a, b := noise(random, m*n), noise(random, m*k), noise(random, k*n)
		want := append([]float32{}, got...)
		exported[i](got, a, b, m, n, k)
		f.inOrder(want, a, b, m, n, k)
		sameBits(t, f.name, got, want)
	}
}

var sizes = []struct{ m, n, k int }{{1000, 768, 256}, {1000, 256, 400}, {256, 768, 1000}, {20, 256, 256}}

func BenchmarkMultiply(b *testing.B) {
	for set := plain; set <= best; set++ {
		for _, f := range forms {
			for _, size := range sizes {
				b.Run(fmt.Sprintf("%s/%s/%dx%dx%d", f.name, set, size.m, size.n, size.k), func(b *testing.B) {
					c := make([]float32, size.m*size.n)
					left, right := make([]float32, size.m*size.k), make([]float32, size.k*size.n)
					b.ReportAllocs()
					for b.Loop() {
						f.run(set, c, left, right, size.m, size.n, size.k)
					}
					reportRate(b, size.m*size.n*size.k)
				})
			}
		}
	}
}
