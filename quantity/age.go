package quantity

import (
	"strings"

	"rashomon"
)

// age reads a figure of years lived: "34-year-old", "aged 20", and, after a name and between commas, "42".
func (f *finder) age(fig *figure) bool {
	if old, ok := f.starting(olds, fig.Span.End); ok {
		fig.Span.End += len(old.words)
		fig.Unit = strings.Trim(old.head[1], "-")
	} else if fig.high > oldest || !f.isAged(fig) && !f.isApposition(fig) {
		return false
	}
	fig.Kind, fig.Rule = rashomon.QuantityAge, ruleAge
	return true
}

// oldest is above any age that somebody has reached: 122 years, Jeanne Calment, 1997.
const oldest = 125

// isAged reports whether a word like "aged" stands before a figure that does not count the noun after it, as one does
// in "turned 20 men away".
func (f *finder) isAged(fig *figure) bool {
	_, aged := f.ending(ageds, fig.Span.Start)
	return (aged || f.isNextAge(fig)) && !f.isNoun(fig.Span.End) && !durations.has(f.lower(fig.Span.End))
}

// isNextAge reports whether a figure goes on with ages: the 31 of "aged 23 and 31".
func (f *finder) isNextAge(fig *figure) bool {
	last := len(f.figures) - 1
	word := f.lower(fig.Span.Start - 1)
	return last >= 0 && f.figures[last].Kind == rashomon.QuantityAge && f.figures[last].Span.End == fig.Span.Start-1 &&
		(word == "and" || word == "or" || word == ",")
}

// isApposition reports whether a whole number stands after somebody's name and a comma, and is closed by another or by
// the end: "Ann Roe, 42, said". One name, or a noun, is enough where the tree says so, else there must be two names.
func (f *finder) isApposition(fig *figure) bool {
	i := fig.number.Start
	next := f.quote(i + 1)
	if fig.number.Len() != 1 || !f.isDigits(i) || strings.ContainsAny(f.quote(i), ",.") || f.quote(i-1) != "," ||
		f.timexOf(i-2) != rashomon.None || !f.isNoun(i-2) || f.isPlural(i-2) || f.isDigits(i+2) {
		return false
	}
	if f.tree.Is(i, "appos") {
		return next == "," || next == "." || next == ""
	}
	return next == "," && f.tagged(i-2, "PROPN") && f.tagged(i-3, "PROPN")
}
