// Package matrix is the arithmetic of a small neural network: whole-number products for reading with a trained network,
// float32 products for training it, and the functions between the layers.
//
// Every function gives the same bits on every machine. Whole-number sums are exact. Floating-point sums are taken in
// the one order that each function documents, whatever the width of the machine's vectors and however many rows a call
// holds; each product and each sum is rounded to float32 by itself, no multiplication is fused with an addition (but
// where the product is exact, so that it makes no difference), and the functions are made of such operations alone.
// (Only the payload of a NaN is left open.) The kernels in assembly do, lane by lane, what the plain Go beside them
// does; the tests compare the two bit by bit.
//
// Matrices are slices in row-major order. Nothing is allocated but by [Pack] and, seldom, for the scratch space that
// the float32 products share. A slice of the wrong length is a mistake in the calling program and panics.
package matrix

// instructions names what a kernel is written in. The tests run all that the machine has.
type instructions int

const (
	plain  instructions = iota // Go, on any machine
	avx2                       // vectors of 8 float32 or 16 int16
	avx512                     // vectors of 16 float32 or 32 int16, with VNNI: multiply pairs and add in one
)

// need panics unless a slice has the length that the other arguments ask for.
func need(name string, got, want int) {
	if got != want {
		panic("matrix: length of " + name + " does not fit the other arguments")
	}
}

func (set instructions) String() string { return [...]string{"plain", "avx2", "avx512"}[set] }
