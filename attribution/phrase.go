package attribution

import "rashomon"

// addAdverb adds the statement of nobody that an adverb makes of its clause: "the convoy was reportedly stopped".
func (r *reading) addAdverb(i int) {
	for _, adverb := range adverbsAt(r.words[i]) {
		cue := rashomon.Span{Start: i, End: i + len(adverb.words)}
		if r.isCue(i) || !r.stand(adverb.words, i) || r.doc.Tokens[i].UPOS != "ADV" && len(adverb.words) == 1 {
			continue
		}
		head := r.tree.Head(i)
		if head == rashomon.None {
			return
		}
		content := single(r.scope(head)).without(cue)
		r.drafts = append(r.drafts, draft{head: i, speaker: rashomon.None, cue: cue, content: content, clausal: true, entry: adverb.entry})
		return
	}
}

// scope returns what an adverb speaks of that hangs on a word: the clause of a verb, the phrase of anything else.
func (r *reading) scope(head int) rashomon.Span {
	span := r.tree.Span(head)
	if r.isClause(head) {
		for child := range r.tree.Dependents(head) { // what another clause joined to it says is another matter
			if child > head && r.tree.Is(child, "conj") && r.tree.Dependent(child, "nsubj") != rashomon.None {
				span.End = min(span.End, r.tree.Span(child).Start)
			}
		}
		if r.tree.Is(head, "acl") {
			noun := r.tree.Head(head)
			return rashomon.Span{Start: r.antecedentSpan(noun, head).Start, End: span.End}
		}
	}
	return span
}

// stand reports whether words stand in the text from a token on.
func (r *reading) stand(words []string, from int) bool {
	if from < 0 || from+len(words) > len(r.words) {
		return false
	}
	for n, word := range words {
		if r.words[from+n] != word {
			return false
		}
	}
	return true
}

// addSurvey adds the statement of a poll or a survey that stands behind "in": "in a poll on Monday, half of them ...".
func (r *reading) addSurvey(i int) {
	preposition := r.tree.Dependent(i, "case")
	if preposition == rashomon.None || r.words[preposition] != "in" || !inClass("survey", r.lemma(i)) || !r.tree.Is(i, "obl") {
		return
	}
	p := phrase{words: []string{"in"}, entry: entry{typ: rashomon.StatementAssertion, act: rashomon.ActAssert, rule: "survey"}}
	r.drafts = append(r.drafts, r.phraseDraft(p, rashomon.Span{Start: preposition, End: preposition + 1}, i, i))
}

// addPhrase adds the statement that a fixed phrase before a source makes of its clause: "according to the ministry",
// "in the minister's view", "for the villagers".
func (r *reading) addPhrase(i int) {
	for _, p := range prepositionsAt(r.words[i]) {
		if d, found := r.matchPhrase(p, i); found {
			r.drafts = append(r.drafts, d)
			return
		}
	}
}

func (r *reading) matchPhrase(p phrase, i int) (draft, bool) {
	for n, word := range p.words {
		switch {
		case word == possessor:
			return r.matchPossessor(p, i, n)
		case word == party:
			return r.matchParty(p, i, i+n)
		case i+n >= len(r.words) || r.words[i+n] != word:
			return draft{}, false
		}
	}
	behind := i + len(p.words)
	if behind >= len(r.words) || !r.sameSentence(i, behind) {
		return draft{}, false
	}
	speaker := r.phraseHead(behind, behind)
	if speaker != rashomon.None && r.isMeasure(speaker, behind) {
		return draft{}, false
	}
	return r.phraseDraft(p, rashomon.Span{Start: i, End: behind}, speaker, speaker), speaker != rashomon.None
}

// isMeasure reports whether a noun without "the" is no source but what something is done by: "according to plan".
func (r *reading) isMeasure(noun, start int) bool {
	return inClass("measure", r.lemma(noun)) && (start == noun || r.isIndefinite(start))
}

// phraseHead returns the head of the noun phrase that begins at a token and hangs on nothing before it but what is outside
// the phrase.
func (r *reading) phraseHead(start, border int) int {
	head := start
	for {
		next := r.tree.Head(head)
		if next == rashomon.None || next < border || r.isClause(next) {
			break
		}
		head = next
	}
	if upos := r.doc.Tokens[head].UPOS; upos == "VERB" || upos == "PUNCT" {
		return rashomon.None
	}
	return head
}

// matchPossessor matches a phrase with a possessor inside: a pronoun, or a phrase with its "'s".
func (r *reading) matchPossessor(p phrase, i, n int) (draft, bool) {
	rest := p.words[n+1:]
	for noun := i + n + 1; noun < len(r.words) && noun <= i+n+longestPossessor; noun++ {
		if !r.stand(rest, noun) {
			continue
		}
		for child := range r.tree.Dependents(noun + len(rest) - 1) {
			if r.tree.Is(child, "nmod:poss") && child < noun {
				cue := rashomon.Span{Start: noun, End: noun + len(rest)}
				return r.phraseDraft(p, cue, child, noun+len(rest)-1), true
			}
		}
		return draft{}, false
	}
	return draft{}, false
}

// longestPossessor is how many tokens a possessor may have: "the United Nations High Commissioner for Refugees'".
const longestPossessor = 12

// matchParty matches a phrase at the head of a sentence that is a source only where a party stands behind it, set off by a
// comma: "For the villagers, the bridge was all they had."
func (r *reading) matchParty(p phrase, i, behind int) (draft, bool) {
	if behind >= len(r.words) || i != r.sentence(i).Start {
		return draft{}, false
	}
	head := r.phraseHead(behind, i)
	if head == rashomon.None || !r.isSomebody(head) {
		return draft{}, false
	}
	if end := r.tree.Span(head).End; end >= len(r.words) || r.words[end] != "," && r.words[end-1] != "," {
		return draft{}, false
	}
	return r.phraseDraft(p, rashomon.Span{Start: i, End: behind}, head, head), true
}

// phraseDraft makes the draft of a phrase with a cue and a speaker, whose content is the clause that the phrase, by its
// head, hangs in.
func (r *reading) phraseDraft(p phrase, cue rashomon.Span, speaker, head int) draft {
	if speaker == rashomon.None {
		return draft{}
	}
	d := draft{head: cue.Start, speaker: speaker, source: r.sourceSpan(speaker, cue.Start), cue: cue, clausal: true, entry: p.entry}
	outside := r.tree.Span(head)
	outside = rashomon.Span{Start: min(outside.Start, cue.Start), End: max(outside.End, cue.End)}
	if sentence := r.sentence(head); cue.Start == sentence.Start && outside.End < sentence.End && r.words[outside.End] != "," {
		outside.End = r.lastComma(outside)
		d.source.End = min(d.source.End, outside.End)
	}
	d.content = single(r.phraseScope(head, outside)).without(outside)
	d.outside = outside
	return d
}

// phraseScope returns what a phrase with a source speaks of: the whole sentence, or the quotation or bracket within it, when
// the phrase begins or ends that, else the clause that it hangs in.
func (r *reading) phraseScope(head int, phrase rashomon.Span) rashomon.Span {
	whole := r.enclosing(phrase)
	if r.trim(rashomon.Span{Start: phrase.End, End: whole.End}).Empty() || r.trim(rashomon.Span{Start: whole.Start, End: phrase.Start}).Empty() {
		return whole
	}
	if above := r.tree.Head(head); above != rashomon.None {
		return r.scope(r.clauseHead(above))
	}
	return whole
}

// enclosing returns the stretch of the sentence that a phrase stands in: within the same brackets and the same quotation.
func (r *reading) enclosing(phrase rashomon.Span) rashomon.Span {
	span := r.sentence(phrase.Start)
	span = rashomon.Span{Start: max(span.Start, phrase.Start-reach), End: min(span.End, phrase.End+reach)}
	depth := 0
	for i := phrase.Start - 1; i >= span.Start && depth <= 0; i-- {
		switch {
		case r.words[i] == ")":
			depth--
		case r.words[i] == "(":
			depth++
		}
		if depth > 0 || r.quoted[i] != r.quoted[phrase.Start] && r.quoted[phrase.Start] != rashomon.None {
			span.Start = i + 1
			break
		}
	}
	for i := phrase.End; i < span.End; i++ {
		if r.words[i] == ")" && depth > 0 || r.words[i] == ";" || r.quoted[i] != r.quoted[phrase.Start] && r.quoted[phrase.Start] != rashomon.None {
			span.End = i
			break
		}
	}
	return span
}

// lastComma returns the last comma within a span, or its end.
func (r *reading) lastComma(s rashomon.Span) int {
	for i := s.End - 1; i > s.Start; i-- {
		if r.words[i] == "," {
			return i
		}
	}
	return s.End
}

func (r *reading) sentence(i int) rashomon.Span { return r.doc.Sentences[r.doc.SentenceOf(i)].Span }

func (r *reading) sameSentence(i, j int) bool { return contains(r.sentence(i), j) }
