package main

import (
	"bytes"
	"io"
	"maps"
	"slices"
	"testing"

	"rashomon"
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/rashomontest"
	"rashomon/stance"
)

// small is a plan that is quickly carried out.
var small = plan{
	Plan: learn.Plan{
		Dropouts: learn.Dropouts{Input: 0.1, Hidden: 0.1, Words: 0.1}, Epochs: 2, Batch: 60, Shards: 2, Rate: 2e-3, Average: 0.9,
	},
	Sizes: learn.Sizes{
		Learned: 4, Hashed: 4, Buckets: 64, Categories: categories(), Width: 8, Hidden: 8, Layers: 1, Tagger: 8,
	},
}

// samplesOfCases returns the sentences of the cases of package stance, the first one in the part that is left out.
func samplesOfCases(t *testing.T) []sample {
	t.Helper()
	docs := rashomontest.ReadTrees(t, "../testdata/persons.conllu")
	var samples []sample
	for i, phrase := range slices.Sorted(maps.Keys(docs)) {
		doc := docs[phrase]
		at := slices.IndexFunc(doc.Tokens, func(token rashomon.Token) bool { return doc.Quote(token.Extent) == "Brandt" })
		for _, view := range stance.Look(doc, []rashomon.Span{{Start: at, End: at + 1}}) {
			samples = append(samples, sample{view, []int{i % stance.Values}, min(i, 1)})
		}
	}
	return samples
}

// The same lesson gives the same bytes, and they are a network that package stance runs.
func TestTeachIsDeterministic(t *testing.T) {
	t.Parallel()
	vectors, err := network.EnglishVectors()
	if err != nil {
		t.Fatal(err)
	}
	samples := samplesOfCases(t)
	first := newSchool(vectors, samples, 0, small.Buckets, io.Discard).teach(small)
	if second := newSchool(vectors, samples, 0, small.Buckets, io.Discard).teach(small); !bytes.Equal(first, second) {
		t.Error("the same lesson gave other bytes the second time")
	}
	file, err := network.Read("small", first)
	if err != nil {
		t.Fatal(err)
	}
	if _, err := stance.New(file, vectors); err != nil {
		t.Error(err)
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	m := marks{{8, 1, 1}, {2, 6, 2}, {0, 0, 0}}
	if got, want := m.String(), "macro-F1 50.20, accuracy 70.00, of 20 targets"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
