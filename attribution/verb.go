package attribution

import (
	"slices"
	"strings"

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
	if len(lines) == 0 || !r.isDone(i) || r.isName(i) || r.isCue(i) {
		return
	}
	if i+2 < len(r.words) && r.isQuotedAs(i+2) {
		return
	}
	d := draft{head: i, speaker: rashomon.None, cue: r.verbGroup(i, last)}
	if r.hasClauseFrame(i) {
		if speaker := r.raise(i, d.cue); speaker != rashomon.None {
			r.speakers[i] = speaker
		}
	}
	if line, found := takesQuotation(lines); found {
		if in, found := r.findInsertion(i, d.cue, lines); found {
			d.entry, d.speaker, d.source, d.content, d.clausal = line, in.speaker, in.source, in.content, true
			d.rule += ": insertion"
			r.speakers[i] = in.speaker
			r.drafts = append(r.drafts, d)
			return
		}
	}
	complements := r.verbComplements(i)
	if r.tree.Is(last, "xcomp") { // "wanted to know"
		complements = slices.Concat(r.clauses(last), complements)
	}
	complement, line, found := choose(lines, complements)
	if found && line.act == rashomon.ActAssert && r.isSubjunctive(i) {
		line.typ, line.act = rashomon.StatementEventuality, rashomon.ActPropose
	}
	if found && r.isNounOrAdjective(i, complement.frame) {
		return
	}
	if !found {
		line, found = takesQuotation(lines) // that a quotation beside it may still fill
		if !found || r.isPassive(i) {
			return
		}
	}
	d.entry, d.content = line, r.fill(complement, d.cue, lines)
	d.content = r.extend(d.content, i)
	d.clausal = complement.frame == 0 || complement.frame.has(frameClause)
	d.verbatim = complement.frame == 0 && r.endsPart(d.cue.End)
	if complement.cueEnd > 0 {
		d.cue.End = max(d.cue.End, complement.cueEnd)
	}
	if !complement.nobody {
		d.speaker = r.verbSource(i)
		d.source = r.sourceSpan(d.speaker, i)
		if d.speaker == rashomon.None {
			d.speaker, d.source = r.phraseBefore(i, d.cue)
		}
	} else if agent := r.agent(i); agent != rashomon.None {
		d.speaker, d.source = agent, r.agentSpan(agent, i, d.content)
		d.content = d.content.without(d.source).without(rashomon.Span{Start: r.tree.Span(agent).Start, End: agent})
	}
	if !d.clausal && !r.canHold(d.speaker) {
		return
	}
	r.drafts = append(r.drafts, d)
}

// canHold reports whether a speaker is one who can want, blame or praise: anybody but a thing that is known neither as a source
// nor as an entity of the document ("pillars support the roof"). Nobody can.
func (r *reading) canHold(speaker int) bool {
	return speaker == rashomon.None || r.doc.Tokens[speaker].UPOS != "NOUN" || r.isSomebody(speaker) || r.mentionAt(speaker) != rashomon.None
}

// isNounOrAdjective reports whether what a verb says is said by the noun beside it or by the participle as an adjective: "voiced
// fears that", "is convinced that".
func (r *reading) isNounOrAdjective(i int, frame frames) bool {
	if r.isPassive(i) && r.agent(i) == rashomon.None {
		if _, _, found := choose(adjectiveLines(r.words[i]), r.adjectiveComplements(i)); found {
			return true
		}
	}
	object := r.object(i)
	if !frame.has(frameObject) || object == rashomon.None || lightVerb(r.lemma(i), "") != ownerSubject ||
		r.tree.Dependent(object, "nmod:poss") != rashomon.None {
		return false
	}
	_, _, found := choose(nounLines(r.lemma(object)), r.nounComplements(object))
	return found
}

// isName reports whether a word that the tagger takes for a verb is part of a name: it begins with a capital in the midst of a
// sentence most of whose words do not.
func (r *reading) isName(i int) bool {
	sentence := r.sentence(i)
	if !r.isCapital(i) || i == sentence.Start || r.doc.Tokens[i-1].UPOS == "PUNCT" {
		return false
	}
	capital, all := 0, 0
	for j := max(sentence.Start+1, i-reach); j < min(sentence.End, i+reach); j++ {
		if upos := r.doc.Tokens[j].UPOS; upos == "NOUN" || upos == "VERB" || upos == "ADJ" || upos == "ADV" {
			all++
			if r.isCapital(j) {
				capital++
			}
		}
	}
	return 2*capital <= all
}

// isSubjunctive reports whether the clause of a verb says what shall be: "suggested that the town surrender".
func (r *reading) isSubjunctive(i int) bool {
	clause := r.tree.Dependent(i, "ccomp")
	return clause != rashomon.None && r.doc.Tokens[clause].XPOS == "VB" && r.marker(clause) == "that" &&
		r.tree.Dependent(clause, "aux", "aux:pass") == rashomon.None
}

// isDone reports whether a verb tells of something done: it is no command, no action that is a subject or object by itself,
// and no purpose without a subject.
func (r *reading) isDone(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "VB":
		if r.isInfinitive(i) || r.tree.Is(i, "xcomp") {
			subject := r.subject(i)
			return subject != rashomon.None && !(r.words[subject] == "that" && r.stand([]string{"is", "to"}, i-2)) // "that is to say"
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
		if line.frames.has(frameQuote) {
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
	rest := ""
	for j := i + 1; j < len(r.words) && j <= i+longestIdiom; j++ {
		rest = strings.TrimSpace(rest + " " + r.words[j])
		if lines := verbLines(lemma, rest); lines != nil {
			return slices.Concat(lines, verbLines(lemma, "")), j
		}
	}
	return verbLines(lemma, ""), i
}

// longestIdiom is how many words may stand behind the verb of an idiom: "want to know", "let it be known".
const longestIdiom = 3

// verbGroup returns a verb with its auxiliaries, its negation and the adverbs next to it, up to its last token.
func (r *reading) verbGroup(i, last int) rashomon.Span {
	span := rashomon.Span{Start: i, End: i + 1}
	if last <= i+2 {
		span.End = last + 1
	}
	for j := i - 1; j >= 0 && r.tree.Head(j) == i && r.isOfVerbGroup(j); j-- {
		span.Start = j
	}
	if head := r.tree.Head(i); r.isQuotedAs(i) {
		return rashomon.Span{Start: r.verbGroup(head, head).Start, End: span.End}
	} else if r.tree.Is(i, "xcomp") && head >= span.Start-3 && head < span.Start && inClass("aspect", r.lemma(head)) {
		span.Start = r.verbGroup(head, head).Start
	}
	return r.withOccasion(span, i)
}

// isQuotedAs reports whether a verb stands behind one that quotes: "was quoted as saying".
func (r *reading) isQuotedAs(i int) bool {
	head := r.tree.Head(i)
	return head >= i-3 && head < i && head != rashomon.None && r.marker(i) == "as" && inClass("quoting", r.lemma(head))
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
	if object == rashomon.None {
		if gap := r.antecedent(i); gap != rashomon.None {
			out = append(out, r.objectComplements(i, gap, r.antecedentSpan(gap, i))...)
		}
	} else {
		out = append(out, r.objectComplements(i, object, r.tree.Span(object))...)
	}
	out = append(out, r.naming(i)...)
	out = append(out, r.prepositional(i)...)
	return slices.DeleteFunc(append(out, r.surrounding(i)...), r.isTime)
}

// isTime reports whether a complement is a time and nothing else: "said last week", "pushed for months".
func (r *reading) isTime(c complement) bool {
	for _, s := range c.content {
		for i := s.Start; i < s.End; i++ {
			if !r.timed[i] && r.doc.Tokens[i].UPOS != "ADP" && r.doc.Tokens[i].UPOS != "PUNCT" {
				return false
			}
		}
	}
	return len(c.content) > 0
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
		case r.tree.Is(child, "parataxis") && child > i && r.isClause(child), r.tree.Is(child, "advcl") && child > i && r.isReported(child):
			out = append(out, complement{frame: frameClause, content: span})
		case r.tree.Is(child, "advcl:relcl") && r.tree.Span(child).Start >= i && r.followsQuestionWord(child, i):
			out = append(out, complement{frame: frameClause, content: single(rashomon.Span{Start: i + 1, End: r.tree.Span(child).End})})
		case r.tree.Is(child, "advcl") && r.tree.Span(child).Start == i+1 && r.isInfinitive(child):
			out = append(out, complement{frame: frameInfinitive, content: span})
		}
	}
	out = append(out, r.hungClauses(i)...)
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

// followsQuestionWord reports whether a clause stands behind a question word that stands right behind a verb: "asked why ...".
func (r *reading) followsQuestionWord(clause, verb int) bool {
	return clause > verb+1 && inClass("complementizer", r.words[verb+1]) && r.tree.Span(clause).Start <= verb+2
}

// hungClauses returns the clauses of "that", "whether" or a question word that the tree hangs on whoever is told, or on the
// time of telling: "told reporters that ...", "said on Monday that ...", "asked the guard where ...".
func (r *reading) hungClauses(i int) []complement {
	var out []complement
	for child := range r.tree.Dependents(i) {
		isTold := (r.tree.Is(child, "obj") || r.tree.Is(child, "iobj")) && r.takesAddressee(i)
		if child < i || !isTold && !r.tree.Is(child, "obl") {
			continue
		}
		for clause := range r.tree.Dependents(child) {
			if clause > child && r.tree.Is(clause, "acl") && (r.isReported(clause) || r.isBare(clause, i)) {
				out = append(out, complement{frame: frameClause, content: single(r.tree.Span(clause))})
			}
		}
	}
	return out
}

// isReported reports whether a clause begins with a word that makes it a content: a conjunction that is not its subject or
// object, as a relative pronoun would be, or a question word.
func (r *reading) isReported(clause int) bool {
	first := r.tree.Span(clause).Start
	for first < clause && r.doc.Tokens[first].UPOS == "PUNCT" {
		first++
	}
	if !inClass("complementizer", r.words[first]) || r.words[first] == "when" && r.tree.Is(clause, "advcl") {
		return false
	}
	return r.tree.Is(first, "mark") || r.doc.Tokens[first].XPOS == "WRB" || r.words[first] == "what"
}

// isBare reports whether a clause that hangs on whoever is told has a subject of its own and no relative pronoun: "told the
// agency the soldiers had left".
func (r *reading) isBare(clause, verb int) bool {
	subject := r.tree.Dependent(clause, "nsubj")
	return r.takesAddressee(verb) && subject != rashomon.None && !r.isRelative(subject) &&
		r.tree.Dependent(clause, "mark") == rashomon.None
}

// takesAddressee reports whether the object of a verb is whoever is told.
func (r *reading) takesAddressee(i int) bool {
	lines, _ := r.verbEntry(i)
	return slices.ContainsFunc(lines, func(e entry) bool { return e.frames.has(frameAddressee) })
}

// isTold reports whether a verb tells somebody to do something, so that only what they are to do is its content.
func (r *reading) isTold(i int) bool { return inClass("told", r.lemma(i)) }

// ordered returns what somebody is asked to do, with whoever is asked, unless the verb tells them.
func (r *reading) ordered(i int, object, clause rashomon.Span) spans {
	if r.isTold(i) && clause.Start > i {
		return single(clause)
	}
	return single(object).with(clause)
}

// objectComplements returns what a verb says with an object: the object, it and a predicate, it and a clause, it and a
// phrase.
func (r *reading) objectComplements(i, head int, object rashomon.Span) []complement {
	var out []complement
	for child := range r.tree.Dependents(head) {
		if child > head && r.tree.Is(child, "acl") && r.isInfinitive(child) && r.tree.Head(head) == i {
			out = append(out, complement{frame: frameOrder, content: r.ordered(i, object, r.tree.Span(child))})
		}
	}
	for child := range r.tree.Dependents(i) {
		content := single(object).with(r.tree.Span(child))
		switch {
		case r.tree.Is(child, "xcomp") && r.isInfinitive(child):
			out = append(out, complement{frame: frameOrder | frameInfinitive, content: r.ordered(i, object, r.tree.Span(child))})
		case r.tree.Is(child, "advcl") && r.isInfinitive(child) && r.tree.Span(child).Start == object.End:
			out = append(out, complement{frame: frameOrder, content: r.ordered(i, object, r.tree.Span(child))})
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
	if last := r.asPhrase(object.End); last > object.End {
		out = append(out, complement{frame: frameAs, content: single(rashomon.Span{Start: object.Start, End: last})})
	}
	if predicate := r.withPredicate(object, i); predicate != object || r.quotesWithin(object) {
		out = append(out, complement{frame: framePredicate, content: single(predicate)})
	}
	return append(out, complement{frame: frameObject, content: single(r.withClause(object, i))})
}

// asPhrase returns the end of a phrase of "as" that begins at a token, whatever it hangs on, or 0.
func (r *reading) asPhrase(i int) int {
	if i >= len(r.words) || r.words[i] != "as" || r.tree.Head(i) < i {
		return 0
	}
	return r.tree.Span(r.tree.Head(i)).End
}

// naming returns somebody with what they are called: two objects, "called him a liar", or an object with a quotation behind it.
func (r *reading) naming(i int) []complement {
	start := r.verbGroup(i, i).End
	if first := r.tree.Dependent(i, "iobj"); first > i {
		if second := r.tree.Dependent(i, "obj"); second > first {
			return []complement{{frame: framePredicate, content: single(r.tree.Span(first)).with(r.tree.Span(second))}}
		}
	}
	end := min(r.sentence(i).End, start+longestSpeaker)
	for j := start + 1; j < end && !r.isBorder(j); j++ {
		if r.opensQuotation(j) && r.quoted[i] == rashomon.None {
			return []complement{{frame: framePredicate, content: single(rashomon.Span{Start: start, End: r.quotations[r.quoted[j]].span.End})}}
		}
	}
	return nil
}

// quotesWithin reports whether a quotation begins within a phrase and ends it: "the vote 'a comedy'".
func (r *reading) quotesWithin(object rashomon.Span) bool {
	q := r.quoted[object.End-1]
	return q != rashomon.None && r.quotations[q].span.Start > object.Start
}

// withPredicate adds to an object all right behind it that hangs on the verb, up to a comma, a joined clause or a time: what
// it is called, whatever the tree takes that for.
func (r *reading) withPredicate(object rashomon.Span, verb int) rashomon.Span {
	for child := range r.tree.Dependents(verb) {
		span := r.tree.Span(child)
		if span.Start != object.End || child < verb {
			continue
		}
		isPhrase := r.tree.Is(child, "obl") && (r.marker(child) == "" || r.quoted[child] != r.quoted[verb])
		if r.tree.Is(child, "obj") || isPhrase || r.tree.Is(child, "xcomp") || r.tree.Is(child, "advmod") && !r.timed[child] {
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

// prepositional returns the phrases that stand behind a verb with a preposition, which then belongs to the cue.
func (r *reading) prepositional(i int) []complement {
	var out []complement
	order := r.order(i)
	for child := range r.tree.Dependents(i) {
		if child < i || !r.tree.Is(child, "obl") && !r.tree.Is(child, "advcl") {
			continue
		}
		marker := r.tree.Dependent(child, "case", "mark")
		if marker == rashomon.None {
			continue
		}
		if order != rashomon.None && order > child {
			content := single(r.tree.Span(child)).with(r.tree.Span(order)).without(rashomon.Span{Start: marker, End: marker + 1})
			out = append(out, complement{frame: frameOrder, content: content})
		}
		c := complement{frame: prepositionFrame(r.words[marker]), content: single(r.tree.Span(child)).without(rashomon.Span{Start: marker, End: marker + 1})}
		if marker <= i+2 {
			c.cueEnd = marker + 1
		}
		out = append(out, c)
	}
	return out
}

// ofAgent returns what hangs on the doer of a passive but belongs to the deed: "was accused by prosecutors of ...".
func (r *reading) ofAgent(i int, subject rashomon.Span) []complement {
	agent := r.agent(i)
	if agent == rashomon.None {
		return nil
	}
	var out []complement
	for child := range r.tree.Dependents(agent) {
		if child > agent && (r.tree.Is(child, "nmod") || r.tree.Is(child, "acl")) {
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: single(r.tree.Span(child)).with(subject)})
		}
	}
	return out
}

// order returns the last to-clause of a verb, which may be what somebody behind a preposition shall do: "called on the army to
// withdraw"; or None.
func (r *reading) order(i int) int {
	found := rashomon.None
	for child := range r.tree.Dependents(i) {
		if (r.tree.Is(child, "advcl") || r.tree.Is(child, "xcomp")) && r.isInfinitive(child) {
			found = child
		}
	}
	return found
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
		case r.tree.Is(child, "advcl") && r.isReported(child):
			out = append(out, complement{frame: frameClause, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp") && r.isTold(i):
			out = append(out, complement{frame: frameOrder, content: clause, nobody: true})
		case r.tree.Is(child, "xcomp"):
			out = append(out, complement{
				frame:   frameOrder | frameInfinitive | framePredicate | frameClause,
				content: clause.with(subject), nobody: true,
			})
		case r.tree.Is(child, "obl") && r.marker(child) == "as":
			out = append(out, complement{frame: frameAs, content: clause.with(subject), nobody: true})
		case r.tree.Is(child, "obl") && r.marker(child) != "by", r.tree.Is(child, "advcl"):
			out = append(out, complement{frame: objectFrame(r.marker(child)), content: clause.with(subject), nobody: true})
		}
	}
	for _, c := range append(r.hungClauses(i), r.ofAgent(i, subject)...) {
		c.nobody = true
		out = append(out, c)
	}
	if predicate := r.withPredicate(rashomon.Span{Start: i, End: i + 1}, i); !subject.Empty() && predicate.Len() > 1 {
		content := single(subject).with(rashomon.Span{Start: i + 1, End: predicate.End})
		out = append(out, complement{frame: framePredicate, content: content, nobody: true})
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
	hasOwn := r.tree.Dependent(i, "cc", "obj", "ccomp", "xcomp") != rashomon.None
	if head == rashomon.None || !isInsertion && (!isBehind || hasOwn) || r.isTooLong(i) {
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
