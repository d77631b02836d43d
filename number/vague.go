package number

// plural reads "hundreds", "tens of thousands", "hundreds and hundreds".
func (r reader) plural(i int) (reading, bool) {
	n := vague(i, i+1, r.word(i).value)
	if r.word(i).class == "loose" && (r.isPoints(i+2) || r.word(i+1).class != "of" && !r.tagged(i+1, "AUX", "VERB")) {
		return n, false
	}
	n, _ = r.chain(n)
	again := r.word(n.Span.End+1) == r.word(n.Span.End-1)
	if class := r.word(n.Span.End).class; again && (class == "and" || class == "upon") {
		n.Span.End += 2
	}
	return n, true
}

// chained reports whether token i begins "tens of thousands".
func (r reader) chained(i int) bool {
	_, ok := r.chain(vague(i, i+1, 1))
	return r.word(i).class == "plural" && ok
}

// chain multiplies a vague count by the larger ones after "of".
func (r reader) chain(n reading) (reading, bool) {
	start := n.Span.End
	for r.word(n.Span.End).class == "of" && n.Span.End-start < 2*mostScales {
		word := r.word(n.Span.End + 1)
		if word.class != "plural" || word.value < 100 {
			break
		}
		n.Low *= word.value
		n.Span.End += 2
	}
	return n, n.Span.End > start
}

// many reads "many thousands", "untold millions", "many hundred".
func (r reader) many(i int) (reading, bool) { return r.magnitude(vague(i, i+1, r.word(i).value)) }

// several reads "several", "a few", "a couple of", alone or times a scale: "several hundred", "a few tens of
// thousands". The word itself stands at token i.
func (r reader) several(start, i int) (reading, bool) {
	n := vague(start, i+1, r.word(i).value)
	if r.word(i+1).class == "of" {
		of := n
		of.Span.End++
		if of, ok := r.magnitude(of); ok {
			return of, true
		}
		return n, true
	}
	if scaled, ok := r.magnitude(n); ok {
		return scaled, true
	}
	return n, r.word(i).class != "pair"
}

// magnitude multiplies a vague number by what follows it: hundred thousand, dozens, tens of thousands.
func (r reader) magnitude(n reading) (reading, bool) {
	start := n.Span.End
	if word := r.word(start); word.class == "plural" || word.class == "loose" {
		n.Low *= word.value
		n.Span.End++
		n, _ = r.chain(n)
		return n, true
	}
	if r.word(start).class == "hundred" {
		n.Low *= r.word(start).value
		n.Span.End++
	}
	n = r.scales(n)
	n.Low *= n.scale
	return n, n.Span.End > start
}
