package main

import "rashomon/network"

// An input is what the network sees of a word: rows of its tables. Row 0 is that of words that a table does not hold.
type input struct {
	word, vector int32
	features     [network.FeatureCount]int32
}

func newInput(words network.Words, form string) input {
	var features [network.FeatureCount]uint32
	word, vector := words.Features(features[:], form)
	in := input{word: word + 1, vector: vector + 1}
	for i, feature := range features {
		in.features[i] = int32(feature)
	}
	return in
}
