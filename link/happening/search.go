package happening

import (
	"iter"
	"slices"

	"rashomon/link/happening/pair"
)

// A search compares documents with those that share enough keys with them.
type search struct {
	index  *Index
	words  *pair.Words
	judge  *pair.Judge
	shared []shared // of each document
	found  []int32  // documents
	pairs  []pair.Pair
	edges  []local
}

// A comparison is what stands between a document and another whose events are worth comparing.
type comparison struct {
	with     int32
	relation *relation
}

// compare compares a document with itself and with the others. Of two dirty documents the one that came first is compared with the
// other.
func (s *search) compare(number int32) []comparison {
	x, d := s.index, s.index.documents[number]
	clear(s.shared)
	s.found = append(s.found[:0], number)
	from := int32(0)
	if len(x.dirty) == len(x.documents) { // as when all are linked at once
		from = number + 1
	}
	s.add(x.byName, d.names, from, name)
	s.add(x.byOther, d.others, from, 0)
	var out []comparison
	for i, other := range s.found {
		if i > 0 && other <= number && (other == number || x.dirty[other]) {
			continue
		}
		if c, related := s.compareTwo(number, other); related {
			out = append(out, c)
		}
	}
	return out
}

// shared is what a document shares with the one that is compared: the weight of the keys, up to what is enough, and whether one of them is a name.
type shared uint8

const name shared = 1 << 7

// add adds what documents from a number on share.
func (s *search) add(p postings, keys []pair.Key, from int32, kind shared) {
	for _, key := range keys {
		for _, number := range slices.Backward(p[key.Word]) {
			if number < from {
				break
			}
			before := s.shared[number] &^ name
			if before < pair.Enough {
				s.shared[number] += shared(key.Weight)
				if before+shared(key.Weight) >= pair.Enough {
					s.found = append(s.found, number)
				}
			}
			s.shared[number] |= kind
		}
	}
}

func (s *search) compareTwo(number, other int32) (comparison, bool) {
	if !s.shareNames(number, other) {
		return comparison{}, false
	}
	if a, b := s.index.documents[number].account, s.index.documents[other].account; !s.words.Related(s.words.Documents(a, b)) {
		return comparison{}, false
	}
	both := s.index.ordered(number, other)
	first, second := s.index.documents[both[0]].account, s.index.documents[both[1]].account
	documents := s.words.Documents(first, second)
	return comparison{other, &relation{documents, s.edgesBetween(documents, first, second)}}, true
}

// shareNames reports whether two documents share names, where their keys do not tell by looking at all names.
func (s *search) shareNames(number, other int32) bool {
	a, b := s.index.documents[number], s.index.documents[other]
	if s.shared[other]&name == 0 && pair.AllNames(a.names) && pair.AllNames(b.names) {
		return pair.HardlyNamed(a.account, b.account)
	}
	return s.shared[other]&name != 0 || s.words.ShareNames(a.account, b.account)
}

// edgesBetween returns the edges between two documents: those that are likely enough, and those of parts, however likely they are.
func (s *search) edgesBetween(documents pair.Documents, first, second *pair.Account) []local {
	s.pairs, s.edges = s.pairs[:0], s.edges[:0]
	for i := range first.Tellings {
		start := 0
		if first == second {
			start = i + 1
		}
		for j := start; j < len(second.Tellings); j++ {
			e, both := local{a: int32(i), b: int32(j)}, pair.Pair{Documents: documents, A: int32(i), B: int32(j)}
			may := mayBeSame(s.judge, documents, i, j)
			e.part, e.partBack = documents.Parts(i, j)
			switch {
			case e.isPart():
				if may {
					e.probability = s.exactly(both)
				}
				s.edges = append(s.edges, e)
			case may:
				s.pairs = append(s.pairs, both)
			}
		}
	}
	for i, probability := range likely(s.judge, s.pairs, linkages[s.index.grain].least) {
		s.edges = append(s.edges, local{a: s.pairs[i].A, b: s.pairs[i].B, probability: probability})
	}
	slices.SortFunc(s.edges, local.compare)
	return slices.Clone(s.edges)
}

// exactly returns how likely it is that two events are the same, however unlikely.
func (s *search) exactly(events pair.Pair) int32 {
	for _, probability := range likely(s.judge, []pair.Pair{events}, 0) {
		return probability
	}
	return 0
}

// leastEdge is the probability below which two events do not pull each other into one happening.
const leastEdge = million / 50

// mayBeSame reports whether it is asked at all how likely two events are the same. How likely those are that must stay apart would change
// nothing.
func mayBeSame(judge *pair.Judge, documents pair.Documents, i, j int) bool {
	return !judge.Apart(documents, i, j) && judge.Comparable(documents, i, j) // the dearer question last
}

// likely returns those of some pairs of events, by their numbers, that are the same with the probability least or more, in whole
// millionths.
func likely(judge *pair.Judge, pairs []pair.Pair, least int32) iter.Seq2[int, int32] {
	return func(yield func(int, int32) bool) {
		for i, probability := range judge.Probabilities(pairs, float64(least)/million) {
			if p := int32(million * probability); p >= least && !yield(i, p) {
				return
			}
		}
	}
}
