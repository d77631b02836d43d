package main

import (
	"bytes"
	"io"
	"runtime"
	"slices"
	"strings"
	"testing"

	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/syntax"
)

// small is a lesson for a treebank of ten sentences.
func small() lesson {
	p := plan{
		Plan: learn.Plan{
			Dropouts: learn.Dropouts{Hidden: 0.05, Words: 0.05},
			Epochs:   150, Batch: 40, Shards: 2, Rate: 1e-2, Average: 0.9, Seed: 1,
		},
		sizes: sizes{
			Sizes: learn.Sizes{Learned: 4, Hashed: 3, Buckets: 256, Width: 12, Hidden: 16, Layers: 2, Tagger: 16},
			arc:   8, relation: 8,
		},
		silver: 0.5,
	}
	l := lesson{network: p, member: p, members: 2, tokens: 30}
	l.member.silver, l.member.Shards = 0, 1
	return l
}

// ten returns the school of that treebank, and the file of its vectors.
func ten(t *testing.T) (*school, *network.Vectors) {
	t.Helper()
	docs, err := readTreebanks("testdata/ten.conllu")
	if err != nil {
		t.Fatal(err)
	}
	var w network.Writer
	w.Strings("words", []string{"closed", "open", "harbour"})
	w.Bytes("vectors", 2, []byte{10, 20, 30, 40, 250, 240})
	file, err := network.Read("vectors", w.File())
	if err != nil {
		t.Fatal(err)
	}
	vectors, err := network.ReadVectors(file)
	if err != nil {
		t.Fatal(err)
	}
	return newSchool(vectors, sentencesOf(docs), small().network.Buckets, io.Discard), vectors
}

var texts = [][]string{
	strings.Fields("The bridge is open , the guards say ."), strings.Fields("Three ferries closed late ."),
	strings.Fields("The minister says two harbours are early ."), strings.Fields("Ms. Okafor closed the bridge ."),
}

// TestTeachGivesTheSameBytes trains twice, on one core and on several.
func TestTeachGivesTheSameBytes(t *testing.T) {
	var files [][]byte
	for _, cores := range []int{1, 4} {
		before := runtime.GOMAXPROCS(cores)
		s, _ := ten(t)
		files = append(files, s.teach(small(), texts))
		runtime.GOMAXPROCS(before)
	}
	if !bytes.Equal(files[0], files[1]) {
		t.Error("two trainings from the same sentences gave different networks")
	}
}

// TestTeachLearns parses the treebank with the network learned from it: so few sentences must be learned by heart, and whatever
// were wrong in the file or in the order of its parts would show.
func TestTeachLearns(t *testing.T) {
	t.Parallel()
	s, vectors := ten(t)
	file, err := network.Read("network", s.teach(small(), texts))
	if err != nil {
		t.Fatal(err)
	}
	p, err := syntax.New(file, vectors)
	if err != nil {
		t.Fatal(err)
	}
	docs, err := readTreebanks("testdata/ten.conllu")
	if err != nil {
		t.Fatal(err)
	}
	wrong, total := 0, 0
	for _, want := range docs {
		got := *want
		got.Tokens = slices.Clone(want.Tokens)
		p.Parse(&got)
		for i, token := range got.Tokens {
			total++
			if token != want.Tokens[i] {
				wrong++
				t.Logf("%q: got %+v, want %+v", want.Quote(token.Extent), token, want.Tokens[i])
			}
		}
	}
	if wrong > total/20 {
		t.Errorf("%d of %d tokens are wrong", wrong, total)
	}
}
