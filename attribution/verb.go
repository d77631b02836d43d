package attribution

import (
	"slices"
	"strings"

	"rashomon"
)

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
	line, speaks := takesQuotation(lines)
	if speaks {
		if speaker := r.raise(i, d.cue, lines, last); speaker != rashomon.None {
			r.speakers[i] = speaker
		}
	}
	if in, found := r.findInsertion(i, d.cue, lines); speaks && found && !r.isTimed(in.speaker) {
		d.entry, d.speaker, d.source, d.content, d.clausal = line, in.speaker, in.source, in.content, true
		d.rule += ": insertion"
		r.speakers[i] = in.speaker
		r.drafts = append(r.drafts, d)
		return
	}
	r.addComplement(d, lines, last)
}

// addComplement adds the draft of a verb with the content that stands with it in the tree, or with none yet where a quotation
// beside it may still be it.
func (r *reading) addComplement(d draft, lines []entry, last int) {
	c, line, found := r.verbContent(d.head, lines, last)
	switch {
	case found && r.isNounOrAdjective(d.head, c.frame):
		return
	case !found:
		if line, found = takesQuotation(lines); !found || r.isPassive(d.head) {
			return
		}
	}
	d.entry, d.content = line, r.extend(r.fill(c, d.cue, lines), d.head)
	d.clausal = c.frame == 0 || c.frame.has(frameClause)
	d.verbatim = c.frame == 0 && r.endsPart(d.cue.End)
	d.cue.End = max(d.cue.End, c.cueEnd)
	r.addSource(&d, c)
	if c.frame == frameObject && r.isNoSaying(d) {
		return
	}
	if d.clausal || r.canHold(d.speaker) {
		r.drafts = append(r.drafts, d)
	}
}

// verbContent returns the content of a verb and the line of the lexicon that has it in that construction.
func (r *reading) verbContent(i int, lines []entry, last int) (complement, entry, bool) {
	complements := r.verbComplements(i)
	if r.tree.Is(last, "xcomp") { // "wanted to know"
		complements = slices.Concat(r.clauses(last), complements)
	}
	c, line, found := choose(lines, complements)
	if found && line.act == rashomon.ActAssert && r.isSubjunctive(i) {
		line.typ, line.act = rashomon.StatementEventuality, rashomon.ActPropose
	}
	return c, line, found
}

// addSource gives the draft of a verb its source: the subject, or whoever does what a passive says.
func (r *reading) addSource(d *draft, c complement) {
	if !c.nobody {
		d.speaker = r.verbSource(d.head)
		d.source = r.sourceSpan(d.speaker, d.head)
		if d.speaker == rashomon.None {
			d.speaker, d.source = r.phraseBefore(d.head, d.cue)
		}
	} else if agent := r.agent(d.head); agent != rashomon.None {
		d.speaker, d.source = agent, r.agentSpan(agent, d.head, d.content)
		d.content = d.content.without(d.source).without(rashomon.Span{Start: r.tree.Span(agent).Start, End: agent})
	}
}

// isNoSaying reports whether what a verb of speech or knowledge has as its object alone is nothing that anybody says: it is somebody, who
// is moved and not told ("has recalled its ambassador", "admitted the observers"), or something that is done, by nobody told ("the vote
// will be repeated").
func (r *reading) isNoSaying(d draft) bool {
	if d.entry.typ == rashomon.StatementBelief || d.entry.act != rashomon.ActAssert && d.entry.act != rashomon.ActAdmit || len(d.content) != 1 {
		return false
	}
	head := r.headOf(d.content[0])
	if head == rashomon.None { // nothing but punctuation
		return false
	}
	m := r.mentionAt(head)
	return m != rashomon.None && r.doc.Mentions[m].Kind != rashomon.MentionPronoun && r.isOfPersons(m) &&
		r.tree.Is(head, "obj") && d.content[0].Len() <= r.doc.Mentions[m].Span.Len()+1 && !r.hasClause(d.content[0])
}

// isOfPersons reports whether a mention is of one person or many.
func (r *reading) isOfPersons(mention int) bool {
	switch r.doc.Entities[r.doc.Mentions[mention].Entity].Type {
	case rashomon.EntityPerson, rashomon.EntityGroup:
		return true
	}
	return false
}

// isTimed reports whether a word is part of a time, which says nothing.
func (r *reading) isTimed(i int) bool { return i != rashomon.None && r.timed[i] }

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
