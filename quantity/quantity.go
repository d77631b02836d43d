// Package quantity finds the figures of a document: how many of what, between which bounds, over which time.
//
//	nearly 3,000 calls in the past week, including about 700 alarm calls
//
// A figure is found by its number (package number), and grows outwards: the unit or currency beside it, the hedge
// before or after it. What it counts, over which time, and of which other figure it is a part is read off the
// dependency tree. Numbers that are no figures are told apart: times, ranks, names (Resolution 1973, F-16), addresses,
// scores, "one" the pronoun.
//
// Bounds are what the text commits itself to: "more than 800" has no upper bound, "up to 40" no lower one, "about 40"
// and "nearly 40" say 40 and their hedge. A vague number has its order of magnitude as lower bound, and no upper one.
package quantity

import (
	"math"
	"strings"

	"rashomon"
	"rashomon/number"
)

// Find returns the quantities of a document in the order of the text. It reads the tokens with their tags and trees,
// and the times, where there are any.
func Find(doc *rashomon.Document) []rashomon.Quantity {
	f := &finder{doc: doc, tree: doc.Tree(), timexes: timexOfTokens(doc)}
	f.findNames()
	for _, sentence := range doc.Sentences {
		f.sentence, f.floor = sentence.Span, sentence.Span.Start
		for i := sentence.Span.Start; i < sentence.Span.End; {
			i = f.read(i)
		}
	}
	f.findParts()
	f.findPeriods()
	return f.quantities()
}

// A finder reads one document.
type finder struct {
	doc      *rashomon.Document
	tree     *rashomon.Tree
	timexes  []int           // of each token: the time expression that holds it, or None; nil where there are none
	sentence rashomon.Span   // being read
	floor    int             // the end of the last figure: no other begins before it
	names    map[string]bool // numbers that are names in the document
	figures  []figure
}

// A figure is a quantity while it is read.
type figure struct {
	rashomon.Quantity
	number    rashomon.Span // without qualifier, unit, currency
	low, high float64       // -Inf and +Inf for no bound
	vague     bool
	head      int // token: the noun that is counted or, without one, the figure's own head
}

func timexOfTokens(doc *rashomon.Document) []int {
	if len(doc.Timexes) == 0 {
		return nil
	}
	of := make([]int, len(doc.Tokens))
	for i := range of {
		of[i] = rashomon.None
	}
	for t, timex := range doc.Timexes {
		for i := timex.Span.Start; i < timex.Span.End; i++ {
			of[i] = t
		}
	}
	return of
}

// read reads the figure that begins at token i, if there is one, and returns where to go on.
func (f *finder) read(i int) int {
	n, ok := f.numberAt(i)
	var fig figure
	if ok {
		fig, ok = f.figure(n)
		i = n.Span.End
	} else {
		fig, ok = f.ratioWord(i)
		i++
	}
	if !ok {
		return i
	}
	f.figures = append(f.figures, fig)
	f.floor = fig.Span.End
	return max(i, f.floor)
}

// numberAt returns the number or range at token i. From one figure to another, where something changed, is no range.
func (f *finder) numberAt(i int) (number.Number, bool) {
	n, ok := number.RangeAt(f.doc, i)
	if ok && n.Low < n.High && !n.Vague && f.lower(i-1) == "from" && f.changes(i) {
		return number.At(f.doc, i)
	}
	return n, ok
}

// changes reports whether a verb of change governs token i, or stands a few words before it.
func (f *finder) changes(i int) bool {
	const near = 6
	for at := i - 1; at >= max(f.sentence.Start, i-near); at-- {
		if changes.has(f.lower(at)) || changes.has(f.doc.Tokens[at].Lemma) {
			return true
		}
	}
	return false
}

// figure makes a figure of a number, and reports whether it is one.
func (f *finder) figure(n number.Number) (figure, bool) {
	fig, ok := f.measured(n)
	if !ok {
		return fig, false
	}
	f.join(&fig)
	f.hedge(&fig)
	if fig.Kind == rashomon.QuantityCount && (f.isIdiom(fig) || f.isName(fig) || !f.findCounted(&fig)) {
		return fig, false
	}
	if fig.Kind != rashomon.QuantityCount {
		f.findMeasured(&fig)
	}
	f.findRate(&fig)
	return fig, true
}

// measured finds out what kind of figure a number is by what touches it: an age, a percentage, an amount of money, a
// measure, a ratio; else a count. Times and ranks are none.
func (f *finder) measured(n number.Number) (figure, bool) {
	fig := figure{
		Quantity: rashomon.Quantity{
			Span: n.Span, Kind: rashomon.QuantityCount, Period: rashomon.None, PartOf: rashomon.None, Rule: ruleCount,
		},
		number: n.Span, low: n.Low, high: n.High, vague: n.Vague, head: n.Span.Start,
	}
	if n.Vague {
		fig.Qualifier = strings.ToLower(strings.Join(strings.Fields(f.doc.QuoteSpan(n.Span)), "_"))
		fig.Rule = ruleVague
	} else if n.Low != n.High {
		fig.Rule = ruleRange
	}
	switch n.Kind {
	case number.Ordinal, number.Decade, number.Roman:
		return fig, false
	}
	if f.age(&fig) {
		return fig, true
	}
	if f.inTimex(n.Span) || f.isDuration(&fig) {
		return fig, false
	}
	switch {
	case f.percent(&fig), f.money(&fig), f.measure(&fig), f.times(&fig), f.oneIn(&fig):
	case n.Kind == number.Fraction:
		fig.Kind, fig.Rule = rashomon.QuantityRatio, ruleRatio
	}
	return fig, true
}

// The rules of quantities.
const (
	ruleCount   = "quantity/count"
	ruleVague   = "quantity/vague" // a count of "hundreds", "several"
	ruleRange   = "quantity/range" // a count of "three or four"
	ruleAge     = "quantity/age"
	rulePercent = "quantity/percent"
	ruleMoney   = "quantity/money"
	ruleMeasure = "quantity/measure"
	ruleRatio   = "quantity/ratio" // "half", "twice as many", "doubled"
)

// join joins a figure and the one after "to", a dash or "and" into a range of one unit: "$5m to $10m", "between 5% and
// 10%". Where something changed from one to the other, the first has the unit of the second ("from 48 to 36 percent").
func (f *finder) join(fig *figure) {
	word, before := f.lower(fig.Span.End), f.lower(fig.Span.Start-1)
	changed := word == "to" && before == "from" && f.changes(fig.Span.Start)
	between := word == "and" && before == "between"
	if fig.low != fig.high || !between && word != "to" && word != "or" && word != "-" && word != "–" {
		return
	}
	second, ok := f.nextFigure(fig.Span.End + 1)
	switch {
	case !ok || second.Unit == "" || second.low != second.high:
	case fig.Unit == "" && fig.Kind == rashomon.QuantityCount && changed:
		fig.Kind, fig.Unit, fig.Rule = second.Kind, second.Unit, second.Rule
	case fig.Kind == second.Kind && fig.Unit == second.Unit && fig.low < second.high && !changed:
		fig.Span.End, fig.high = second.Span.End, second.high
	}
}

// nextFigure reads the figure whose number begins at token i or behind the sign of a currency there.
func (f *finder) nextFigure(i int) (figure, bool) {
	if i < f.sentence.End && f.isCurrencySign(i) {
		i++
	}
	if i >= f.sentence.End {
		return figure{}, false
	}
	n, ok := number.At(f.doc, i)
	if !ok {
		return figure{}, false
	}
	return f.measured(n)
}

// quantities gives the figures as they are stored.
func (f *finder) quantities() []rashomon.Quantity {
	var found []rashomon.Quantity
	for _, fig := range f.figures {
		q := fig.Quantity
		if !math.IsInf(fig.low, -1) {
			q.Low = &fig.low
		}
		if !math.IsInf(fig.high, 1) {
			q.High = &fig.high
		}
		found = append(found, q)
	}
	return found
}
