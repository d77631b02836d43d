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

// A comparison is what stands between a document and another whose events are worth comparing.
type comparison struct {
	with     int32
	relation *relation
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
	return comparison{other, &relation{documents, slices.Clone(s.edges)}}, true
}

// addEdge adds the edge between two events, if there is one.
func (s *search) addEdge(documents pair.Documents, i, j int) {
	e := local{a: int32(i), b: int32(j)}
	e.part, e.partBack = documents.Parts(i, j)
	likely := linkages[s.index.grain].least
	if e.isPart() {
		likely = 0 // it is kept, however likely
	}
	e.probability = probability(s.judge, documents, i, j, likely)
	if e.isPart() || e.probability >= likely {
		s.edges = append(s.edges, e)
	}
}

// leastEdge is the probability below which two events do not pull each other into one happening.
const leastEdge = million / 50

// probability returns how likely it is that two events are the same, in whole millionths, or nothing where it is less than least. How
// likely those are that must stay apart would change nothing.
func probability(judge *pair.Judge, documents pair.Documents, i, j int, least int32) int32 {
	if !judge.Comparable(documents, i, j) || judge.Apart(documents, i, j) {
		return 0
	}
	if p := int32(million * judge.Probability(documents, i, j, float64(least)/million)); p >= least {
		return p
	}
	return 0
}
