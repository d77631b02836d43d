package main

import (
	"maps"
	"slices"
	"strings"

	"rashomon/network"
	"rashomon/syntax"
)

// A labelling numbers labels in the order of their names.
type labelling struct {
	names []string
	ids   map[string]int32
}

// newLabelling numbers the labels that were counted at least least times.
func newLabelling(counts map[string]int, least int) *labelling {
	l := &labelling{ids: map[string]int32{}}
	for _, name := range slices.Sorted(maps.Keys(counts)) {
		if counts[name] >= least {
			l.ids[name] = int32(len(l.names))
			l.names = append(l.names, name)
		}
	}
	return l
}

// id returns the number of a label, unknown for one that is not numbered.
func (l *labelling) id(name string) int32 {
	if id, found := l.ids[name]; found {
		return id
	}
	return unknown
}

// A vocabulary is what the network knows by name.
type vocabulary struct {
	words     *labelling // by their plain forms
	together  *labelling // tags that go together, with tabs between
	tags      [questions]*labelling
	relations *labelling
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
	v := &vocabulary{words: newLabelling(words, leastCount), together: newLabelling(together, 1), relations: newLabelling(relations, 1)}
	for q := range tags {
		least := 1
		if q == questions-1 {
			least = leastCount
		}
		v.tags[q] = newLabelling(tags[q], least)
	}
	return v
}
