package quantity

import (
	"strings"
	"unicode"

	"rashomon"
)

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

// isCurrencySign reports whether token i is the sign of a currency, its code in capitals, or short for its name before
// figures (Rs. 500).
func (f *finder) isCurrencySign(i int) bool {
	text := f.quote(i)
	if !currencies.has(strings.ToLower(text)) {
		return false
	}
	return strings.ContainsFunc(text, isCurrencySymbol) || text == strings.ToUpper(text) && len(text) == 3 ||
		f.isCapitalised(i) && f.isDigits(i+1) && len(text) < 4
}

func isCurrencySymbol(r rune) bool { return unicode.Is(unicode.Sc, r) }

// isCurrencyName reports whether what was found after a figure is meant as a currency: a sign or a noun, and a code
// only in capitals.
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
