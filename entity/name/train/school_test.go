package main

import (
	"bytes"
	"io"
	"math"
	"math/rand/v2"
	"runtime"
	"strings"
	"testing"

	"rashomon/entity/name"
	"rashomon/network"
	"rashomon/network/learn"
)

// small is a lesson for ten sentences.
func small() lesson {
	p := plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Hidden: 0.05, Words: 0.05},
			Epochs:   120, Batch: 40, Shards: 2, Rate: 1e-2, Average: 0.9, Seed: 1,
		},
		Sizes: learn.Sizes{
			Learned: 4, Hashed: 3, Buckets: 256, Categories: categories(), Width: 12, Hidden: 16, Layers: 1, Tagger: 16,
		},
		silver: 0.5, joined: 0.2,
	}
	l := lesson{network: p, member: p, members: 2}
	l.member.silver, l.member.Shards = 0, 1
	return l
}

// ten returns the school of ten sentences, and its vectors.
func ten(t *testing.T) (*school, *network.Vectors) {
	t.Helper()
	texts, err := readMarked("testdata/ten.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for i := range texts {
		texts[i].heads = heads{}
		for _, m := range texts[i].names {
			texts[i].heads[m.extent.Start] = int32(1 + numberOf(m.kind))
		}
	}
	marked := scheme{times: 1, nests: true}.sentences(texts)
	vectors := &network.Vectors{
		Rows: map[string]int32{"closed": 0, "open": 1, "harbour": 2}, Width: 2,
		Numbers: []byte{10, 20, 30, 40, 250, 240},
	}
	return newSchool(vectors, marked, small().network.Buckets, io.Discard), vectors
}

var plain = [][]string{
	strings.Fields("The bridge is open , Haddad said ."), strings.Fields("Three ferries left Malta late ."),
	strings.Fields("The Harbour Board says two bridges are closed ."),
	strings.Fields("Lindqvist closed the bridge of Tobruk ."),
}

// TestTeachGivesTheSameBytes trains twice, on one core and on several.
func TestTeachGivesTheSameBytes(t *testing.T) {
	var files [][]byte
	for _, cores := range []int{1, 4} {
		before := runtime.GOMAXPROCS(cores)
		s, _ := ten(t)
		l := small()
		l.network.Epochs, l.member.Epochs = 3, 3
		files = append(files, s.teach(l, plain))
		runtime.GOMAXPROCS(before)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings from the same sentences gave different networks")
	}
}

// TestTeachLearns finds the names of the sentences with the network learned from them: so few must be learned by heart,
// and whatever were wrong in the file or in the order of its parts would show.
func TestTeachLearns(t *testing.T) {
	t.Parallel()
	s, vectors := ten(t)
	file, err := network.Read("network", s.teach(small(), plain))
	if err != nil {
		t.Fatal(err)
	}
	r, err := name.New(file, vectors)
	if err != nil {
		t.Fatal(err)
	}
	texts, err := readMarked("testdata/ten.jsonl")
	if err != nil {
		t.Fatal(err)
	}
	for _, text := range texts {
		found := map[string]bool{}
		for _, n := range r.Find(text.doc) {
			found[text.doc.QuoteSpan(n.Span)+" "+string(n.Type)] = true
		}
		if len(found) == 0 {
			t.Errorf("%q: no names", text.doc.Text)
		}
		for _, m := range text.names {
			if want := text.doc.Quote(m.extent) + " " + string(m.kind); !found[want] {
				t.Errorf("%q: got %v, want %s", text.doc.Text, found, want)
			}
		}
	}
}

// TestGradients compares the gradients of all parameters with difference quotients, where one sequence of labels is
// allowed and where several are.
func TestGradients(t *testing.T) {
	t.Parallel()
	s, _ := ten(t)
	examples := s.gold[:4]
	for i, open := range examples[1].Labels.allowed {
		examples[1].Labels.allowed[i] = open | 1
	}
	weights := learn.NewWeights(rand.New(rand.NewPCG(1, 2)))
	n := newRecognizer(weights, small().network.Sizes, len(s.vocabulary.Names), s.vectors)
	var tape learn.Tape
	loss := func() float64 {
		tape.Reset(nil)
		return n.learn(&tape, examples, 1, learn.Dropouts{})
	}
	loss()
	var gradients [][]float32
	for _, p := range n.weights.Tensors() {
		gradients = append(gradients, append([]float32(nil), p.Gradient...))
	}
	random := rand.New(rand.NewPCG(3, 4))
	for number, p := range n.weights.Tensors() {
		for range 20 {
			i := random.IntN(len(p.Value))
			const step = 4e-3
			at := p.Value[i]
			p.Value[i] = at + step
			above := loss()
			p.Value[i] = at - step
			below := loss()
			p.Value[i] = at
			got, want := float64(gradients[number][i]), (above-below)/(2*step)
			if math.Abs(got-want) > 0.02*math.Abs(want)+5e-3 {
				t.Errorf("tensor %d, element %d: gradient %g, difference quotient %g", number, i, got, want)
			}
		}
	}
}
