package attribution

import (
	"slices"

	"rashomon"
)

// A complement is what stands with a word as its content, in one construction.
type complement struct {
	frame   frames
	content spans
	cueEnd  int  // the token behind the cue, when a preposition belongs to it; else 0
	nobody  bool // the grammatical subject is part of the content, so that it is not the source
}

// addVerb adds the statement that a verb makes, if the lexicon has it in one of the constructions it stands in.
func (r *reading) addVerb(i int) {
	if upos := r.doc.Tokens[i].UPOS; upos != "VERB" && upos != "AUX" || r.tree.Is(i, "aux") || r.tree.Is(i, "cop") {
		return
	}
	lines, last := r.verbEntry(i)
	if len(lines) == 0 || !r.isDone(i) {
		return
	}
	d := draft{head: i, speaker: rashomon.None, cue: r.verbGroup(i, last)}
	if line, found := takesQuotation(lines); found {
		if in, found := r.findInsertion(i, d.cue, lines); found {
			d.entry, d.speaker, d.source, d.content, d.clausal = line, in.speaker, in.source, in.content, true
			d.rule += ": insertion"
			r.speakers[i] = in.speaker
			r.drafts = append(r.drafts, d)
			return
		}
	}
	complement, line, found := choose(lines, r.verbComplements(i))
	if !found {
		line, found = takesQuotation(lines) // that a quotation beside it may still fill
		if !found || r.isPassive(i) {
			return
		}
	}
	d.entry, d.content = line, r.fill(complement, d.cue, lines)
	d.content = r.extend(d.content, i)
	d.clausal = complement.frame == 0 || complement.frame.has(frameClause)
	if complement.cueEnd > 0 {
		d.cue.End = max(d.cue.End, complement.cueEnd)
	}
	if !complement.nobody {
		d.speaker = r.verbSource(i)
		d.source = r.sourceSpan(d.speaker, i)
	} else if agent := r.agent(i); agent != rashomon.None {
		d.speaker, d.source = agent, r.sourceSpan(agent, i)
	}
	r.drafts = append(r.drafts, d)
}

// isDone reports whether a verb tells of something done: it is no command, no action that is a subject or object by itself,
// and no purpose without a subject.
func (r *reading) isDone(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "VB":
		if r.isInfinitive(i) || r.tree.Is(i, "xcomp") {
			return r.subject(i) != rashomon.None
		}
		return r.tree.Dependent(i, "aux", "nsubj", "nsubj:pass") != rashomon.None || r.tree.Is(i, "conj")
	case "VBG":
		return !r.tree.Is(i, "csubj") && !r.tree.Is(i, "obj") && !r.tree.Is(i, "amod") && !r.tree.Is(i, "compound")
	}
	return true
}

// choose returns the first complement that one of the lines has as a frame, and that line.
func choose(lines []entry, complements []complement) (complement, entry, bool) {
	for _, c := range complements {
		for _, line := range lines {
			if line.frames&c.frame != 0 && (!line.frames.has(frameAddressee) || c.frame != frameObject) {
				line.rule += ": " + (line.frames & c.frame).String()
				return c, line, true
			}
		}
	}
	return complement{}, entry{}, false
}

func takesQuotation(lines []entry) (entry, bool) {
	for _, line := range lines {
		if line.frames&(frameClause|frameQuote) != 0 {
			return line, true
		}
	}
	return entry{}, false
}

// verbEntry returns the lines of a verb with what belongs to it, a particle or the rest of an idiom, and the last token of
// that.
func (r *reading) verbEntry(i int) ([]entry, int) {
	lemma := r.lemma(i)
	for child := range r.tree.Dependents(i) {
		if child > i && child <= i+3 {
			if lines := verbLines(lemma, r.words[child]); lines != nil {
				return lines, child
			}
		}
	}
	if i+1 < len(r.words) {
		if lines := verbLines(lemma, r.words[i+1]); lines != nil {
			return lines, i + 1
		}
	}
	return verbLines(lemma, ""), i
}

// verbGroup returns a verb with its auxiliaries, its negation and the adverbs next to it, up to its last token.
func (r *reading) verbGroup(i, last int) rashomon.Span {
	span := rashomon.Span{Start: i, End: i + 1}
	if last <= i+2 {
		span.End = last + 1
	}
	for j := i - 1; j >= 0 && r.tree.Head(j) == i && r.isOfVerbGroup(j); j-- {
		span.Start = j
	}
	if head := r.tree.Head(i); r.tree.Is(i, "xcomp") && head >= span.Start-3 && head < span.Start && inClass("aspect", r.lemma(head)) {
		span.Start = r.verbGroup(head, head).Start
	}
	return r.withOccasion(span, i)
}

// isOfVerbGroup reports whether a token before a verb belongs to its group.
func (r *reading) isOfVerbGroup(j int) bool {
	switch {
	case r.tree.Is(j, "aux"), r.tree.Is(j, "cop"):
		return true
	case r.tree.Is(j, "mark"):
		return r.words[j] == "to"
	}
	return r.tree.Is(j, "advmod") && r.doc.Tokens[j].XPOS != "WRB" && r.tree.Span(j).Len() == 1 && len(adverbsAt(r.words[j])) == 0
}

// withOccasion adds the occasion on which something was said, where it stands right behind: "said in a statement".
func (r *reading) withOccasion(span rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		phrase := r.tree.Span(child)
		if phrase.Start == span.End && r.tree.Is(child, "obl") && inClass("occasion", r.lemma(child)) {
			return rashomon.Span{Start: span.Start, End: child + 1}
		}
	}
	return span
}

// verbComplements returns what a verb has as its content, the surest construction first.
func (r *reading) verbComplements(i int) []complement {
	if r.isPassive(i) {
		return r.passiveComplements(i)
	}
	out := r.clauses(i)
	object := r.object(i)
	if told := r.toldThat(i, object); told != nil {
		out = append(out, *told)
	}
	if object == rashomon.None {
		if gap := r.antecedent(i); gap != rashomon.None {
			out = append(out, r.objectComplements(i, r.antecedentSpan(gap, i))...)
		}
	} else {
		out = append(out, r.objectComplements(i, r.tree.Span(object))...)
	}
	out = append(out, r.prepositional(i)...)
	return append(out, r.surrounding(i)...)
}

// clauses returns the clauses below a verb, or a noun or adjective, that can be its content.
func (r *reading) clauses(i int) []complement {
	var out []complement
	hasObject := r.object(i) != rashomon.None
	for child := range r.tree.Dependents(i) {
		span := single(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "ccomp") && r.isInfinitive(child) || r.tree.Is(child, "xcomp") && !hasObject && r.isInfinitive(child):
			if r.tree.Dependent(child, "nsubj") != rashomon.None {
				out = append(out, complement{frame: frameOrder, content: span})
			} else {
				out = append(out, complement{frame: frameInfinitive, content: span})
			}
		case r.tree.Is(child, "ccomp") && r.isGerund(child), r.tree.Is(child, "xcomp") && !hasObject && r.isGerund(child):
			out = append(out, complement{frame: frameGerund, content: span})
		case r.tree.Is(child, "ccomp"):
			out = append(out, complement{frame: frameClause, content: span})
		case r.tree.Is(child, "xcomp") && !hasObject:
			out = append(out, complement{frame: frameSeeming, content: r.subjectOf(i).with(r.tree.Span(child)), nobody: true},
				complement{frame: framePredicate, content: span})
		case r.tree.Is(child, "parataxis") && child > i && r.isClause(child):
			out = append(out, complement{frame: frameClause, content: span})
		}
	}
	return slices.Concat(r.seeming(i), out)
}

// seeming returns what something seems to be: the subject and the clause.
func (r *reading) seeming(i int) []complement {
	clause := r.tree.Dependent(i, "xcomp")
	if clause == rashomon.None {
		return nil
	}
	return []complement{{frame: frameSeeming, content: r.subjectOf(i).with(r.tree.Span(clause)), nobody: true}}
}

// toldThat returns a clause of "that" or "whether" that the tree hangs on the object of a verb of telling: "told reporters
// that ...".
func (r *reading) toldThat(i, object int) *complement {
	if object == rashomon.None || !r.isPlainAddressee(i) {
		return nil
	}
	for j := object + 1; j < r.tree.Span(object).End; j++ {
		if clauseMarkers[r.words[j]] && r.tree.Head(j) > j {
			return &complement{frame: frameClause, content: single(rashomon.Span{Start: j, End: r.tree.Span(r.tree.Head(j)).End})}
		}
		if upos := r.doc.Tokens[j].UPOS; upos == "VERB" || upos == "AUX" {
			return nil
		}
	}
	return nil
}

// objectComplements returns what a verb says with an object: the object, it and a predicate, it and a clause, it and a
// phrase.
func (r *reading) objectComplements(i int, object rashomon.Span) []complement {
	var out []complement
	for child := range r.tree.Dependents(i) {
		content := single(object).with(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "xcomp") && r.isInfinitive(child):
			if child > i && r.isPlainAddressee(i) {
				content = single(r.tree.Span(child))
			}
			out = append(out, complement{frame: frameOrder | frameInfinitive, content: content})
		case r.tree.Is(child, "xcomp") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: content})
		case r.tree.Is(child, "xcomp"):
			out = append(out, complement{frame: framePredicate, content: content})
		case r.tree.Is(child, "obl") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: content})
		case r.tree.Is(child, "obl"), r.tree.Is(child, "advcl"):
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: content})
		}
	}
	for i := object.Start; i < object.End; i++ {
		if r.tree.Is(i, "nmod") || r.tree.Is(i, "acl") {
			out = append(out, complement{frame: objectFrame(r.marker(i)), content: single(object)})
		}
	}
	out = append(out, complement{frame: framePredicate, content: single(r.withPredicate(object, i))})
	return append(out, complement{frame: frameObject, content: single(r.withClause(object, i))})
}

// withPredicate adds to an object all right behind it that hangs on the verb, up to a comma, a joined clause or a time: what
// it is called, whatever the tree takes that for.
func (r *reading) withPredicate(object rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		span := r.tree.Span(child)
		if span.Start != object.End || child < verb {
			continue
		}
		if r.tree.Is(child, "obj") || r.tree.Is(child, "obl") || r.tree.Is(child, "xcomp") || r.tree.Is(child, "advmod") && !r.timed[child] {
			object.End = span.End
		}
	}
	return object
}

// withClause adds to an object the clause right behind it that the tree has on the verb, where the verb takes none: "her plan
// to end the war", "the leader losing ground".
func (r *reading) withClause(object rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		if r.tree.Is(child, "xcomp") && r.tree.Span(child).Start == object.End {
			object.End = r.tree.Span(child).End
		}
	}
	return object
}

// isPlainAddressee reports whether the object of a verb with a to-clause is somebody who is told, named without more.
func (r *reading) isPlainAddressee(i int) bool {
	return slices.ContainsFunc(verbLines(r.lemma(i), ""), func(e entry) bool { return e.frames.has(frameAddressee) })
}

// prepositional returns the phrases that stand behind a verb with a preposition, which then belongs to the cue.
func (r *reading) prepositional(i int) []complement {
	var out []complement
	for child := range r.tree.Dependents(i) {
		if child < i || !r.tree.Is(child, "obl") && !r.tree.Is(child, "advcl") {
			continue
		}
		marker := r.tree.Dependent(child, "case", "mark")
		if marker == rashomon.None {
			continue
		}
		out = append(out, r.prepositionalOrder(i, child, marker)...)
		c := complement{frame: prepositionFrame(r.words[marker]), content: single(r.tree.Span(child)).without(rashomon.Span{Start: marker, End: marker + 1})}
		if marker <= i+2 {
			c.cueEnd = marker + 1
		}
		out = append(out, c)
	}
	return out
}

// prepositionalOrder returns somebody behind a preposition with what they shall do: "called on the army to withdraw".
func (r *reading) prepositionalOrder(i, object, marker int) []complement {
	for child := range r.tree.Dependents(i) {
		if child > object && (r.tree.Is(child, "advcl") || r.tree.Is(child, "xcomp")) && r.isInfinitive(child) {
			content := single(r.tree.Span(object)).with(r.tree.Span(child)).without(rashomon.Span{Start: marker, End: marker + 1})
			return []complement{{frame: frameOrder, content: content}}
		}
	}
	return nil
}

// passiveComplements returns what is said of the subject of a passive, and what somebody is told.
func (r *reading) passiveComplements(i int) []complement {
	subject := r.passiveSubject(i)
	var out []complement
	for child := range r.tree.Dependents(i) {
		clause := single(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "ccomp"), r.tree.Is(child, "csubj"):
			out = append(out, complement{frame: frameClause, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp") && r.isPlainAddressee(i):
			out = append(out, complement{frame: frameOrder, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp"):
			out = append(out, complement{
				frame:   frameOrder | frameInfinitive | framePredicate | frameClause | frameAs,
				content: clause.with(subject), nobody: true,
			})
		case r.tree.Is(child, "obl") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: clause.with(subject), nobody: true})
		case r.tree.Is(child, "obl") && r.marker(child) != "by", r.tree.Is(child, "advcl"):
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: clause.with(subject), nobody: true})
		}
	}
	if !subject.Empty() {
		out = append(out, complement{frame: frameObject, content: single(subject), nobody: true})
	}
	for _, c := range r.prepositional(i) {
		c.nobody = true
		out = append(out, c)
	}
	return out
}

// surrounding returns the clause that a verb stands in as an insertion: "the bridge, he said, was open"; "as he put it".
func (r *reading) surrounding(i int) []complement {
	head := r.tree.Head(i)
	isInsertion := r.tree.Is(i, "parataxis") || r.tree.Is(i, "advcl") && r.marker(i) == "as"
	isBehind := head < i && (r.tree.Is(i, "ccomp") || r.tree.Is(i, "conj") || r.tree.Is(i, "dep")) && r.beginsAfterMark(i)
	if head == rashomon.None || !isInsertion && !isBehind || r.isTooLong(i) {
		return nil
	}
	content := single(r.tree.Span(head)).without(r.tree.Span(i))
	return []complement{{frame: frameClause, content: content}}
}

// beginsAfterMark reports whether a clause begins right after a comma or a quotation mark.
func (r *reading) beginsAfterMark(i int) bool {
	start := r.tree.Span(i).Start
	if start > 0 && r.doc.Tokens[start].UPOS == "PUNCT" {
		return true
	}
	return start > 0 && r.doc.Tokens[start-1].UPOS == "PUNCT"
}

// longestInsertion is how many tokens an inserted clause with a cue may have: "told reporters at a news conference in the
// capital on Monday after the talks had ended without an agreement" and an apposition to the speaker.
const longestInsertion = 40

func (r *reading) isTooLong(i int) bool { return r.tree.Span(i).Len() > longestInsertion }
