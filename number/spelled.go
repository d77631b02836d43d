package number

import "math"

// spelled reads a number in words, and the parts or the half that it may end with: "two hundred and five",
// "ninety-first", "two-thirds", "three and a half million".
func (r reader) spelled(i int) (reading, bool) {
	n, ok := r.cardinal(i)
	if !ok || n.Kind == Ordinal {
		return n, ok
	}
	if n.scale == 1 && n.Low >= 1 && n.Low < 100 {
		if parts, ok := r.parts(i, r.afterHyphen(n.Span.End), n.Low); ok {
			return parts, true
		}
	}
	return r.addHalf(n), true
}

// cardinal reads groups below a thousand and their scales, each smaller than the one before.
func (r reader) cardinal(start int) (reading, bool) {
	n := value(start, start, 0, Cardinal, ruleWords)
	limit := math.Inf(1)
	for {
		i, joined := n.Span.End, false
		if i > start {
			i = r.afterHyphen(i)
			if joined = r.word(i).class == "and"; joined {
				i = r.afterHyphen(i + 1)
			}
		}
		group, ok := r.group(i, i == start)
		if !ok || group.Low*group.scale >= limit || joined && (group.Low >= 100 || group.scale > 1) {
			break
		}
		n.Low += group.Low * group.scale
		n.High, n.Span.End, n.Kind, n.Rule, n.scale = n.Low, group.Span.End, group.Kind, group.Rule, group.scale
		if limit = group.scale; limit < 1000 || n.Kind == Ordinal {
			break
		}
	}
	return n, n.Span.End > start
}

// group reads a number below a thousand with its scales. bare tells whether "hundred" and "thousand" may stand alone.
func (r reader) group(i int, bare bool) (reading, bool) {
	n, ok := r.belowThousand(i, bare)
	if !ok {
		if class := r.word(i).class; !bare || class != "scale" && class != "dozen" && !r.isLargeOrdinal(i) {
			return n, false
		}
		n = value(i, i, 1, Cardinal, ruleWords)
	}
	if n.Kind == Ordinal {
		return n, true
	}
	return r.scales(n), true
}

func (r reader) isLargeOrdinal(i int) bool {
	word := r.word(i)
	return word.class == "ordinal" && word.value >= 1000
}

// mostScales is how many scales are read in a row, as in "five hundred thousand million million".
const mostScales = 3

// scales reads the scales after a number, which is left as it is but for its end: thousand, hundred thousand, million.
func (r reader) scales(n reading) reading {
	for range mostScales {
		i := r.afterHyphen(n.Span.End)
		word := r.word(i)
		switch {
		case word.class == "scale", word.class == "plural" && word.value >= 1000 && !r.chained(i):
		case word.class == "dozen":
			n.Span.End, n.scale = i+1, n.scale*word.value
			return n
		case r.isLargeOrdinal(i) && n.Rule == ruleWords:
			n.Span.End, n.scale, n.Kind, n.Rule = i+1, n.scale*word.value, Ordinal, ruleOrdinal
			return n
		default:
			return n
		}
		n.Span.End, n.scale = i+1, n.scale*word.value
	}
	return n
}

// belowThousand reads "five", "forty-two", "two hundred and forty-two", "twelve hundred" and, bare, "hundred".
func (r reader) belowThousand(i int, bare bool) (reading, bool) {
	n, ok := r.belowHundred(i)
	if !ok {
		if word := r.word(i); !bare || word.value != 100 || word.class != "hundred" && word.class != "ordinal" {
			return n, false
		}
		n = value(i, i, 1, Cardinal, ruleWords)
	}
	at := r.afterHyphen(n.Span.End)
	hundred := r.word(at)
	if n.Kind == Ordinal || n.Low < 1 || hundred.value != 100 || hundred.class == "plural" || hundred.class == "parts" {
		return n, ok
	}
	n.Low *= 100
	n.Span.End = at + 1
	if hundred.class == "ordinal" {
		n.Kind, n.Rule = Ordinal, ruleOrdinal
	} else {
		n = r.addBelowHundred(n)
	}
	n.High = n.Low
	return n, true
}

// addBelowHundred adds what follows hundreds, but for the beginning of another number: "two hundred and three hundred".
func (r reader) addBelowHundred(n reading) reading {
	i := r.afterHyphen(n.Span.End)
	if r.word(i).class == "and" {
		i = r.afterHyphen(i + 1)
	}
	rest, ok := r.belowHundred(i)
	if !ok || rest.Low < 1 || r.word(rest.Span.End).class == "hundred" {
		return n
	}
	n.Low += rest.Low
	n.Span.End, n.Kind, n.Rule = rest.Span.End, rest.Kind, rest.Rule
	return n
}

// belowHundred reads "five", "fifteen", "fifty", "fifty-five" and their ordinals.
func (r reader) belowHundred(i int) (reading, bool) {
	word := r.word(i)
	switch {
	case word.class == "unit", word.class == "teen":
		return value(i, i+1, word.value, Cardinal, ruleWords), true
	case word.class == "ordinal" && word.value < 100:
		return value(i, i+1, word.value, Ordinal, ruleOrdinal), true
	case word.class != "tens":
		return reading{}, false
	}
	next := r.afterHyphen(i + 1)
	switch rest := r.word(next); {
	case rest.class == "unit" && rest.value > 0:
		return value(i, next+1, word.value+rest.value, Cardinal, ruleWords), true
	case rest.class == "ordinal" && rest.value < 10:
		return value(i, next+1, word.value+rest.value, Ordinal, ruleOrdinal), true
	}
	return value(i, i+1, word.value, Cardinal, ruleWords), true
}

// score reads a score of something, which is none of what a match ends with: "a score of men", not "a score of two".
func (r reader) score(start, i int) (reading, bool) {
	ok := r.word(i+1).class == "of" && !r.isPoints(i+2)
	return value(start, i+1, r.word(i).value, Cardinal, ruleWords), ok
}

// isPoints reports whether what a match ends with begins at token i.
func (r reader) isPoints(i int) bool {
	text := r.quote(i)
	return text != "" && isDigit(text[0]) || isFigure(r.word(i).class)
}
