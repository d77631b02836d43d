package figure

import (
	"math"
	"strconv"
	"strings"

	"rashomon/digest"
)

// bounds are what a figure commits its holder to.
type bounds struct {
	low, high float64 // infinite where not bounded
	slack     float64 // share by which it may be meant to be more or less: "about", "nearly", a round number
}

var negativeInfinity = math.Inf(-1)

// slackOfHedges is the share by which a hedged figure may be meant to be more or less, chosen by hand: about what
// speakers grant "about" and "nearly". On round numbers as approximations see J. Channell, Vague Language, 1994.
const slackOfHedges = 0.15

func boundsOf(q *digest.Quantity) bounds {
	b := bounds{math.Inf(-1), math.Inf(1), 0}
	if q.Low != nil {
		b.low, b.slack = *q.Low, roundness(*q.Low)
	}
	if q.High != nil {
		b.high, b.slack = *q.High, roundness(*q.High)
	}
	if isVague(q) {
		b.high = *q.Low * reachOfVague
	}
	if q.Qualifier == "about" || q.Qualifier == "nearly" {
		b.slack = slackOfHedges
	}
	return b
}

// isVague reports whether a figure gives an order of magnitude: "hundreds", "a handful".
func isVague(q *digest.Quantity) bool {
	return q.Low != nil && q.High == nil && q.Qualifier != "" && q.Qualifier != "over" && q.Qualifier != "at_least"
}

// reachOfVague is how many times the least of a vague number it may be meant to be at most: whoever says "hundreds" does not
// mean twenty thousand. Chosen by hand, wide: most hearers take them for far less (J. Channell, Vague Language, 1994).
const reachOfVague = 20

// roundness returns the share by which a round number may be meant to be more or less: half of the unit that its last
// digit other than zero stands in. Numbers below a hundred are meant as they stand, and at most a tenth is allowed.
func roundness(x float64) float64 {
	if x < 100 || x != math.Trunc(x) {
		return 0
	}
	unit := 1.0
	for math.Mod(x, unit*10) == 0 {
		unit *= 10
	}
	if unit == 1 {
		return 0
	}
	return min(unit/2/x, 0.1)
}

// times returns the bounds of so many times the figure.
func (b bounds) times(n float64) bounds { return bounds{b.low * n, b.high * n, b.slack} }

// least and most return the bounds as widely as they may be meant.
func (b bounds) least() float64 { return b.low * (1 - b.slack) }
func (b bounds) most() float64  { return b.high * (1 + b.slack) }

// below reports whether all of the bounds lies below all of others.
func (b bounds) below(other bounds) bool { return b.most() < other.least() }

func (b bounds) disjoint(other bounds) bool { return b.below(other) || other.below(b) }

// gap returns how many times the lower of two disjoint figures the higher one is; no number is infinitely many times
// nothing.
func (b bounds) gap(other bounds) float64 {
	if other.below(b) {
		b, other = other, b
	}
	if b.high <= 0 {
		return math.Inf(1)
	}
	return other.low / b.high
}

// same reports whether two figures give the same number, however they hedge it.
func (b bounds) same(other bounds) bool { return b.value() == other.value() && !b.disjoint(other) }

// value returns the number that a figure names.
func (b bounds) value() float64 {
	if math.IsInf(b.low, 0) {
		return b.high
	}
	return b.low
}

// finite returns a bound, or nil where there is none.
func finite(x float64) *float64 {
	if math.IsInf(x, 0) {
		return nil
	}
	return &x
}

// print returns a number for people: "1,214", "9.4 million".
func print(x float64) string {
	if x >= 1e6 {
		return strconv.FormatFloat(math.Round(x/1e4)/100, 'f', -1, 64) + " million"
	}
	if x < 10 {
		return strconv.FormatFloat(math.Round(x*10)/10, 'f', -1, 64)
	}
	digits := strconv.FormatFloat(math.Round(x), 'f', -1, 64)
	var out strings.Builder
	for i, digit := range digits {
		if i > 0 && (len(digits)-i)%3 == 0 {
			out.WriteByte(',')
		}
		out.WriteRune(digit)
	}
	return out.String()
}
