package number

import (
	"math"

	"rashomon"
)

// rangeFrom reads the range that a number begins: two numbers of one sort, the greater one second.
func (r reader) rangeFrom(n reading) reading {
	i := n.Span.End
	class := r.word(i).class
	dash := r.isDash(i) && n.Rule == ruleDigits
	between := class == "and" && r.word(n.Span.Start-1).class == "between"
	if class != "or" && class != "to" && !between && !dash || n.Kind != Cardinal {
		return n
	}
	second, ok := r.number(i + 1)
	if !ok || second.Kind != Cardinal || n.Vague != second.Vague || dash && second.Rule != ruleDigits {
		return n
	}
	if scale := r.shared(n, second, dash); n.Low*scale < second.Low {
		n.Low = multiply(n.Low, scale)
	}
	if n.Low >= second.Low {
		return n
	}
	return reading{Number{
		Span: rashomon.Span{Start: n.Span.Start, End: second.Span.End}, Low: n.Low, High: second.High,
		Kind: Cardinal, Vague: n.Vague, Rule: ruleRange,
	}, second.scale}
}

// isDash reports whether token i is a dash that stands alike on both sides.
func (r reader) isDash(i int) bool {
	switch r.quote(i) {
	case "-", "–", "—", "‑":
		return i+1 < r.end && r.glued(i) == r.glued(i+1)
	}
	return false
}

// shared returns the scale at the end of a range that its beginning goes without: two or three hundred, 5 to 10
// million, 20-30,000.
func (r reader) shared(first, second reading, dash bool) float64 {
	if first.Vague || r.isScale(first.Span.End-1) {
		return 1
	}
	if r.isScale(second.Span.End - 1) {
		scale := 1.0
		for i := second.Span.End - 1; i > second.Span.Start && r.isScale(i); i-- {
			scale *= r.word(i).value
		}
		return scale
	}
	if dash && first.Low < 1000 && math.Mod(second.Low, 1000) == 0 && second.Low < first.Low*1000*10 {
		return 1000
	}
	return 1
}

// isScale reports whether token i multiplies the number before it.
func (r reader) isScale(i int) bool {
	switch r.word(i).class {
	case "hundred", "scale", "dozen", "suffix", "metre":
		return true
	}
	return false
}
