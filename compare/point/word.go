package point

import (
	"math"
	"strings"
)

// A word is what the rules know of a word, looked up once.
type word struct {
	text     string
	weight   float64
	numeral  bool // it says how many, so that another number is no like word
	families []string
	vector   []byte
	length   float64 // of the vector
}

// word returns what is known of a word.
func (l *lexicon) word(text string) *word {
	if known, found := l.known.Load(text); found {
		return known.(*word)
	}
	w := &word{text: text, weight: l.weight(text), numeral: l.isNumeral(text), families: l.familiesOf(text), vector: l.vectors.Vector(text)}
	w.length = math.Sqrt(float64(product(w.vector, w.vector)))
	if w.vector != nil { // names that nobody knows are too many to keep
		l.known.Store(text, w)
	}
	return w
}

// isNumeral reports whether a word is a number, a day of the week or a month.
func (l *lexicon) isNumeral(text string) bool {
	head, _, _ := strings.Cut(text, "-")
	return l.classes.Has("numeral", head) || strings.ContainsAny(text, "0123456789")
}

// saysMuch reports whether a word is rare enough to tell what is spoken of, or tells a deed or a thing of a family.
func (w *word) saysMuch() bool { return w.weight >= rareWord || w.families != nil }

// akin tells how near two words are in meaning, see [lexicon.akin].
func (w *word) akin(other *word) float64 {
	switch {
	case w.text == other.text:
		return 1
	case w.numeral || other.numeral:
		return 0
	case related(w.families, other.families):
		return 0.9
	case w.length == 0 || other.length == 0:
		return 0
	}
	return likeness01(float64(product(w.vector, other.vector)) / (w.length * other.length))
}

func product(x, y []byte) int {
	sum := 0
	for i := range x {
		sum += int(int8(x[i])) * int(int8(y[i]))
	}
	return sum
}
