package number

import (
	"math"
	"strconv"
	"strings"
	"unicode"
)

// longestDigits is the number of digits that a float64 holds exactly; longer runs are codes.
const longestDigits = 15

// written reads a number that begins with figures, its scale and its half: "10,000", "1.2 million", "40k", "3 1/2",
// "5bn", or a Roman one.
func (r reader) written(i int) (reading, bool) {
	text := r.quote(i)
	if text == "−" && r.glued(i+1) {
		return r.negative(i)
	}
	if n, ok := r.vulgar(i, i); ok {
		return r.scaled(n), true
	}
	if n, ok := r.roman(i); ok {
		return n, true
	}
	digits, suffix := cutDigits(text)
	low, ok := parseDigits(digits)
	if !ok || r.isList(i) {
		return reading{}, false
	}
	n := value(i, i+1, low, Cardinal, ruleDigits)
	if suffix != "" {
		return r.suffixed(n, suffix)
	}
	if isRankEnding(r.quote(i + 1)) {
		n.Kind, n.Rule, n.Span.End = Ordinal, ruleOrdinal, i+2
		return n, isWhole(low)
	}
	n = r.addThousands(n)
	if part, ok := r.vulgar(i, n.Span.End); ok && isWhole(low) {
		n.Low += part.Low
		n.High, n.Span.End = n.Low, part.Span.End
	}
	return r.addHalf(r.scaled(n)), true
}

// cutDigits cuts a word into the figures it begins with and the rest.
func cutDigits(text string) (digits, suffix string) {
	end := 0
	for end < len(text) {
		mark := text[end] == ',' || text[end] == '.'
		if !isDigit(text[end]) && !(mark && end+1 < len(text) && isDigit(text[end+1])) {
			break
		}
		end++
	}
	return text[:end], text[end:]
}

func isDigit(b byte) bool { return '0' <= b && b <= '9' }

func isWhole(v float64) bool { return v == float64(int64(v)) }

// parseDigits reads figures: 1234, 1,234, 1.5, 1,234.56, 1.234.567.
func parseDigits(digits string) (float64, bool) {
	if strings.Count(digits, ".") > 1 && !strings.Contains(digits, ",") {
		digits = strings.ReplaceAll(digits, ".", ",")
	}
	whole, _, _ := strings.Cut(digits, ".")
	if digits == "" || len(digits) > 2*longestDigits || !isGrouped(whole) || strings.Count(digits, ".") > 1 {
		return 0, false
	}
	plain := strings.ReplaceAll(digits, ",", "")
	if len(strings.TrimLeft(plain, "0")) > longestDigits {
		return 0, false
	}
	v, err := strconv.ParseFloat(plain, 64)
	return v, err == nil
}

// isGrouped reports whether the commas of a whole number part its thousands.
func isGrouped(whole string) bool {
	first, rest, grouped := strings.Cut(whole, ",")
	if !grouped {
		return true
	}
	for group := range strings.SplitSeq(rest, ",") {
		if len(group) != 3 {
			return false
		}
	}
	return 1 <= len(first) && len(first) <= 3
}

// isList reports whether the figures at token i are joined to others by a comma that parts no thousands: "[1,2]",
// "3,50". Whether that is a list or a decimal cannot be told.
func (r reader) isList(i int) bool {
	before := r.glued(i) && r.quote(i-1) == "," && r.glued(i-1) && isDigit(r.quote(i - 2)[0])
	after := r.glued(i+1) && r.quote(i+1) == "," && r.glued(i+2) && isDigit(r.quote(i + 2)[0])
	return before || after
}

// suffixed reads what is written in one word with the figures: 40k, 21st, 1990s, 3/4.
func (r reader) suffixed(n reading, suffix string) (reading, bool) {
	if word := lookup(suffix); word.class == "suffix" {
		n.scale = word.value
		n.Low = multiply(n.Low, word.value)
		n.High = n.Low
		return n, true
	}
	switch {
	case isRankEnding(suffix):
		n.Kind, n.Rule = Ordinal, ruleOrdinal
		return n, isWhole(n.Low)
	case strings.EqualFold(suffix, "s"):
		n.High, n.Kind, n.Rule = n.Low+9, Decade, ruleDecade
		return n, isWhole(n.Low / 10)
	}
	if below, found := strings.CutPrefix(suffix, "/"); found {
		return r.ratio(n, below)
	}
	return reading{}, false
}

// isRankEnding reports whether figures and what follows them are a rank: 21st. Some sources part the two.
func isRankEnding(ending string) bool {
	switch strings.ToLower(ending) {
	case "st", "nd", "rd", "th":
		return true
	}
	return false
}

// ratio reads the common fraction of n and what stands below the line. "9/11" and "24/7" are none.
func (r reader) ratio(n reading, below string) (reading, bool) {
	denominator, err := strconv.ParseUint(below, 10, 16)
	if err != nil || !isWhole(n.Low) || !isCommon(uint64(n.Low), denominator) {
		return reading{}, false
	}
	n.Low /= float64(denominator)
	n.High, n.Kind, n.Rule = n.Low, Fraction, ruleFraction
	return n, true
}

// isCommon reports whether a fraction is one that is written in running text: proper, reduced, of a denominator up to
// ten or of an inch.
func isCommon(numerator, denominator uint64) bool {
	inch := denominator == 16 || denominator == 32
	return numerator > 0 && numerator < denominator && (denominator <= 10 || inch) && divisor(numerator, denominator) == 1
}

// divisor returns the greatest common divisor.
func divisor(a, b uint64) uint64 {
	for b != 0 {
		a, b = b, a%b
	}
	return a
}

// addThousands joins groups of thousands that a space parts: "3 000", and "12 500" where the space does not break a
// line.
func (r reader) addThousands(n reading) reading {
	for digits := r.quote(n.Span.End - 1); len(digits) <= 3 && n.Low < 1e12; {
		next := r.quote(n.Span.End)
		if len(next) != 3 || strings.Trim(next, "0123456789") != "" || next != "000" && !r.unbroken(n.Span.End) {
			break
		}
		group, _ := parseDigits(next)
		n.Low = n.Low*1000 + group
		n.High = n.Low
		n.Span.End++
	}
	return n
}

// unbroken reports whether one space that does not break the line stands before token i.
func (r reader) unbroken(i int) bool {
	between := r.doc.Text[r.doc.Tokens[i-1].Extent.End:r.doc.Tokens[i].Extent.Start]
	return between == "\u00a0" || between == "\u202f" || between == "\u2009"
}

// scaled applies the scales after figures, in full or short: 1.2 million, $5bn, 3m people.
func (r reader) scaled(n reading) reading {
	if word := r.word(n.Span.End); word.class == "hundred" {
		n.scale, n.Span.End = word.value, n.Span.End+1
	}
	n = r.scales(n)
	if n.scale == 1 {
		i := n.Span.End
		word := r.word(i)
		if word.class == "suffix" || word.class == "metre" && (r.isMoney(n.Span.Start) || r.isCounted(i+1)) {
			n.scale, n.Span.End = word.value, i+1
		}
	}
	n.Low = multiply(n.Low, n.scale)
	n.High = n.Low
	return n
}

// multiply takes a decimal times a power of ten by moving the point, so that 65.4 billion is 65,400,000,000 and no bit
// more.
func multiply(v, scale float64) float64 {
	power := int(math.Round(math.Log10(scale)))
	if isWhole(v) || math.Pow10(power) != scale {
		return v * scale
	}
	moved, err := strconv.ParseFloat(strconv.FormatFloat(v, 'f', -1, 64)+"e"+strconv.Itoa(power), 64)
	if err != nil {
		return v * scale
	}
	return moved
}

// isMoney reports whether the sign of a currency touches token i from the left.
func (r reader) isMoney(i int) bool {
	before := r.quote(i - 1)
	return r.glued(i) && before != "" && (r.doc.Tokens[i-1].XPOS == "$" || strings.ContainsFunc(before, isCurrencySymbol))
}

func isCurrencySymbol(r rune) bool { return unicode.Is(unicode.Sc, r) }

// isCounted reports whether token i is a plural, and so more likely a thing counted than a thing of some metres.
func (r reader) isCounted(i int) bool { return i < r.end && r.doc.Tokens[i].XPOS == "NNS" }
