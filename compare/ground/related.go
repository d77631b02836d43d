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

// A Story is documents that are related to each other, through others or at once.
type Story struct {
	Documents []string    // sorted
	Pairs     [][2]string // that are related, sorted
}

// Stories returns the stories, by their first document. A document that is related to none is a story of its own.
func (g *Ground) Stories() []Story {
	of := map[string]int{}
	var stories []Story
	for _, d := range g.Digests {
		if _, known := of[d.Document]; known {
			continue
		}
		var story Story
		for reached := []string{d.Document}; len(reached) > 0; {
			document := reached[len(reached)-1]
			reached = reached[:len(reached)-1]
			if _, known := of[document]; known {
				continue
			}
			of[document] = len(stories)
			story.Documents = append(story.Documents, document)
			reached = append(reached, g.neighbours[document]...)
		}
		slices.Sort(story.Documents)
		stories = append(stories, story)
	}
	for _, pair := range g.related {
		story := &stories[of[pair[0]]]
		story.Pairs = append(story.Pairs, pair)
	}
	return stories
}
