package point

import (
	"math"
	"slices"
	"strings"
)

// What two clauses share tells the more of what both speak of, the less often their documents hold it.

// scarcity returns the weight of the words that two tellings both hold, each the less the more clauses of both documents
// hold it, as a logarithm; and of the scarcest.
func (c *candidate) scarcity() (sum, most float64) {
	for _, key := range c.a.keys {
		if !key.numeral && c.b.holds(key) {
			scarce := c.scarce(key)
			sum, most = sum+scarce, max(most, scarce)
		}
	}
	return math.Log1p(sum), most
}

// scarce returns the weight of a key, the less the more clauses of both documents hold it.
func (c *candidate) scarce(key *word) float64 {
	n := max(1, c.a.shelf.holding[key.text]) * max(1, c.b.shelf.holding[key.text])
	return key.weight / math.Sqrt(float64(n))
}

// topic tells how scarce the thing is that is subject or object of both.
func (c *candidate) topic() float64 {
	most := 0.0
	others := c.b.topics()
	for _, x := range c.a.topics() {
		for _, y := range others {
			if x.same(y) {
				most = max(most, c.scarce(x.key()), c.scarce(y.key()))
			}
		}
	}
	return most
}

// topicOnce tells how scarce the thing is that is subject or object of one, and stands anywhere in the other.
func (c *candidate) topicOnce() float64 {
	most := 0.0
	for _, pair := range [][2]*telling{{c.a, c.b}, {c.b, c.a}} {
		for _, x := range pair[0].topics() {
			if key := x.key(); pair[1].holds(key) {
				most = max(most, c.scarce(key))
			}
		}
	}
	return most
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

// isSubordinate reports whether a clause tells of a noun, or under what circumstances something else was so, or what was
// meant.
func (t *telling) isSubordinate() bool {
	switch relation, _, _ := strings.Cut(t.clause.Relation, ":"); relation {
	case "acl", "advcl", "csubj", "xcomp":
		return true
	}
	return false
}

// deniedThing tells how much the thing says of which a clause denies something, where the other holds it.
func deniedThing(denial, other *telling) float64 {
	if !denial.isNegative() {
		return 0
	}
	most := 0.0
	for _, thing := range denial.terms() {
		isCore := strings.HasPrefix(thing.role.Relation, "nsubj") || thing.role.Relation == "obj"
		if key := thing.key(); (thing.role.Negated || isCore) && !thing.isAnybody() {
			most = max(most, key.weight*other.has(key)/math.Sqrt(float64(max(1, other.shelf.holding[key.text]))))
		}
	}
	return most
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
