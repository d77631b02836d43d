package matrix

import (
	"encoding/binary"
	"fmt"
	"hash/crc32"
	"math/rand/v2"
	"strings"
	"testing"

	"rashomon/rashomontest"
)

// fractions are multiples of 2^-20 within ±8, drawn without floating-point arithmetic, so that any machine draws the
// same.
func fractions(random *rand.Rand, count int) []float32 {
	x := make([]float32, count)
	for i := range x {
		x[i] = float32(random.IntN(1<<24)-1<<23) / (1 << 20)
	}
	return x
}

// TestEveryMachineGivesTheseBits compares checksums with a file that was written on one machine. A compiler that fused
// a multiplication with an addition, or another kernel, would give others.
func TestEveryMachineGivesTheseBits(t *testing.T) {
	t.Parallel()
	eachSet(t, func(t *testing.T, set instructions) {
		var lines strings.Builder
		record := func(name string, result any) {
			hash := crc32.NewIEEE()
			if err := binary.Write(hash, binary.LittleEndian, result); err != nil {
				t.Fatal(err)
			}
			fmt.Fprintf(&lines, "%-16s %08x\n", name, hash.Sum32())
		}
		recordFunctions(record, set, rand.New(rand.NewPCG(1, 1)))
		recordProducts(record, set, rand.New(rand.NewPCG(2, 2)))
		rashomontest.Golden(t, "testdata/bits.golden", []byte(lines.String()))
	})
}

func recordFunctions(record func(string, any), set instructions, random *rand.Rand) {
	const count = 2000
	x, dst := fractions(random, count), make([]float32, count)
	exp(set, dst, x)
	record("exp", dst)
	tanh(set, dst, x)
	record("tanh", dst)
	sigmoid(set, dst, x)
	record("sigmoid", dst)
	state, candidate := fractions(random, count), fractions(random, count)
	wholes, sums := make([]int16, count), make([]int32, count)
	quantize(set, wholes, x, 77.7)
	record("quantize", wholes)
	for i := range sums {
		sums[i] = int32(random.Uint32())
	}
	dequantize(set, dst, sums, state, candidate)
	record("dequantize", dst)
	recordLSTM(record, set, random)
}

// recordLSTM makes a few steps, each with the hidden units of the one before as its feedback.
func recordLSTM(record func(string, any), set instructions, random *rand.Rand) {
	const units = 75
	hidden, state := make([]int16, units), make([]float32, units)
	sums, feedback := make([]int32, 4*units), make([]int32, 4*units)
	scale, bias := fractions(random, 4*units), fractions(random, 4*units)
	for range 5 {
		for i := range sums {
			sums[i] = int32(random.IntN(9)) - 4
			feedback[i] = int32(hidden[i%units]) / 1024
		}
		lstm(set, hidden, state, sums, feedback, scale, bias)
	}
	record("lstm state", state)
	record("lstm hidden", hidden)
}

func recordProducts(record func(string, any), set instructions, random *rand.Rand) {
	const m, n, k = 29, 77, 301
	a, b := fractions(random, m*k), fractions(random, k*n)
	for _, f := range forms {
		c := fractions(random, m*n)
		f.run(set, c, a, b, m, n, k)
		record(f.name, c)
	}
	x, w, sums := make([]int16, m*k), make([]int16, n*k), make([]int32, m*n)
	quantize(set, x, a, 200)
	quantize(set, w, b, 200)
	pack(set, w, n, k).Product(sums, x, m)
	record("product", sums)
}
