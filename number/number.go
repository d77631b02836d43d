// Package number reads numbers in running text: "10,000", "1.2 million", "twenty-two", "half a dozen", "tens of
// thousands", "21st", "two-thirds".
//
// It reads what a number says and nothing of what it stands for: whether "5" counts men or names a road is for the
// packages that know more of the sentence. What words are worth stands in data/words.txt; the engine knows how number
// words are put together (R. Hurford, The Linguistic Theory of Numerals, 1975): a group below a thousand, a scale, then
// the same again with a smaller scale.
package number

import (
	"math"

	"rashomon"
)

// A Kind tells what sort of number it is.
type Kind string

// The kinds of number.
const (
	Cardinal Kind = "cardinal" // "22", "two dozen", "hundreds"
	Ordinal  Kind = "ordinal"  // "21st", "third"
	Fraction Kind = "fraction" // "two-thirds", "1/2"
	Decade   Kind = "decade"   // "1990s": from its first year to its last; "nineties" within a century
	Roman    Kind = "roman"    // of a name: "Chapter VII"
)

// The rules of numbers.
const (
	ruleDigits   = "number/digits"
	ruleWords    = "number/words"
	ruleVague    = "number/vague" // "hundreds", "several"
	ruleOrdinal  = "number/ordinal"
	ruleFraction = "number/fraction"
	ruleDecade   = "number/decade"
	ruleRoman    = "number/roman"
	ruleRange    = "number/range" // "three or four"
)

// A Number is a number of the text. Low and High are the same but for ranges, decades and vague numbers.
type Number struct {
	Span rashomon.Span
	Low  float64
	High float64 // +Inf for a vague number, which is open above
	Kind Kind
	// Vague is true of a number that gives an order of magnitude: of "hundreds" Low is 100, of "several" 2.
	Vague bool
	Rule  string
}

// At returns the longest number that begins with token i. It does not leave the sentence. A document needs no tags, but
// where it has them, parts ("a third") and ranks ("a third man") are told apart by them.
func At(doc *rashomon.Document, i int) (Number, bool) {
	if !begins(doc.Quote(doc.Tokens[i].Extent)) {
		return Number{}, false
	}
	r := newReader(doc, i)
	n, ok := r.number(i)
	return n.Number, ok
}

// RangeAt returns the range of numbers that begins with token i ("three or four", "40-50", "5 to 10 million", "40 and
// 50" after "between"), else the number that does.
func RangeAt(doc *rashomon.Document, i int) (Number, bool) {
	if !begins(doc.Quote(doc.Tokens[i].Extent)) {
		return Number{}, false
	}
	r := newReader(doc, i)
	n, ok := r.number(i)
	if !ok {
		return Number{}, false
	}
	return r.rangeFrom(n).Number, true
}

// begins reports whether a number may begin with a word, so that most words cost no more than one look.
func begins(text string) bool {
	b := text[0]
	if '0' <= b && b <= '9' || b >= 0x80 {
		return true
	}
	switch lookup(text).class {
	case "article", "unit", "teen", "tens", "hundred", "scale", "ordinal", "dozen", "plural", "loose", "many", "several", "few",
		"pair", "part", "decade", "minus":
		return true
	}
	return 'A' <= b && b <= 'Z' && isRoman(text)
}

// A reading is a number while it is read.
type reading struct {
	Number
	scale float64 // the product of the scales that end it: 1e6 of "1.2 million"; 1 for none
}

// value makes a reading of one value.
func value(start, end int, v float64, kind Kind, rule string) reading {
	return reading{Number{Span: rashomon.Span{Start: start, End: end}, Low: v, High: v, Kind: kind, Rule: rule}, 1}
}

// vague makes a reading that is open above.
func vague(start, end int, low float64) reading {
	n := value(start, end, low, Cardinal, ruleVague)
	n.High, n.Vague = math.Inf(1), true
	return n
}

// number reads the number that begins with token i.
func (r reader) number(i int) (reading, bool) {
	switch word := r.word(i); word.class {
	case "article":
		return r.article(i)
	case "unit", "teen", "tens", "hundred", "scale", "ordinal", "dozen":
		return r.spelled(i)
	case "plural", "loose":
		return r.plural(i)
	case "many":
		return r.many(i)
	case "several":
		return r.several(i, i)
	case "few", "pair":
		if i > r.start && r.word(i-1).class == "before" || r.word(i-1).class == "ordinal" {
			return r.several(i, i)
		}
		return reading{}, false
	case "part":
		return r.half(i)
	case "decade":
		n := value(i, i+1, word.value, Decade, ruleDecade)
		n.High = n.Low + 9
		return n, true
	case "minus":
		return r.negative(i)
	case "":
		return r.written(i)
	}
	return reading{}, false
}

// article reads what begins with "a" or "an": a hundred, a dozen, a few, a third, a quarter of a million.
func (r reader) article(i int) (reading, bool) {
	var n reading
	var ok bool
	switch r.word(i + 1).class {
	case "hundred", "scale", "dozen":
		n, ok = r.spelled(i + 1)
	case "score":
		n, ok = r.score(i, i+1)
	case "few", "pair":
		return r.several(i, i+1)
	case "part", "ordinal":
		n, ok = r.parts(i, i+1, 1)
	}
	n.Span.Start = i
	return n, ok && n.Kind != Ordinal
}

// isFigure reports whether a word of a class says a number by itself and exactly.
func isFigure(class string) bool {
	switch class {
	case "unit", "teen", "tens", "hundred", "scale":
		return true
	}
	return false
}

// negative reads a number after "minus" or its sign, but for the margin of "plus or minus 4".
func (r reader) negative(i int) (reading, bool) {
	if class := r.word(i + 1).class; i+1 >= r.end || r.word(i-1).class == "or" || class != "" && !isFigure(class) {
		return reading{}, false
	}
	n, ok := r.number(i + 1)
	if !ok || n.Low != n.High || n.Low <= 0 || n.Kind != Cardinal {
		return reading{}, false
	}
	n.Span.Start, n.Low, n.High = i, -n.Low, -n.High
	return n, true
}
