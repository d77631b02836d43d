package quantity

import (
	"rashomon"
	"rashomon/number"
)

// times reads "three times as many" and "20-fold". "Three times" alone counts deeds.
func (f *finder) times(fig *figure) bool {
	end := fig.Span.End
	if f.quote(end) == "-" && f.lower(end+1) == "fold" {
		fig.setRatio(fig.low, end+2)
		return true
	}
	if !times.has(f.lower(end)) || !comparings.has(f.lower(end+1)) {
		return false
	}
	fig.setRatio(fig.low, end+1)
	return true
}

func (fig *figure) setRatio(low float64, end int) {
	if fig.low == fig.high {
		fig.high = low
	}
	fig.low = low
	fig.Kind, fig.Rule, fig.Span.End = rashomon.QuantityRatio, ruleRatio, end
}

// oneIn reads "one in five".
func (f *finder) oneIn(fig *figure) bool {
	end := fig.Span.End
	if fig.low != 1 || fig.high != 1 || f.lower(end) != "in" && f.lower(end) != "in every" || end+1 >= f.sentence.End {
		return false
	}
	whole, ok := number.At(f.doc, end+1)
	if !ok || whole.Kind != number.Cardinal || whole.Vague || whole.Low <= 1 || f.inTimex(whole.Span) ||
		durations.has(f.lower(whole.Span.End)) {
		return false
	}
	fig.setRatio(1/whole.Low, whole.Span.End)
	return true
}

// ratioWord reads a ratio without a number: "twice as many", "nearly double", "doubled", "tenfold".
func (f *finder) ratioWord(i int) (figure, bool) {
	if !f.startsRatio(i) {
		return figure{}, false
	}
	fig := figure{
		Quantity: rashomon.Quantity{Span: rashomon.Span{Start: i, End: i + 1}, Period: rashomon.None, PartOf: rashomon.None},
		number:   rashomon.Span{Start: i, End: i + 1}, head: i,
	}
	value, ok := f.ratioValue(&fig)
	if !ok || f.inTimex(fig.Span) {
		return fig, false
	}
	fig.high = fig.low
	fig.setRatio(value, fig.Span.End)
	fig.high = value
	if fig.Qualifier == "" {
		f.hedge(&fig)
	}
	return fig, true
}

// startsRatio looks at the first letter, so that most words cost no more than that.
func (f *finder) startsRatio(i int) bool {
	text := f.quote(i)
	switch text[0] | 0x20 {
	case 'd', 't', 'q', 'h', 'f', 's', 'e', 'n':
		return text[0] < 0x80 && len(text) >= len("twice")
	}
	return false
}

// ratioValue returns the value of the word or words at the beginning of a figure.
func (f *finder) ratioValue(fig *figure) (float64, bool) {
	i := fig.Span.Start
	word := f.lower(i)
	if fold, ok := f.starting(folds, i); ok {
		fig.Span.End = i + len(fold.words)
		return fold.number(1), true
	}
	if verb, ok := ratioVerbs.word(f.doc.Tokens[i].Lemma); ok && f.tagged(i, "VERB") {
		return verb.number(1), true
	}
	ratio, ok := ratios.word(word)
	if !ok {
		return 0, false
	}
	_, hedged := f.ending(hedgesBefore, i)
	return ratio.number(1), comparings.has(f.lower(i+1)) || hedged
}
