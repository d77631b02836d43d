package point

import (
	"math"
	"slices"
	"strings"
	"sync"
	"sync/atomic"

	"rashomon/wordnet"
)

// A word is what the rules know of a word, looked up once.
type word struct {
	text     string
	weight   float64
	numeral  bool // it says how many, so that another number is no like word
	nobody   bool // it and the following are classes that are asked for again and again
	pronoun  bool
	stop     bool
	people   bool
	mark     uint8 // of the word among [marks]
	families []string
	kin      uint64 // a bit for each family, which others may share: words of one family have a bit in common
	vector   []byte
	length   float64 // of the vector
	tail     float64 // of the second half of the vector
	net      wordnet.Word
	meanings wordnet.Meanings
	contrary wordnet.Meanings // of its opposites
	opposite []string         // what cannot be said besides

	related func() meant
}

// meant are the meanings by which words are near each other.
type meant struct{ told, kinds, brings wordnet.Meanings }

// word returns what is known of a word.
func (l *lexicon) word(text string) *word {
	if known, found := l.known.Load(text); found {
		return known.(*word)
	}
	if known, found := l.strange.load(text); found {
		return known
	}
	w := &word{
		text: text, weight: l.weight(text), numeral: l.isNumeral(text), families: l.familiesOf(text), vector: l.vectors.Vector(text),
		net: l.net.Word(strings.ReplaceAll(text, "_", " ")), opposite: l.opposites[text],
	}
	w.nobody, w.pronoun = l.classes.Has("nobody", text), l.classes.Has("pronoun", text)
	w.stop, w.people = l.classes.Has("stop", text), l.classes.Has("people", text)
	w.meanings, w.contrary, w.mark = w.net.Meanings(), w.net.Opposites(), uint8(hash(text)>>56)
	w.related = sync.OnceValue(func() meant { return meant{w.net.Told(), w.net.Kinds(nearKind), w.net.Brings()} })
	for _, family := range w.families {
		w.kin |= bit(family)
	}
	w.length, w.tail = length(w.vector), length(w.vector[len(w.vector)/2:])
	if w.vector != nil {
		l.known.Store(text, w)
	} else {
		l.strange.store(w)
	}
	return w
}

// A memory keeps words until they are too many, as names that nobody knows are, and then begins anew.
type memory struct {
	words sync.Map // of *word, by text
	count atomic.Int32
}

// mostStrange is how many are kept: those of some hundred documents.
const mostStrange = 1 << 13

func (m *memory) load(text string) (*word, bool) {
	known, found := m.words.Load(text)
	if !found {
		return nil, false
	}
	return known.(*word), true
}

func (m *memory) store(w *word) {
	if m.count.Add(1) > mostStrange {
		m.words.Clear()
		m.count.Store(1)
	}
	m.words.Store(w.text, w)
}

// isNumeral reports whether a word is a number, a day of the week or a month.
func (l *lexicon) isNumeral(text string) bool {
	head, _, _ := strings.Cut(text, "-")
	return l.classes.Has("numeral", head) || strings.ContainsAny(text, "0123456789")
}

// hasLike reports whether another word may be near this one in meaning.
func (w *word) hasLike() bool { return !w.numeral && (w.vector != nil || w.families != nil) }

// saysMuch reports whether a word is rare enough to tell what is spoken of, or tells a deed or a thing of a family.
func (w *word) saysMuch() bool { return w.weight >= rareWord || w.families != nil }

// akin tells how near two words are in meaning, see [lexicon.akin].
func (w *word) akin(other *word) float64 { return w.akinFrom(other, 0) }

// akinFrom returns what akin does if that is least or more, and else no more than akin does. Most words have little to do with
// each other, and half of their vectors tells.
func (w *word) akinFrom(other *word, least float64) float64 {
	switch {
	case w.text == other.text:
		return 1
	case w.numeral || other.numeral || w.length == 0 || other.length == 0 || w.isKin(other):
		return w.akinBy(other, 0)
	}
	half := len(w.vector) / 2
	lengths := w.length * other.length
	sum := product(w.vector[:half], other.vector[:half])
	if float64(sum)+w.tail*other.tail+rounding < cosineOf(least)*lengths {
		return 0
	}
	return w.akinBy(other, sum+product(w.vector[half:], other.vector[half:]))
}

// akinBy does what akin does, by the product of the vectors.
func (w *word) akinBy(other *word, product int) float64 {
	switch {
	case w.text == other.text:
		return 1
	case w.numeral || other.numeral:
		return 0
	case w.isKin(other):
		return 0.9
	case w.length == 0 || other.length == 0:
		return 0
	}
	return likeness01(float64(product) / (w.length * other.length))
}

// isKin reports whether two words are of one family.
func (w *word) isKin(other *word) bool {
	return w.kin&other.kin != 0 && related(w.families, other.families)
}

// rounding is by how much a product of vectors, of whole numbers, may be wrong at most where it is not taken as a whole.
const rounding = 1

func length(vector []byte) float64 { return math.Sqrt(float64(product(vector, vector))) }

func product(x, y []byte) int {
	var sum int32
	y = y[:len(x)]
	for ; len(x) >= 8 && len(y) >= 8; x, y = x[8:], y[8:] {
		sum += int32(int8(x[0]))*int32(int8(y[0])) + int32(int8(x[1]))*int32(int8(y[1])) +
			int32(int8(x[2]))*int32(int8(y[2])) + int32(int8(x[3]))*int32(int8(y[3])) +
			int32(int8(x[4]))*int32(int8(y[4])) + int32(int8(x[5]))*int32(int8(y[5])) +
			int32(int8(x[6]))*int32(int8(y[6])) + int32(int8(x[7]))*int32(int8(y[7]))
	}
	for i := range x {
		sum += int32(int8(x[i])) * int32(int8(y[i]))
	}
	return int(sum)
}

// bit returns the bit of a word in sets of words that may take one for another.
func bit(word string) uint64 { return 1 << (hash(word) >> 58) }

// hash is FNV-1a.
func hash(word string) uint64 {
	hash := uint64(14695981039346656037)
	for i := range len(word) {
		hash = (hash ^ uint64(word[i])) * 1099511628211
	}
	return hash
}

// Marks are a set of words that may take one for another.
type marks [4]uint64

func (m *marks) add(w *word) { m[w.mark>>6] |= 1 << (w.mark & 63) }

// mayHold reports whether a word may be in the set.
func (m *marks) mayHold(w *word) bool { return m[w.mark>>6]>>(w.mark&63)&1 == 1 }

// with returns the words of two sets.
func (m *marks) with(other *marks) marks {
	return marks{m[0] | other[0], m[1] | other[1], m[2] | other[2], m[3] | other[3]}
}

// meet reports whether two sets may have a word in common.
func (m *marks) meet(other *marks) bool {
	return m[0]&other[0]|m[1]&other[1]|m[2]&other[2]|m[3]&other[3] != 0
}

// opposes reports whether two words are opposites, and rare enough to be what is spoken of.
func (w *word) opposes(other *word) bool {
	return w.weight >= fairlyRare && other.weight >= fairlyRare &&
		(w.contrary.Meet(other.meanings) || slices.Contains(w.opposite, other.text))
}

// mayOppose reports whether a word has opposites at all.
func (w *word) mayOppose() bool {
	return w.weight >= fairlyRare && (w.contrary != nil || w.opposite != nil)
}

// fairlyRare is the weight of words that are more than the commonest.
const fairlyRare = 0.2

// meansLike reports whether two words can tell of one thing, or one is a kind of the other or makes it happen.
func (w *word) meansLike(other *word) bool {
	if w.text == other.text {
		return true
	}
	x, y := w.related(), other.related()
	return x.told.Meet(y.told) || x.kinds.Meet(other.meanings) || y.kinds.Meet(w.meanings) ||
		x.brings.Meet(other.meanings) || y.brings.Meet(w.meanings)
}

// nearKind is by how many steps one word may be a kind of the other.
const nearKind = 2
