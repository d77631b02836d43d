package pair

import (
	"math"
	"strings"

	"rashomon/network"
)

// Words are the words that the accounts at hand use, each with a number by which it is compared. Numbers go by the order in
// which words are first met, so nothing may be ordered by them that anybody sees.
type Words struct {
	numbers map[string]int32
	forms   []string
	rarity  []int32
	vectors *network.Vectors
	near    map[[2]int32]float32 // cosines that were asked for
}

// NewWords returns no words. The error is that of a damaged binary.
func NewWords() (*Words, error) {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil, err
	}
	return &Words{numbers: map[string]int32{}, vectors: vectors, near: map[[2]int32]float32{}}, nil
}

// none is the number of no word.
const none = -1

// number returns the number of a word, and none for "".
func (w *Words) number(form string) int32 {
	if form == "" {
		return none
	}
	n, known := w.numbers[form]
	if !known {
		n = int32(len(w.forms))
		w.numbers[form] = n
		w.forms = append(w.forms, form)
		w.rarity = append(w.rarity, w.rarityOf(form))
	}
	return n
}

// commonest is how many words tell nothing of what a text is about: the first of all words by frequency.
const commonest = 60

// rarityOf returns how much it tells that two texts share a word, from 0 to about 800: the logarithm of its rank among the
// words of English, which grows as that of its rarity does (Zipf 1949). Words beyond the list are rarer than all of it. No
// text at hand has a say in it, so what is shared by two does not hang on a third.
func (w *Words) rarityOf(form string) int32 {
	rank := len(w.vectors.Rows)
	for part := range strings.FieldsSeq(form) { // the commonest of "switch off"
		if at, known := w.vectors.Rank(part); known {
			rank = min(rank, at)
		}
	}
	return int32(100 * math.Log(max(1, float64(rank)/commonest)))
}

// similarity returns the cosine of the vectors of two words, 1 for the same.
func (w *Words) similarity(a, b int32) float64 {
	if a == b {
		return 1
	}
	key := [2]int32{min(a, b), max(a, b)}
	known, found := w.near[key]
	if !found {
		known = float32(w.vectors.Similarity(lastWord(w.forms[key[0]]), lastWord(w.forms[key[1]])))
		w.near[key] = known
	}
	return float64(known)
}

// lastWord ... a predicate with a particle has the vector of its verb.
func lastWord(form string) string {
	first, _, _ := strings.Cut(form, " ")
	return first
}
