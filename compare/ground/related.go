package ground

import (
	"maps"
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/network"
)

// largestStory is how many documents may share a party before it says nothing of what they are about. The cost of
// comparing grows with it, not with the number of documents.
const largestStory = 40

// Related returns the pairs of documents that may tell of the same: those that share a happening, a party, or rare words.
// The first of each pair comes first in order; pairs are sorted.
func (g *Ground) Related() [][2]string { return g.related }

func (g *Ground) relate() [][2]string {
	known := map[[2]string]bool{}
	relate := func(elements []rashomon.Element) {
		each(documents(elements), largestStory, func(pair [2]string) { known[pair] = true })
	}
	for _, happening := range g.Links.Happenings {
		relate(happening.Events)
	}
	for _, party := range g.Links.Parties {
		relate(party.Entities)
	}
	for pair, shared := range g.sharedWords() {
		if shared >= manyWords {
			known[pair] = true
		}
	}
	return slices.SortedFunc(maps.Keys(known), func(a, b [2]string) int { return slices.Compare(a[:], b[:]) })
}

// Two accounts of one event may name nobody in common, and yet both speak of blowtorches, methane and truncheons.
const (
	manyWords  = 3    // rare words that two documents share make them worth a comparison
	rareRank   = 8000 // from this place on in the list of words by frequency, a word is rare
	fewSharers = 16   // a word that more documents have is not rare among them
)

// sharedWords counts the rare words that pairs of documents share.
func (g *Ground) sharedWords() map[[2]string]int {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil // a damaged binary: whoever reads documents has said so
	}
	having := map[string][]string{}
	for _, d := range g.Digests {
		for _, word := range rareWords(vectors, d) {
			having[word] = append(having[word], d.Document)
		}
	}
	shared := map[[2]string]int{}
	for _, documents := range having {
		each(documents, fewSharers, func(pair [2]string) { shared[pair]++ })
	}
	return shared
}

// rareWords returns the rare content words of a document, each once.
func rareWords(vectors *network.Vectors, d *digest.Digest) []string {
	var words []string
	for _, sentence := range d.Sentences {
		for _, term := range sentence.Terms {
			if rank, known := vectors.Rank(term); (!known || rank >= rareRank) && len(term) >= 4 {
				words = append(words, term)
			}
		}
	}
	slices.Sort(words)
	return slices.Compact(words)
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
func each(documents []string, most int, do func(pair [2]string)) {
	if len(documents) > most {
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
