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
	labels  map[string]int32 // numbers of what is only the same or not: types, modes
	forms   []string
	rarity  []int32
	rows    []row
	kins    map[familySet]*kin
	vectors *network.Vectors
	near    *[nearSlots]near
	met     *meetings
	focus   *focus
	nearA   []float64 // of each word of one bag and of another: the cosine of the nearest in the other
	nearB   []float64
}

// A row is the vector of a word, nil where there is none, with its square.
type row struct {
	numbers []byte
	square  int32
}

// near is a cosine that was asked for. Those asked for last are kept, each in the slot of its words.
type near struct {
	a, b   int32
	cosine float32
}

// nearSlots is how many cosines are kept: as many as the next cache of a processor holds.
const nearSlots = 1 << 14

// NewWords returns no words. The error is that of a damaged binary.
func NewWords() (*Words, error) {
	vectors, err := network.EnglishVectors()
	if err != nil {
		return nil, err
	}
	return &Words{
		numbers: map[string]int32{}, labels: map[string]int32{}, kins: map[familySet]*kin{}, vectors: vectors,
		near: new([nearSlots]near), met: &meetings{}, focus: &focus{},
	}, nil
}

// Share returns the same words for use beside w. While both are used, no account may be made with either.
func (w *Words) Share() *Words {
	shared := *w
	shared.near, shared.met, shared.focus = new([nearSlots]near), &meetings{}, &focus{}
	shared.nearA, shared.nearB = nil, nil
	return &shared
}

// Close drops what accounts are made by. Those that are there can still be compared.
func (w *Words) Close() { w.numbers, w.labels, w.kins = nil, nil, nil }

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
		vector := w.vectors.Vector(lastWord(form))
		w.rows = append(w.rows, row{vector, product(vector, vector)})
	}
	return n
}

// label returns the number of a label, and none for "".
func (w *Words) label(name string) int32 {
	if name == "" {
		return none
	}
	n, known := w.labels[name]
	if !known {
		n = int32(len(w.labels))
		w.labels[name] = n
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
	a, b = min(a, b), max(a, b)
	slot := &w.near[(uint32(a)*nearFactor^uint32(b))%nearSlots]
	if slot.a != a || slot.b != b { // an empty one is of word 0 with itself, which has been answered
		*slot = near{a, b, w.cosine(w.rows[a], w.rows[b])}
	}
	return float64(slot.cosine)
}

// nearFactor spreads words over slots: the golden ratio of 2^32 (Knuth, The Art of Computer Programming 3, 6.4).
const nearFactor = 2654435769

func (w *Words) cosine(a, b row) float32 {
	if a.square == 0 || b.square == 0 {
		return 0
	}
	return float32(float64(product(a.numbers, b.numbers)) / math.Sqrt(float64(a.square)*float64(b.square)))
}

// product returns the inner product of two vectors of one length, in rows of eight, which takes little more than half the time.
func product(x, y []byte) int32 {
	var sum int32
	for len(x) >= 8 && len(y) >= 8 {
		sum += int32(int8(x[0]))*int32(int8(y[0])) + int32(int8(x[1]))*int32(int8(y[1])) +
			int32(int8(x[2]))*int32(int8(y[2])) + int32(int8(x[3]))*int32(int8(y[3])) +
			int32(int8(x[4]))*int32(int8(y[4])) + int32(int8(x[5]))*int32(int8(y[5])) +
			int32(int8(x[6]))*int32(int8(y[6])) + int32(int8(x[7]))*int32(int8(y[7]))
		x, y = x[8:], y[8:]
	}
	for i := range x {
		sum += int32(int8(x[i])) * int32(int8(y[i]))
	}
	return sum
}

// lastWord ... a predicate with a particle has the vector of its verb.
func lastWord(form string) string {
	first, _, _ := strings.Cut(form, " ")
	return first
}
