package syntax

import "strings"

// A work is the memory that one goroutine needs to parse, used anew for every chunk.
type work struct {
	forms     []string
	sequences []sequence
	memory    *memory
	lemmas    lemmas
	graph     graph
	root      int // token of the document that is the root of the sentence

	places     []int
	rows       []int16 // inputs of the input layer
	x          []int16 // and of the recurrent layers
	layers     [2][]int16
	both       []int16
	narrow     []int16
	sums       []int32
	numbers    []float32
	feedback   []int32 // of a recurrent layer, for each running sequence
	last       []int16 // its hidden units of the step before
	state      []float32
	tags       []float32
	query, key []float32
	relation   []float32
	governor   []float32
	keys, arcs []float32
	heads      []int
	relations  []float32
}

func newWork(n *network) *work {
	return &work{memory: newMemory(n.input.weights.Outputs()), lemmas: lemmas{}}
}

// resize returns a slice of n elements, the old one if it is long enough. Its content is anything.
func resize[T any](s *[]T, n int) []T {
	if cap(*s) < n {
		*s = make([]T, n+n/4)
	}
	*s = (*s)[:n]
	return *s
}

// lemmas keeps the lemmas made last, so that a text that says the same words again takes no memory for them.
type lemmas map[lemmaKey]string

type lemmaKey struct {
	form   string
	script Script
}

// lemmasKept is the number of lemmas kept.
const lemmasKept = 1 << 14

func (l lemmas) of(form string, script Script) string {
	if lemma, found := l[lemmaKey{form, script}]; found {
		return lemma
	}
	if len(l) == lemmasKept {
		clear(l)
	}
	form = strings.Clone(form) // lest the map keep the whole text
	lemma := script.Apply(form)
	l[lemmaKey{form, script}] = lemma
	return lemma
}
