package main

import (
	"strings"

	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/syntax"
)

// A vocabulary is what the network knows by name.
type vocabulary struct {
	words     *learn.Labelling // by their plain forms
	together  *learn.Labelling // tags that go together, with tabs between
	tags      [questions]*learn.Labelling
	relations *learn.Labelling
}

// leastCount is how often a word or a lemma script must be met to be known: what is met once teaches how to treat what is
// unknown.
const leastCount = 2

func newVocabulary(sentences [][]word) *vocabulary {
	words, relations, together := map[string]int{}, map[string]int{}, map[string]int{}
	var tags [questions]map[string]int
	for q := range tags {
		tags[q] = map[string]int{}
	}
	for _, sent := range sentences {
		for _, w := range sent {
			words[network.PlainForm(w.form)]++
			for q, tag := range w.tags {
				tags[q][tag]++
			}
			together[strings.Join(w.tags[:], "\t")]++
			tags[questions-1][syntax.Derive(w.form, w.lemma).String()]++
			relations[w.relation]++
		}
	}
	v := &vocabulary{words: learn.NewLabelling(words, leastCount), together: learn.NewLabelling(together, 1), relations: learn.NewLabelling(relations, 1)}
	for q := range tags {
		least := 1
		if q == questions-1 {
			least = leastCount
		}
		v.tags[q] = learn.NewLabelling(tags[q], least)
	}
	return v
}
