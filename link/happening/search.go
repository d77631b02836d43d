package happening

import (
	"slices"

	"rashomon/link/happening/pair"
)

// A search compares documents with those that share enough keys with them.
type search struct {
	index   *Index
	words   *pair.Words
	judge   *pair.Judge
	weights []uint8 // of each document: of the keys it shares, up to what is enough
	found   []int32 // documents
	edges   []local
}

// A comparison is the edges of one document with another, whose events are worth comparing.
type comparison struct {
	with  int32
	edges []local
}

// compare compares a document with itself and with the others. Of two dirty documents the one that comes first by id is
// compared with the other.
func (s *search) compare(number int32) []comparison {
	x, d := s.index, s.index.documents[number]
	clear(s.weights)
	s.found = append(s.found[:0], number)
	s.add(x.byName, d.names)
	s.add(x.byOther, d.others)
	var out []comparison
	for i, other := range s.found {
		before := x.dirty[other] && x.documents[other].Document <= d.Document
		if i > 0 && (other == number || before) {
			continue
		}
		if c, related := s.compareTwo(number, other); related {
			out = append(out, c)
		}
	}
	return out
}

func (s *search) add(p postings, keys []pair.Key) {
	for _, key := range keys {
		for _, number := range p[key.Word] {
			if s.weights[number] < pair.Enough {
				if s.weights[number] += key.Weight; s.weights[number] >= pair.Enough {
					s.found = append(s.found, number)
				}
			}
		}
	}
}

func (s *search) compareTwo(number, other int32) (comparison, bool) {
	both := s.index.ordered(number, other)
	first, second := s.index.documents[both[0]].account, s.index.documents[both[1]].account
	if !s.words.ShareNames(first, second) {
		return comparison{}, false
	}
	documents := s.words.Documents(first, second)
	if !s.words.Related(documents) {
		return comparison{}, false
	}
	s.edges = s.edges[:0]
	for i := range first.Tellings {
		start := 0
		if number == other {
			start = i + 1
		}
		for j := start; j < len(second.Tellings); j++ {
			s.addEdge(documents, i, j)
		}
	}
	return comparison{other, slices.Clone(s.edges)}, true
}

// leastEdge is the probability from which an edge is kept: below it, two events do not pull each other into one happening.
const leastEdge = million / 50

// addEdge adds the edge between two events, if there is one. How likely two that must stay apart are the same changes nothing, and is
// not asked.
func (s *search) addEdge(documents pair.Documents, i, j int) {
	e := local{a: int32(i), b: int32(j)}
	e.part, e.partBack = documents.Parts(i, j)
	if s.judge.Comparable(documents, i, j) && !s.judge.Apart(documents, i, j) {
		least := float64(leastEdge) / million
		if e.part != pair.PartNone || e.partBack != pair.PartNone {
			least = 0 // it is kept, however likely
		}
		e.probability = int32(million * s.judge.Probability(documents, i, j, least))
	}
	if e.probability >= leastEdge || e.part != pair.PartNone || e.partBack != pair.PartNone {
		s.edges = append(s.edges, e)
	}
}
