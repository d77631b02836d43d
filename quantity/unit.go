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

// isAged reports whether a word like "aged" stands before a figure that does not count the noun after it, as one does in
// "turned 20 men away".
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

// isApposition reports whether a whole number stands after somebody's name and a comma, and is closed by another or by the
// end: "Ann Roe, 42, said". One name, or a noun, is enough where the tree says so, else there must be two names.
func (f *finder) isApposition(fig *figure) bool {
	i := fig.number.Start
	next := f.quote(i + 1)
	if fig.number.Len() != 1 || !f.isDigits(i) || strings.ContainsAny(f.quote(i), ",.") || f.quote(i-1) != "," ||
		f.timexOf(i-2) != rashomon.None || !f.isNoun(i-2) || f.isPlural(i-2) || f.isDigits(i+2) {
		return false
	}
	return next == "," && f.tagged(i-2, "PROPN") && f.tagged(i-3, "PROPN") || f.tree.Is(i, "appos") && (next == "," || next == "." || next == "")
}

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

// money reads an amount with the sign or name of its currency before or after it.
func (f *finder) money(fig *figure) bool {
	start, end := fig.Span.Start, fig.Span.End
	if start > f.floor && f.isCurrencySign(start-1) {
		sign, _ := currencies.word(f.lower(start - 1))
		fig.setMoney(sign, start-1, end)
		return true
	}
	i := f.afterOf(fig, end)
	name, ok := f.startingUnit(currencies, i)
	if !ok || !f.isCurrencyName(name, i) || f.isWeight(fig, i) {
		return false
	}
	fig.setMoney(name, start, f.unitEnd(name, i))
	return true
}

func (fig *figure) setMoney(currency phrase, start, end int) {
	fig.Kind, fig.Rule = rashomon.QuantityMoney, ruleMoney
	fig.Span = rashomon.Span{Start: start, End: end}
	if fig.Unit = currency.head[0]; fig.Unit == "-" {
		fig.Unit, fig.Of = "", strings.TrimSuffix(currency.words[0], "s")
	}
}

// isCurrencySign reports whether token i is the sign of a currency, or its code in capitals.
func (f *finder) isCurrencySign(i int) bool {
	text := f.quote(i)
	if !currencies.has(strings.ToLower(text)) {
		return false
	}
	return strings.ContainsAny(text, "$€£¥₹₽₺₴₪₦₩") || len(text) == 3 && text == strings.ToUpper(text) || text == "Rs" || text == "Rs."
}

// isCurrencyName reports whether what was found after a figure is meant as a currency: a sign or a noun, and a code only in
// capitals.
func (f *finder) isCurrencyName(name phrase, i int) bool {
	last := i + len(name.words) - 1
	if f.isCurrencySign(i) && len(name.words) == 1 {
		return !f.isDigits(i + 1)
	}
	isCode := strings.EqualFold(name.head[0], name.words[0])
	return !isCode && (f.doc.Tokens[last].UPOS == "" || f.isNoun(last))
}

// isWeight reports whether what names a currency at token i is the unit of weight: a 500-pound bomb, 20 pounds of rice.
func (f *finder) isWeight(fig *figure, i int) bool {
	if _, both := f.startingUnit(units, i); !both {
		return false
	}
	if f.quote(fig.Span.End) == "-" || f.lower(i+1) == "of" {
		return true
	}
	const near = 6
	for at := max(f.sentence.Start, i-near); at < min(i+near, f.sentence.End); at++ {
		if weighs.has(f.lower(at)) {
			return true
		}
	}
	return false
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

// isUnit sees that no minutes of a bearing follow a degree, and that a symbol of one letter or two is written as a symbol is: "m" is no M, and MB no Mb.
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
