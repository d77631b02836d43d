package main

import (
	"bytes"
	"io"
	"maps"
	"math"
	"slices"
	"testing"

	"rashomon"
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/rashomontest"
	"rashomon/stance"
)

// small is a lesson that is quickly given.
var small = lesson{network: smallPlan, member: smallPlan, members: 2, trust: 0.5}

var smallPlan = plan{
	Plan: learn.Plan{
		Dropouts: learn.Dropouts{Input: 0.1, Hidden: 0.1, Words: 0.1}, Epochs: 2, Batch: 60, Shards: 2, Rate: 2e-3, Average: 0.9,
	},
	Sizes: learn.Sizes{
		Learned: 4, Hashed: 4, Buckets: 64, Categories: categories(), Width: 8, Hidden: 8, Layers: 1, Tagger: 8,
	},
}

// samplesOfCases returns the sentences of the cases of package stance, the first half marked, the last one left out.
func samplesOfCases(t *testing.T) []sample {
	t.Helper()
	docs := rashomontest.ReadTrees(t, "../testdata/persons.conllu")
	var samples []sample
	for i, phrase := range slices.Sorted(maps.Keys(docs)) {
		doc := docs[phrase]
		at := slices.IndexFunc(doc.Tokens, func(token rashomon.Token) bool { return doc.Quote(token.Extent) == "Brandt" })
		value, part := i%stance.Values, 1
		switch {
		case i == len(docs)-1:
			part = 0
		case i > len(docs)/2:
			value = notMarked
		}
		for _, view := range stance.Look(doc, []rashomon.Span{{Start: at, End: at + 1}}) {
			samples = append(samples, sample{view, []int{value}, part})
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
	first := newSchool(vectors, samples, 0, smallPlan.Buckets, io.Discard).teach(small)
	if second := newSchool(vectors, samples, 0, smallPlan.Buckets, io.Discard).teach(small); !bytes.Equal(first, second) {
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

// What a committee says adds up to 1, and marks count every question once.
func TestCommittee(t *testing.T) {
	t.Parallel()
	vectors, err := network.EnglishVectors()
	if err != nil {
		t.Fatal(err)
	}
	s := newSchool(vectors, samplesOfCases(t), 0, smallPlan.Buckets, io.Discard)
	c := s.committee(small)
	for i, shares := range c.shares(s.lesson) {
		if sum := float64(shares[0] + shares[1] + shares[2]); math.Abs(sum-1) > 1e-5 {
			t.Errorf("question %d: the shares %v add up to %v", i+1, shares, sum)
		}
	}
	marked, all := each(s.lesson, markedOnly), 0
	for _, row := range c.examine(marked) {
		all += row[0] + row[1] + row[2]
	}
	questions := 0
	for _, e := range marked {
		questions += len(e.Labels)
	}
	if all != questions || questions == 0 {
		t.Errorf("got %d answers to %d questions", all, questions)
	}
}

func TestMarks(t *testing.T) {
	t.Parallel()
	m := marks{{8, 1, 1}, {2, 6, 2}, {0, 0, 0}}
	if got, want := m.String(), "macro-F1 50.20, accuracy 70.00, of 20 targets"; got != want {
		t.Errorf("got %q, want %q", got, want)
	}
}
