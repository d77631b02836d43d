package ground

import (
	"slices"

	"rashomon"
	"rashomon/digest"
	"rashomon/network"
)

// largestStory is how many documents may share a party before it says nothing of what they are about. The cost of
// comparing grows with it, not with the number of documents.
const largestStory = 40

// Related returns the pairs of documents, not to be changed, that may tell of the same: those that share a happening, several parties, a party and
// a rare word, or rare words. The first of each pair comes first in order; pairs are sorted.
func (g *Ground) Related() [][2]string { return g.related }

// What two documents share makes them related from enough on. Two accounts of one event may name nobody in common, and yet
// both speak of blowtorches, methane and truncheons; a single party is no story. Of the pairs in ECB+ that share a party alone,
// 4 in 5 are on different topics.
const (
	enough         = 3
	weightParty    = 2
	weightRareWord = 1
)

const (
	rareRank   = 8000 // from this place on in the list of words by frequency, a word is rare
	fewSharers = 16   // a word that more documents have is not rare among them
)

func (g *Ground) relate() [][2]string {
	s := sharing{numbers: map[string]uint64{}}
	for i, d := range g.Digests {
		s.numbers[d.Document] = uint64(i)
	}
	for _, happening := range g.Links.Happenings {
		s.add(documents(happening.Events), largestStory, enough)
	}
	for _, party := range g.Links.Parties {
		s.add(documents(party.Entities), largestStory, weightParty)
	}
	for _, documents := range g.havingRareWords() {
		s.add(documents, fewSharers, weightRareWord)
	}
	var related [][2]string
	s.each(func(a, b uint64, weight int) {
		if weight >= enough {
			related = append(related, [2]string{g.Digests[a].Document, g.Digests[b].Document})
		}
	})
	return slices.Clip(related)
}

// havingRareWords returns the documents that have each rare word.
func (g *Ground) havingRareWords() map[string][]string {
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
	return having
}

// A sharing is what pairs of documents share.
type sharing struct {
	numbers map[string]uint64 // of documents, in their order
	shared  []uint64          // from the highest bits: the first of a pair, the second, the weight of something that both have
}

const (
	firstShift  = 36
	secondShift = 8
)

// add notes that documents, sorted, share something, unless they are too many.
func (s *sharing) add(documents []string, most int, weight uint64) {
	if len(documents) > most {
		return
	}
	for i := range documents {
		for j := i + 1; j < len(documents); j++ {
			s.shared = append(s.shared, s.numbers[documents[i]]<<firstShift|s.numbers[documents[j]]<<secondShift|weight)
		}
	}
}

// each calls do for every pair, in order, with the weight of all that it shares.
func (s *sharing) each(do func(a, b uint64, weight int)) {
	slices.Sort(s.shared)
	for i := 0; i < len(s.shared); {
		pair, weight := s.shared[i]>>secondShift, 0
		for ; i < len(s.shared) && s.shared[i]>>secondShift == pair; i++ {
			weight += int(s.shared[i] & (1<<secondShift - 1))
		}
		do(pair>>(firstShift-secondShift), pair&(1<<(firstShift-secondShift)-1), weight)
	}
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

// Neighbours returns the documents that are related to one of some documents, sorted, with those themselves.
func (g *Ground) Neighbours(documents []string) []string {
	out := slices.Clone(documents)
	for _, document := range documents {
		out = append(out, g.neighbours[document]...)
	}
	slices.Sort(out)
	return slices.Compact(out)
}

// Walk returns the documents in an order in which related ones stand near each other, so that who goes through the pairs in it
// meets a document again soon or never.
func (g *Ground) Walk() []string {
	var walk []string
	reached := map[string]bool{}
	for _, d := range g.Digests {
		for ahead := []string{d.Document}; len(ahead) > 0; {
			document := ahead[len(ahead)-1]
			ahead = ahead[:len(ahead)-1]
			if reached[document] {
				continue
			}
			reached[document] = true
			walk, ahead = append(walk, document), append(ahead, g.neighbours[document]...)
		}
	}
	return walk
}
