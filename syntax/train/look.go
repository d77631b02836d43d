package main

import "rashomon/syntax"

// A look is what the network sees of a word: rows of its tables. Row 0 is that of words that a table does not hold.
type look struct {
	word, vector int32
	features     [syntax.FeatureCount]int32
}

// An eye turns forms into looks.
type eye struct{ words syntax.Words }

func (e *eye) look(form string) look {
	var features [syntax.FeatureCount]uint32
	word, vector := e.words.Features(features[:], form)
	l := look{word: word + 1, vector: vector + 1}
	for i, feature := range features {
		l.features[i] = int32(feature)
	}
	return l
}
