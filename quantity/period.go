package quantity

import (
	"strings"

	"rashomon"
)

// findRate finds the time that a figure is counted per, behind it and what it counts: "40 sorties a day", "2 % per
// year", "3 daily flights".
func (f *finder) findRate(fig *figure) {
	start, end := fig.Span.End, max(fig.Span.End, fig.Counted.End)
	for i := start; i < end; i++ {
		if adverb, ok := often.word(f.lower(i)); ok {
			fig.Per = adverb.head[1]
			return
		}
	}
	if f.tagged(end, "VERB") { // 40 men killed a day
		end++
	}
	if adverb, ok := often.word(f.lower(end)); ok {
		fig.Per = adverb.head[1]
	} else if pers.has(f.lower(end)) && !offsets.has(f.lower(end+2)) {
		if unit, ok := rates.word(f.lower(end + 1)); ok {
			fig.Per = unit.head[1]
		}
	}
}

// findPeriods finds the time over which each count counts, and whether it counts all up to a moment.
func (f *finder) findPeriods() {
	for q := range f.figures {
		fig := &f.figures[q]
		f.sentence = f.doc.Sentences[f.doc.SentenceOf(fig.Span.Start)].Span
		f.floor = f.sentence.Start
		if fig.Kind == rashomon.QuantityCount || fig.Kind == rashomon.QuantityMoney {
			f.findPeriod(fig)
			fig.Cumulative = fig.Cumulative || f.isTotal(q)
		}
	}
	for q := range f.figures {
		f.inherit(q)
	}
}

// findPeriod looks for a time expression in the clause of a figure.
func (f *finder) findPeriod(fig *figure) {
	start, end := max(f.sentence.Start, fig.Span.Start-longestClause), min(f.sentence.End, fig.Span.End+longestClause)
	for i := start; i < end; i++ {
		t := f.timexOf(i)
		if t == rashomon.None || i > f.doc.Timexes[t].Span.Start {
			continue
		}
		if f.inClause(fig, f.doc.Timexes[t].Span) && f.setPeriod(fig, t) {
			return
		}
	}
}

// longestClause bounds the tokens on either side of a figure in which its time and its total are looked for.
const longestClause = 60

// setPeriod notes a time expression as the period of a figure, and reports whether it is one that can be counted over.
func (f *finder) setPeriod(fig *figure, t int) bool {
	timex := f.doc.Timexes[t]
	_, since := f.ending(sinces, timex.Span.Start)
	_, within := f.ending(withins, timex.Span.Start)
	switch timex.Type {
	case rashomon.TimexSet:
		if fig.Per == "" && strings.HasPrefix(timex.Value, "P") {
			fig.Per = timex.Value
		} else if fig.Per == "" {
			fig.Per = f.unitOf(timex.Span)
		}
		return false
	case rashomon.TimexDuration:
		if !since && !within && !f.isPast(timex.Span) {
			return false
		}
		if !strings.Contains(timex.Value, "X") {
			fig.Per = timex.Value
		}
	case rashomon.TimexDate, rashomon.TimexTime:
		if strings.HasSuffix(timex.Value, "_REF") {
			return false
		}
		if within && f.isPast(timex.Span) {
			fig.Per = f.unitOf(timex.Span)
		}
		fig.Cumulative = since
	}
	fig.Period = t
	return true
}

// unitOf returns the duration of the unit that ends "the past month" or "every month", or "" for "last July".
func (f *finder) unitOf(span rashomon.Span) string {
	unit, ok := rates.word(f.lower(span.End - 1))
	if !ok {
		return ""
	}
	return unit.head[1]
}

func (f *finder) isPast(span rashomon.Span) bool {
	for i := span.Start; i < span.End; i++ {
		if pasts.has(f.lower(i)) {
			return true
		}
	}
	return false
}

// inClause reports whether a time expression hangs on what a figure counts, or on the verb that this hangs on. One
// after the place of a deed ("at the crossing on Monday") may hang there, and is the deed's all the same.
func (f *finder) inClause(fig *figure, span rashomon.Span) bool {
	_, outer := f.headOf(span)
	_, within := f.ending(withins, span.Start)
	_, since := f.ending(sinces, span.Start)
	for range longestClimb {
		if outer == rashomon.None || f.carries(outer, fig) {
			return outer != rashomon.None
		}
		if !within && !since || !f.isNoun(outer) || !f.isInPassing(outer) {
			return false
		}
		outer = f.tree.Head(outer)
	}
	return false
}

// isInPassing reports whether a time before or behind a noun may be meant for the whole clause: the noun says where or, at
// the beginning, who.
func (f *finder) isInPassing(noun int) bool {
	return f.tree.Is(noun, "obl") || f.tree.Is(noun, "nmod") || f.tree.Is(noun, "nsubj")
}

// carries reports whether what is said of token top is said of what a figure counts.
func (f *finder) carries(top int, fig *figure) bool {
	at := fig.head
	if head := f.tree.Head(at); fig.number.Start <= head && head < fig.number.End {
		at = head // three of the men
	}
	for range longestClimb {
		if at == rashomon.None || at == top {
			return at == top
		}
		if !f.isCarried(at) {
			return false
		}
		at = f.tree.Head(at)
	}
	return false
}

// isCarried reports whether what is said of the head of token i is said of it too: its subjects and objects, and what
// they are joined with.
func (f *finder) isCarried(i int) bool {
	return f.tree.Is(i, "nsubj") || f.tree.Is(i, "obj") || f.tree.Is(i, "conj") || f.tree.Is(i, "nummod") ||
		f.tree.Is(i, "xcomp") || f.tree.Is(i, "appos")
}

// longestClimb bounds the way from a figure up to the verb of its clause.
const longestClimb = 6

// isTotal reports whether the clause of a figure says that it counts all: "in all", "so far", "a total of".
func (f *finder) isTotal(q int) bool {
	fig := f.figures[q]
	start, end := f.sentence.Start, f.sentence.End
	if q > 0 {
		start = max(start, f.figures[q-1].Span.End)
	}
	if q+1 < len(f.figures) {
		end = min(end, f.figures[q+1].Span.Start)
	}
	start, end = max(start, fig.Span.Start-longestClause), min(end, fig.Span.End+longestClause)
	for i := start; i < end; i++ {
		if total, ok := f.starting(cumulatives, i); ok && f.totals(total, i, fig) {
			return true
		}
	}
	return false
}

// totals reports whether a phrase at token i belongs to a figure. One with "of" or "combined" at its end stands right
// before the figure; in "in all five towns" the last word belongs to the towns.
func (f *finder) totals(total phrase, i int, fig figure) bool {
	adjoins := i+len(total.words) == fig.Span.Start
	switch last := total.words[len(total.words)-1]; {
	case last == "of" && total.words[0] != "as", last == "combined":
		return adjoins
	case last == "all" && !f.tagged(i+len(total.words), "PUNCT", "SYM"), f.quote(i+len(total.words)) == "-":
		return false
	}
	for at := min(i, fig.Span.Start); at < max(i, fig.Span.End); at++ {
		if text := f.quote(at); text == ";" || text == ":" || text == "." {
			return false
		}
	}
	return true
}
