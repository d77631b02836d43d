package ground

import (
	"maps"
	"slices"

	"rashomon"
)

// largestStory is how many documents may share a party before it says nothing of what they are about. The cost of
// comparing grows with it, not with the number of documents.
const largestStory = 40

// Related returns the pairs of documents that may tell of the same: those that share a happening or a party. The
// first of each pair comes first in order; pairs are sorted.
func (g *Ground) Related() [][2]string { return g.related }

func (g *Ground) relate() [][2]string {
	known := map[[2]string]bool{}
	relate := func(elements []rashomon.Element) {
		each(documents(elements), func(pair [2]string) { known[pair] = true })
	}
	for _, happening := range g.Links.Happenings {
		relate(happening.Events)
	}
	for _, party := range g.Links.Parties {
		relate(party.Entities)
	}
	return slices.SortedFunc(maps.Keys(known), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}

// documents returns the documents of elements, sorted, each once.
func documents(elements []rashomon.Element) []string {
	var out []string
	for _, element := range elements {
		out = append(out, element.Document)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// each calls do with every pair of documents, unless they are too many.
func each(documents []string, do func(pair [2]string)) {
	if len(documents) > largestStory {
		return
	}
	for i := range documents {
		for j := i + 1; j < len(documents); j++ {
			do([2]string{documents[i], documents[j]})
		}
	}
}

// Neighbours returns the documents that are related to one of some documents, sorted, with those themselves.
func (g *Ground) Neighbours(documents []string) []string {
	out := slices.Clone(documents)
	for _, document := range documents {
		out = append(out, g.neighbours[document]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}
