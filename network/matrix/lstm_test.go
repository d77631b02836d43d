package matrix

import (
	"fmt"
	"slices"
	"testing"

	"pgregory.net/rapid"
)

// A cell is the arguments of LSTM.
type cell struct {
	hidden         []int16
	state          []float32
	sums, feedback []int32
	scale, bias    []float32
}

func (c cell) step(set instructions) {
	lstm(set, c.hidden, c.state, c.sums, c.feedback, c.scale, c.bias)
}

// byFunctions makes the step out of the functions that it is defined by.
func (c cell) byFunctions() {
	units := len(c.hidden)
	both, gates := make([]int32, 4*units), make([]float32, 4*units)
	for i := range both {
		both[i] = c.sums[i] + c.feedback[i]
	}
	dequantizePlain(gates, both, c.scale, c.bias)
	sigmoidPlain(gates[:3*units], gates[:3*units])
	tanhPlain(gates[3*units:], gates[3*units:])
	input, forget, output, candidate := gates[:units], gates[units:2*units], gates[2*units:3*units], gates[3*units:]
	for i := range c.state {
		kept, taken := float32(forget[i]*c.state[i]), float32(input[i]*candidate[i])
		c.state[i] = kept + taken
	}
	tanhPlain(candidate, c.state)
	for i := range output {
		output[i] *= candidate[i]
	}
	quantizePlain(c.hidden, output, Largest)
}

func drawCell(t *rapid.T) cell {
	units := rapid.IntRange(0, 50).Draw(t, "units")
	drawSums := func(name string) []int32 {
		return rapid.SliceOfN(rapid.OneOf(rapid.Int32(), rapid.Int32Range(-100, 100)), 4*units, 4*units).Draw(t, name)
	}
	return cell{
		make([]int16, units), numbers(t, "state", units), drawSums("sums"), drawSums("feedback"),
		numbers(t, "scale", 4*units), numbers(t, "bias", 4*units),
	}
}

func TestLSTMIsMadeOfTheFunctions(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		rapid.Check(t, func(t *rapid.T) {
			got := drawCell(t)
			want := got
			want.hidden, want.state = slices.Clone(got.hidden), slices.Clone(got.state)
			got.step(set)
			want.byFunctions()
			sameBits(t, "state", got.state, want.state)
			if !slices.Equal(got.hidden, want.hidden) {
				t.Fatalf("hidden is %v, want %v", got.hidden, want.hidden)
			}
		})
	})
}

func BenchmarkLSTM(b *testing.B) {
	for set := plain; set <= best; set++ {
		b.Run(fmt.Sprintf("%s/units=128", set), func(b *testing.B) {
			const units = 128
			c := cell{
				make([]int16, units), make([]float32, units), make([]int32, 4*units), make([]int32, 4*units),
				make([]float32, 4*units), make([]float32, 4*units),
			}
			for i := range c.sums {
				c.sums[i], c.scale[i], c.bias[i] = int32(i%200)-100, 0.03, 0.1
			}
			b.ReportAllocs()
			for b.Loop() {
				c.step(set)
			}
		})
	}
}
