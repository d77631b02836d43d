package point

import (
	"math"
	"slices"
)

// What two lines share tells the more of what both speak of, the less often their documents hold it.

// sameTopic tells how scarce the thing is that is subject or object of both.
func (c *candidate) sameTopic(a, b *telling) float64 {
	most := 0.0
	for _, x := range a.topics() {
		for _, y := range b.topics() {
			if x.same(y) {
				most = max(most, c.scarceness(x.key()), c.scarceness(y.key()))
			}
		}
	}
	return most
}

// scarceness returns the weight of a key, the less the more lines of both documents hold it.
func (c *candidate) scarceness(key *word) float64 {
	return key.weight / math.Sqrt(float64(c.alignment.a.linesWith(key)*c.alignment.b.linesWith(key)))
}

// linesWith returns how many lines hold a key, and 1 where none does.
func (s *shelf) linesWith(key *word) int {
	at, found := slices.BinarySearchFunc(s.words.words, key, compareWords)
	if !found {
		return 1
	}
	return max(1, s.holding[at])
}

// topics returns the subject and the objects of a clause, as far as it is known for what they stand.
func (t *telling) topics() []*term {
	if t.prepared {
		return t.traits.topics
	}
	var found []*term
	if t.subject.isKnown() {
		found = append(found, t.subject)
	}
	for i := range t.others {
		if other := &t.others[i]; other.role.Relation == "obj" && other.isKnown() {
			found = append(found, other)
		}
	}
	return found
}

// commonAround returns the weight of the rarer words that the sentences of two clauses, and those next to them, have in common.
func commonAround(a, b *telling) float64 {
	x, y := a.around(), b.around()
	var sum float64
	for _, w := range x.words {
		if y.marks.mayHold(w) && y.holds(w) {
			sum += w.weight
		}
	}
	return sum
}

// Surroundings are the rarer words of a sentence and of those next to it, sorted.
type surroundings struct {
	words []*word
	marks marks
}

func (s *surroundings) holds(w *word) bool {
	_, found := slices.BinarySearchFunc(s.words, w, compareWords)
	return found
}

// around returns the surroundings of the sentence of a clause.
func (t *telling) around() *surroundings {
	s := t.shelf
	if s.around == nil {
		s.around = make([]*surroundings, len(s.digest.Sentences))
	}
	if s.around[t.clause.Sentence] == nil {
		s.around[t.clause.Sentence] = s.surroundings(t.clause.Sentence)
	}
	return s.around[t.clause.Sentence]
}

func (s *shelf) surroundings(sentence int) *surroundings {
	var found surroundings
	sentences := s.digest.Sentences
	for _, near := range sentences[max(0, sentence-1):min(len(sentences), sentence+2)] {
		for _, term := range near.Terms {
			if key := words().word(term); key.weight >= rareWord {
				found.words = append(found.words, key)
				found.marks.add(key)
			}
		}
	}
	found.words = sortedWords(found.words)
	return &found
}
