package figure

import "strconv"

// A unit is what figures of another one are compared in, and how many of it one of them is.
type unit struct {
	symbol string
	factor float64
}

func (l *lexicon) addUnit(columns []string) error {
	factor, err := strconv.ParseFloat(columns[2], 64)
	l.units[columns[0]] = unit{columns[1], factor}
	return err
}

// inUnit turns a measure into the unit that it is compared in, and one that stands behind "within" into a bound.
func (r *reader) inUnit(a *answer) {
	if to, known := known().units[a.unit]; known {
		a.unit, a.bounds = to.symbol, a.bounds.times(to.factor)
	}
	if words := r.before(&r.d.Quantities[a.quantity]); a.unit != "" && len(words) > 0 &&
		words[len(words)-1] == "within" {
		a.bounds.low = negativeInfinity
	}
}

// agreesMeasure reports whether two measures, of which one at most is a bound, say the same of the same things within a
// third: the lake stood "within half a metre" and "40 centimetres" below the crest at the same hour.
func (a *answer) agreesMeasure(b *answer) bool {
	if a.unit == "" || a.unit != b.unit || a.rate != b.rate || a.disjoint(b.bounds) || a.isBound() == b.isBound() {
		return false
	}
	more, less := max(a.value(), b.value()), min(a.value(), b.value())
	return less > 0 && more/less < alikeMeasures && commonTerms(a, b) >= sharedTerms
}

// alikeMeasures is how many times a bound may be the measure that it is a bound of and still tell the same.
const alikeMeasures = 1.34

// isBound reports whether a figure tells no more than that there are more, or fewer.
func (a *answer) isBound() bool { return finite(a.low) == nil || finite(a.high) == nil }
