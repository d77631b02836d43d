package network

// A Work is the memory that one goroutine needs to run a network, used anew for every run.
type Work struct {
	memory    *memory
	sequences []Sequence
	key       []byte
	places    []int
	rows      []int16 // inputs of the input layer
	x         []int16 // and of the recurrent layers
	layers    [2][]int16
	both      []int16
	narrow    []int16
	sums      []int32
	numbers   []float32
	feedback  []int32 // of a recurrent layer, for each running sequence
	last      []int16 // its hidden units of the step before
	state     []float32
}

// NewWork returns memory for a network with this encoder and no other.
func (e *Encoder) NewWork() *Work { return &Work{memory: newMemory(e.InputWidth())} }

// Resize returns a slice of n elements, the old one if it is long enough. Its content is anything.
func Resize[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n+n/4)
	}
	*s = (*s)[:n]
	return *s
}
