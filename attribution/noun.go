package attribution

import "rashomon"

// addNoun adds the statement that a noun makes: "the claim that ...", "her promise to ...", "fears of ...", "the hope is
// that ...", "the ministry issued a warning about ...".
func (r *reading) addNoun(i int) {
	if r.doc.Tokens[i].UPOS != "NOUN" || r.tree.Is(i, "compound") || r.isCue(i) {
		return
	}
	lines := nounLines(r.lemma(i))
	if len(lines) == 0 {
		return
	}
	c, line, found := choose(lines, r.nounComplements(i))
	if !found {
		return
	}
	d := draft{head: i, speaker: rashomon.None, cue: rashomon.Span{Start: i, End: i + 1}, content: c.content, clausal: c.frame.has(frameClause), entry: line}
	d.speaker, d.cue = r.nounSource(i, c)
	d.cue.End = max(d.cue.End, c.cueEnd)
	d.source = r.sourceSpan(d.speaker, i)
	if d.source.Start <= i && i < d.source.End {
		d.source = rashomon.Span{}
	}
	if r.canHold(d.speaker) {
		r.drafts = append(r.drafts, d)
	}
}

// nounComplements returns what a noun has as its content, the surest construction first.
func (r *reading) nounComplements(i int) []complement {
	var out []complement
	for child := range r.tree.Dependents(i) {
		span := single(r.tree.Span(child))
		switch {
		case child < i:
		case r.tree.Is(child, "acl") && r.isInfinitive(child):
			out = append(out, complement{frame: frameInfinitive, content: span})
		case r.tree.Is(child, "ccomp"), r.tree.Is(child, "acl") && (inClass("conjunction of a content", r.marker(child)) || r.isThatClause(child)):
			out = append(out, complement{frame: frameClause, content: span})
		case r.tree.Is(child, "nmod"), r.tree.Is(child, "acl"):
			out = append(out, r.prepositionComplement(child, i))
		}
	}
	if verb, _ := r.lightVerb(i); verb != rashomon.None { // "gave orders to burn"
		if order := r.order(verb); order != rashomon.None && r.tree.Span(order).Start == i+1 {
			out = append(out, complement{frame: frameInfinitive, content: single(r.tree.Span(order))})
		}
	}
	if head := r.tree.Head(i); head != rashomon.None && r.tree.Is(i, "nsubj") {
		if r.tree.Dependent(head, "cop") != rashomon.None {
			out = append(out, complement{frame: frameCopula, content: single(r.predicate(head))})
		} else if clause := r.tree.Dependent(head, "ccomp"); clause != rashomon.None && r.lemma(head) == "be" {
			out = append(out, complement{frame: frameCopula, content: single(r.tree.Span(clause))})
		}
	}
	return out
}

// isThatClause reports whether a clause of "that" behind a noun is no relative clause, though the tree has it as one: it has a
// subject and an object besides.
func (r *reading) isThatClause(clause int) bool {
	subject, first := r.tree.Dependent(clause, "nsubj"), r.tree.Span(clause).Start
	if r.words[first] != "that" || subject == rashomon.None || subject == first {
		return false
	}
	for child := range r.tree.Dependents(clause) {
		if child != first && (r.tree.Is(child, "obj") || r.tree.Is(child, "ccomp") || r.tree.Is(child, "cop")) {
			return true
		}
	}
	return false
}

// prepositionComplement returns the phrase behind a noun with its preposition, which belongs to the cue.
func (r *reading) prepositionComplement(phrase, noun int) complement {
	marker := r.tree.Dependent(phrase, "case", "mark")
	if marker == rashomon.None {
		return complement{}
	}
	c := complement{frame: prepositionFrame(r.words[marker]), content: single(r.tree.Span(phrase)).without(rashomon.Span{Start: marker, End: marker + 1})}
	if marker == noun+1 {
		c.cueEnd = marker + 1
	}
	return c
}

// predicate returns a clause that stands behind a copula, without the subject; nothing where it is no clause.
func (r *reading) predicate(head int) rashomon.Span {
	copula := r.tree.Dependent(head, "cop")
	span := rashomon.Span{Start: copula + 1, End: r.tree.Span(head).End}
	if copula > head || span.Empty() || !inClass("conjunction of a content", r.words[span.Start]) && r.words[span.Start] != "to" {
		return rashomon.Span{}
	}
	return span
}

// nounSource returns whose a noun's content is, and the cue: the possessor, the body that stands before it ("the government
// line"), somebody behind "by" or "of" or "from", or the subject of a light verb that the noun is the object of.
func (r *reading) nounSource(i int, c complement) (speaker int, cue rashomon.Span) {
	cue = rashomon.Span{Start: i, End: i + 1}
	if possessor := r.tree.Dependent(i, "nmod:poss"); possessor != rashomon.None {
		return possessor, cue
	}
	if body := r.tree.Dependent(i, "compound"); body != rashomon.None && body == i-1 && sourceKind(r.lemma(body)) == rashomon.SourceOffice {
		return body, cue
	}
	if verb, whose := r.lightVerb(i); whose == ownerSubject {
		return r.verbSource(verb), rashomon.Span{Start: r.verbGroup(verb, verb).Start, End: i + 1}
	}
	for child := range r.tree.Dependents(i) {
		switch {
		case child > i && r.tree.Is(child, "nmod") && inClass("preposition of an author", r.marker(child)) && !c.content.holds(child):
			return child, cue
		}
	}
	return rashomon.None, cue
}

// lightVerb returns the light verb that a noun stands with, and whose the noun is.
func (r *reading) lightVerb(i int) (int, owner) {
	verb := r.tree.Head(i)
	if verb == rashomon.None || !r.tree.Is(i, "obj") && !r.tree.Is(i, "obl") || verb > i {
		return rashomon.None, ""
	}
	if r.isPassive(verb) {
		return rashomon.None, ""
	}
	return verb, lightVerb(r.lemma(verb), "")
}
