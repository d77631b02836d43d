package matrix

import (
	"math"
	"testing"

	"pgregory.net/rapid"
)

// odd are the numbers at which functions go wrong.
var odd = []float32{
	0, float32(math.Copysign(0, -1)), 1, -1, 0.5, 1.5, 2.5, -2.5, 88, 89, -88, -87.5, -103, -104, 2047.5, -2047.5,
	math.SmallestNonzeroFloat32, math.MaxFloat32, -math.MaxFloat32,
	float32(math.Inf(1)), float32(math.Inf(-1)), float32(math.NaN()),
}

func number() *rapid.Generator[float32] {
	return rapid.OneOf(rapid.Float32(), rapid.Float32Range(-10, 10), rapid.SampledFrom(odd))
}

func numbers(t *rapid.T, name string, count int) []float32 {
	return rapid.SliceOfN(number(), count, count).Draw(t, name)
}

// sameBits compares bit by bit; any NaN is as good as any other.
func sameBits(t interface{ Fatalf(string, ...any) }, what string, got, want []float32) {
	for i := range want {
		if math.Float32bits(got[i]) != math.Float32bits(want[i]) && (got[i] == got[i] || want[i] == want[i]) {
			t.Fatalf("%s: element %d is %v (%#x), want %v (%#x)",
				what, i, got[i], math.Float32bits(got[i]), want[i], math.Float32bits(want[i]))
		}
	}
}

func TestKernelsOfFunctionsAgree(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			x := numbers(t, "x", rapid.IntRange(0, 40).Draw(t, "count"))
			for name, functions := range map[string][2]func(dst, x []float32){
				"exp":     {func(dst, x []float32) { exp(set, dst, x) }, expPlain},
				"sigmoid": {func(dst, x []float32) { sigmoid(set, dst, x) }, sigmoidPlain},
				"tanh":    {func(dst, x []float32) { tanh(set, dst, x) }, tanhPlain},
			} {
				got, want := append([]float32{}, x...), make([]float32, len(x))
				functions[0](got, got) // in place
				functions[1](want, x)
				sameBits(t, name, got, want)
			}
		})
	})
}

// everyFloat calls visit with float32s in order of their bits, one in 251 or, with -short, in 4093, in pieces.
func everyFloat(visit func(x []float32)) {
	stride := uint64(251)
	if testing.Short() {
		stride = 4093
	}
	x := make([]float32, 0, 1<<12)
	for bits := uint64(0); bits < 1<<32; bits += stride {
		x = append(x, math.Float32frombits(uint32(bits)))
		if len(x) == cap(x) {
			visit(x)
			x = x[:0]
		}
	}
	visit(x)
}

// TestKernelsAgreeOnEveryExponent goes through the whole range, the numbers too small for a leading 1 included.
func TestKernelsAgreeOnEveryExponent(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		got, want := make([]float32, 1<<12), make([]float32, 1<<12)
		everyFloat(func(x []float32) {
			exp(set, got[:len(x)], x)
			expPlain(want[:len(x)], x)
			sameBits(t, "exp", got[:len(x)], want[:len(x)])
			sigmoid(set, got[:len(x)], x)
			sigmoidPlain(want[:len(x)], x)
			sameBits(t, "sigmoid", got[:len(x)], want[:len(x)])
			tanh(set, got[:len(x)], x)
			tanhPlain(want[:len(x)], x)
			sameBits(t, "tanh", got[:len(x)], want[:len(x)])
		})
	})
}

func TestFunctionsAreNear(t *testing.T) {
	t.Parallel()
	for _, test := range []struct {
		name     string
		function func(dst, x []float32)
		want     func(float64) float64
		off      func(got, want float64) float64
		most     float64
	}{
		{"exp", Exp, math.Exp, ulps, 1},
		{"sigmoid", Sigmoid, func(x float64) float64 { return 1 / (1 + math.Exp(-x)) }, absolute, 2e-6},
		{"tanh", Tanh, math.Tanh, absolute, 2e-6},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			worst, at := 0.0, float32(0)
			got := make([]float32, 1<<12)
			everyFloat(func(x []float32) {
				test.function(got[:len(x)], x)
				for i, value := range x {
					if value != value {
						if got[i] == got[i] {
							t.Fatalf("of NaN: %v, want NaN", got[i])
						}
						continue
					}
					if off := test.off(float64(got[i]), test.want(float64(value))); !(off <= worst) {
						worst, at = off, value
					}
				}
			})
			t.Logf("off by at most %.3g, at %v", worst, at)
			if !(worst <= test.most) {
				t.Errorf("off by %v at %v, want at most %v", worst, at, test.most)
			}
		})
	}
}

func absolute(got, want float64) float64 { return math.Abs(got - want) }

// ulps is the distance in units of the last place of float32. What rounds to +Inf has to be +Inf.
func ulps(got, want float64) float64 {
	if nearest := float32(want); math.IsInf(float64(nearest), 0) || math.IsInf(got, 0) {
		if float64(nearest) == got {
			return 0
		}
		return math.Inf(1)
	}
	_, exponent := math.Frexp(want)
	return math.Abs(got-want) / math.Ldexp(1, max(exponent-24, -149))
}

func TestFunctionsAtTheEnds(t *testing.T) {
	t.Parallel()
	infinite := float32(math.Inf(1))
	for _, test := range []struct {
		name     string
		function func(dst, x []float32)
		want     []float32
	}{
		{"exp", Exp, []float32{0, 1, 1, infinite}},
		{"sigmoid", Sigmoid, []float32{0, 0.5, 0.5, 1}},
		{"tanh", Tanh, []float32{-1, float32(math.Copysign(0, -1)), 0, 1}},
	} {
		t.Run(test.name, func(t *testing.T) {
			t.Parallel()
			got := []float32{-infinite, float32(math.Copysign(0, -1)), 0, infinite}
			test.function(got, got)
			sameBits(t, test.name, got, test.want)
		})
	}
}

func BenchmarkFunctions(b *testing.B) {
	for set := plain; set <= best; set++ {
		x, dst := make([]float32, 1024), make([]float32, 1024)
		gates := make([]float32, 1024)
		for i := range x {
			x[i] = float32(i%64)/8 - 4
			gates[i] = 0.5
		}
		whole, sums := make([]int16, 1024), make([]int32, 1024)
		for _, function := range []struct {
			name string
			run  func()
		}{
			{"exp", func() { exp(set, dst, x) }},
			{"sigmoid", func() { sigmoid(set, dst, x) }},
			{"tanh", func() { tanh(set, dst, x) }},
			{"quantize", func() { quantize(set, whole, x, 100) }},
			{"dequantize", func() { dequantize(set, dst, sums, gates, gates) }},
		} {
			b.Run(function.name+"/"+set.String(), func(b *testing.B) {
				b.ReportAllocs()
				for b.Loop() {
					function.run()
				}
				b.ReportMetric(b.Elapsed().Seconds()*1e9/float64(b.N)/1024, "ns/element")
			})
		}
	}
}
