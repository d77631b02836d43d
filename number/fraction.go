package number

import (
	"strings"
)

// parts reads the part that token i names, taken count times: "a third", "two-thirds", "three quarters". It may go on
// as in "a quarter of a million".
func (r reader) parts(start, i int, count float64) (reading, bool) {
	word := r.word(i)
	switch word.class {
	case "parts":
		if count >= word.value || divisor(uint64(count), uint64(word.value)) != 1 {
			return reading{}, false
		}
	case "part":
		if count != 1 || !r.isPart(i) && !r.startsScale(i+1) {
			return reading{}, false
		}
	case "ordinal":
		if count != 1 || word.value < 3 || !r.isPart(i) {
			return reading{}, false
		}
	default:
		return reading{}, false
	}
	return r.scaledPart(value(start, i+1, count/word.value, Fraction, ruleFraction)), true
}

// isPart reports whether token i, singular and after "a" or "one", names a part and is no rank: what it belongs to does
// not follow.
func (r reader) isPart(i int) bool {
	if r.word(i+1).class == "of" || i > r.start && r.quote(i-1) == "-" || i+1 == r.end {
		return true
	}
	if next := r.doc.Tokens[i+1]; next.UPOS != "" {
		return !r.tagged(i+1, "NOUN", "PROPN", "ADJ", "NUM") && r.quote(i+1) != "-"
	}
	return strings.ContainsAny(r.quote(i+1), ".,;:)")
}

// half reads a half without an article: "half a million", "half-million", "half of them", "half the men", "by half".
func (r reader) half(i int) (reading, bool) {
	n := value(i, i+1, 1/r.word(i).value, Fraction, ruleFraction)
	if scaled := r.scaledPart(n); scaled.scale > 1 {
		return scaled, true
	}
	next := r.word(i + 1).class
	whole := next == "of" || next == "article" || next == "determiner" || r.word(i-1).class == "by" && !r.isNounAt(i+1)
	return n, r.word(i).value == 2 && (whole || r.tagged(i+1, "AUX", "VERB")) && !r.isPortion(i)
}

// isNounAt reports whether what half belongs to follows: "by half time".
func (r reader) isNounAt(i int) bool {
	return r.tagged(i, "NOUN", "PROPN", "NUM", "ADJ") || r.quote(i) == "-"
}

// isPortion reports whether the half at token i is one that a word before it tells from the other: "the first half".
func (r reader) isPortion(i int) bool {
	before := r.word(i - 1).class
	return before == "ordinal" || before == "determiner" || r.tagged(i-1, "DET", "ADJ", "PRON", "NOUN", "PROPN")
}

// startsScale reports whether what a part is taken of begins at token i: "million", "a million", "-million".
func (r reader) startsScale(i int) bool {
	n := r.scaledPart(value(i-1, i, 1, Fraction, ruleFraction))
	return n.scale > 1
}

// scaledPart applies the scale that a part is taken of: "half a million", "a quarter of a million", "half-dozen".
func (r reader) scaledPart(n reading) reading {
	i := r.afterHyphen(n.Span.End)
	if r.word(i).class == "of" && r.word(i+1).class == "article" {
		i++
	}
	if r.word(i).class == "article" {
		i = r.afterHyphen(i + 1)
	}
	word := r.word(i)
	if word.class != "scale" && word.class != "hundred" && word.class != "dozen" {
		return n
	}
	scaled := value(n.Span.Start, i+1, n.Low*word.value, Cardinal, ruleWords)
	scaled.scale = word.value
	return scaled
}

// addHalf adds the part after "and": "three and a half", which a scale may follow, "a million and a half".
func (r reader) addHalf(n reading) reading {
	i := r.afterHyphen(n.Span.End)
	if r.word(i).class != "and" || n.Kind != Cardinal {
		return n
	}
	part, ok := r.partAfterAnd(r.afterHyphen(i + 1))
	if !ok || part.Kind != Fraction {
		return n
	}
	n.Low += part.Low * n.scale
	n.High, n.Span.End = n.Low, part.Span.End
	if n.scale == 1 {
		n = r.scales(n)
		n.Low *= n.scale
		n.High = n.Low
	}
	return n
}

// partAfterAnd reads "a half", "half", "one quarter", "three-quarters". The scale after it belongs to the whole number.
func (r reader) partAfterAnd(i int) (reading, bool) {
	start, count := i, 1.0
	if word := r.word(i); word.class == "article" || word.class == "unit" {
		i, count = r.afterHyphen(i+1), word.value
	}
	word := r.word(i)
	isPart := word.class == "part" || word.class == "parts" || word.class == "ordinal" && start < i
	if !isPart || count < 1 || count >= word.value {
		return reading{}, false
	}
	return value(start, i+1, count/word.value, Fraction, ruleFraction), true
}

// vulgars are the fractions that have a character of their own, by the Unicode block Number Forms and Latin-1.
var vulgars = map[string]float64{
	"½": 1. / 2, "⅓": 1. / 3, "⅔": 2. / 3, "¼": 1. / 4, "¾": 3. / 4, "⅕": 1. / 5, "⅖": 2. / 5, "⅗": 3. / 5, "⅘": 4. / 5,
	"⅙": 1. / 6, "⅚": 5. / 6, "⅛": 1. / 8, "⅜": 3. / 8, "⅝": 5. / 8, "⅞": 7. / 8,
}

// vulgar reads a fraction in one character or, after a whole number, in figures: ½, 3 1/2.
func (r reader) vulgar(start, i int) (reading, bool) {
	text := r.quote(i)
	if v, ok := vulgars[text]; ok {
		return value(i, i+1, v, Fraction, ruleFraction), true
	}
	if digits, rest := cutDigits(text); start < i && strings.HasPrefix(rest, "/") {
		numerator, _ := parseDigits(digits)
		return r.ratio(value(i, i+1, numerator, Fraction, ruleFraction), rest[1:])
	}
	return reading{}, false
}
