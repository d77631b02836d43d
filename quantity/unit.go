package quantity

import (
	"strings"

	"rashomon"
)

// isDuration reports whether a number is one of hours, days or years, which are times.
func (f *finder) isDuration(fig *figure) bool {
	_, ok := f.startingUnit(durations, f.afterOf(fig, fig.Span.End))
	return ok
}

// percent reads "12 %", "12 per cent", "2 percentage points".
func (f *finder) percent(fig *figure) bool {
	unit, ok := f.startingUnit(percents, fig.Span.End)
	if !ok {
		return false
	}
	fig.Kind, fig.Rule, fig.Unit = rashomon.QuantityPercent, rulePercent, unit.head[1]
	fig.Span.End = f.unitEnd(unit, fig.Span.End)
	return true
}

// measure reads a figure with a unit of measure: 50 miles, 155-mm, half a kilometre, hundreds of tonnes.
func (f *finder) measure(fig *figure) bool {
	i := f.afterOf(fig, fig.Span.End)
	unit, ok := f.startingUnit(units, i)
	if !ok || !f.isUnit(unit, f.unitEnd(unit, i)-len(unit.words)) {
		return false
	}
	fig.Kind, fig.Rule, fig.Unit = rashomon.QuantityMeasure, ruleMeasure, unit.head[0]
	fig.Span.End = f.unitEnd(unit, i)
	return true
}

// isUnit sees that no minutes of a bearing follow a degree, and that a symbol of one letter or two is written as a
// symbol is: "m" is no M, and MB no Mb.
func (f *finder) isUnit(unit phrase, i int) bool {
	last := i + len(unit.words) - 1
	if unit.head[0] == "°" && f.glued(last+1) && (f.isDigits(last+1) || f.isCapitalised(last+1)) {
		return false
	}
	if len(unit.words) > 1 || len(unit.words[0]) > 2 || f.quote(last) == unit.head[0] {
		return f.isDigits(i-1) || len(unit.words[0]) > 1
	}
	text := f.quote(last)
	return len(text) == 2 && (text == strings.ToLower(text) || text == strings.ToUpper(text))
}

// afterOf returns where the unit of a figure stands that is not followed by it at once: hundreds of miles, half a mile.
func (f *finder) afterOf(fig *figure, i int) int {
	if fig.vague && f.lower(i) == "of" {
		return i + 1
	}
	if fig.low < 1 && fig.low > 0 {
		if f.lower(i) == "of" {
			i++
		}
		if word := f.lower(i); word == "a" || word == "an" {
			return i + 1
		}
	}
	return i
}

// startingUnit is starting, and looks behind a hyphen, too.
func (f *finder) startingUnit(l lexicon, i int) (phrase, bool) {
	if p, ok := f.starting(l, i); ok {
		return p, true
	}
	if f.quote(i) == "-" && f.glued(i) && f.glued(i+1) {
		return f.starting(l, i+1)
	}
	return phrase{}, false
}

// unitEnd returns where a phrase that startingUnit found ends.
func (f *finder) unitEnd(p phrase, i int) int {
	if f.quote(i) == "-" && p.words[0] != "-" {
		i++
	}
	return i + len(p.words)
}
