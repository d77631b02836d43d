package main

import (
	"strings"
	"unicode"
	"unicode/utf8"
)

// The shares of sentences that are learned in another case: headlines and old agency text stand in capitals, headlines
// in title case, messages without capitals.
const (
	inCapitals = 0.05
	inSmall    = 0.02
	inTitle    = 0.02
)

// disguise now and then sets a sentence in another case. Its lemmas stay what they are.
func (tr *trainer) disguise(e example) example {
	var set func(string) string
	switch chance := tr.random.Float64(); {
	case chance < inCapitals:
		set = strings.ToUpper
	case chance < inCapitals+inSmall:
		set = strings.ToLower
	case chance < inCapitals+inSmall+inTitle:
		set = capitalised
	default:
		return e
	}
	words := make([]word, len(e.words))
	for i, w := range e.words {
		w.form = set(w.form)
		words[i] = w
	}
	return tr.vocabulary.example(words, tr.words)
}

func capitalised(form string) string {
	first, size := utf8.DecodeRuneInString(form)
	return string(unicode.ToTitle(first)) + form[size:]
}
