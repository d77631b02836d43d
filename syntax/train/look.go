package main

import "rashomon/syntax"

// affixesEach is how many hashed features a token has.
const affixesEach = syntax.FeatureCount

// A look is what the network sees of a word: rows of its tables, 0 where there is none.
type look struct {
	word, vector int32
	affixes      [affixesEach]int32
}

// An eye turns forms into looks.
type eye struct{ words syntax.Words }

func (e *eye) look(form string) look {
	var features [affixesEach]uint32
	word, vector := e.words.Features(features[:], form)
	l := look{word: word + 1, vector: vector + 1}
	for i, feature := range features {
		l.affixes[i] = int32(feature)
	}
	return l
}
