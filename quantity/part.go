package quantity

import "rashomon"

// findParts finds the figures that are a part of another: "including about 700", "of whom 12 were women", "12 of them
// women", "14 of their 20 tanks", "and 5 children" after one of these.
func (f *finder) findParts() {
	for q := range f.figures {
		sentence := f.doc.SentenceOf(f.figures[q].Span.Start)
		f.sentence = f.doc.Sentences[sentence].Span
		f.floor = f.sentence.Start
		f.figures[q].PartOf = f.whole(q)
	}
}

// whole returns the figure that figure q is a part of, or None.
func (f *finder) whole(q int) int {
	fig := &f.figures[q]
	if fig.Kind == rashomon.QuantityAge || q > 0 && f.figures[q-1].PartOf == q { // "6 of 80 of 8": a whole is no part
		return rashomon.None
	}
	if next := q + 1; next < len(f.figures) && f.isOutOf(fig, &f.figures[next]) {
		return next
	}
	if q == 0 || f.figures[q-1].Span.End <= f.sentence.Start {
		return rashomon.None
	}
	start := f.beforeArticle(fig.Span.Start)
	_, behind := f.starting(ofThems, fig.Span.End)
	if _, ok := f.ending(includings, start); ok || behind {
		return f.nearestWhole(q)
	}
	if f.isOfAhead(q-1, start) {
		return q - 1
	}
	previous := &f.figures[q-1]
	if previous.PartOf != rashomon.None && previous.PartOf < q-1 && f.isListed(previous, fig) {
		return previous.PartOf
	}
	return rashomon.None
}

// beforeArticle steps over an article before a figure.
func (f *finder) beforeArticle(i int) int {
	if f.tagged(i-1, "DET") {
		return i - 1
	}
	return i
}

// isOfAhead reports whether figure w is the whole that a sentence names first: "of the 240 passengers, 31 were
// children". The part begins at token start.
func (f *finder) isOfAhead(w, start int) bool {
	whole := &f.figures[w]
	i := f.beforeArticle(whole.Span.Start) - 1
	opens := i == f.sentence.Start || f.tagged(i-1, "PUNCT", "CCONJ")
	return whole.Kind == rashomon.QuantityCount && whole.PartOf == rashomon.None && opens &&
		(f.lower(i) == "of" || f.lower(i) == "among") && f.quote(start-1) == "," && start-1-whole.Span.End <= longestPhrase
}

// isOutOf reports whether a figure is so many of the next one: "3 of the 20", "14 out of 20".
func (f *finder) isOutOf(part, whole *figure) bool {
	i := part.Span.End
	if f.lower(i) == "out" {
		i++
	}
	if f.lower(i) != "of" || whole.Kind != rashomon.QuantityCount {
		return false
	}
	for i++; f.tagged(i, "DET", "PRON"); i++ {
	}
	return i == whole.Span.Start
}

// nearestWhole returns the last figure before q of the same sentence that is of its kind, or of any for a share, and is
// no part itself.
func (f *finder) nearestWhole(q int) int {
	const most = 16 // figures in between
	for w := q - 1; w >= max(0, q-most) && f.figures[w].Span.Start >= f.sentence.Start; w-- {
		whole, part := &f.figures[w], &f.figures[q]
		share := part.Kind == rashomon.QuantityRatio || part.Kind == rashomon.QuantityPercent
		fits := share && whole.Kind == rashomon.QuantityCount ||
			whole.Kind == part.Kind && whole.Unit == part.Unit && whole.low >= part.low
		if fits && whole.PartOf == rashomon.None {
			return w
		}
	}
	return rashomon.None
}

// isListed reports whether a figure goes on with the list of another: the tree joins what they count.
func (f *finder) isListed(first, second *figure) bool {
	return f.tree.Is(second.head, "conj") && f.tree.Head(second.head) >= first.Span.Start &&
		f.tree.Head(second.head) <= max(first.head, first.Counted.End)
}

// inherit gives a part the time of its whole, where it has none of its own.
func (f *finder) inherit(q int) {
	fig := &f.figures[q]
	if fig.PartOf == rashomon.None {
		return
	}
	whole := f.figures[fig.PartOf]
	if fig.Period == rashomon.None && fig.Per == "" && (whole.Period != rashomon.None || whole.Per != "") {
		fig.Period, fig.Per = whole.Period, whole.Per
		fig.Cumulative = fig.Cumulative || whole.Cumulative
	}
}
