package syntax

import (
	"strings"

	"rashomon/network"
)

// A work is the memory that one goroutine needs to parse, used anew for every chunk.
type work struct {
	network   *network.Work
	forms     []string
	sequences []network.Sequence
	lemmas    lemmas
	graph     graph
	root      int // token of the document that is the root of the sentence

	tags       []float32
	query, key []float32
	relation   []float32
	governor   []float32
	keys, arcs []float32
	heads      []int
	pairs      []float32 // what relations are told from
	narrow     []int16   // the same, as inputs of a layer
	relations  []float32
}

func newWork(s *scorer) *work {
	return &work{network: s.encoder.NewWork(), lemmas: lemmas{}}
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
