package attribution

import (
	"strings"

	"rashomon"
)

func fold(s string) string { return strings.ToLower(s) }

// verbSource returns the token that heads the source of a verb: its subject, or the doer of a passive; None for nobody.
func (r *reading) verbSource(i int) int {
	if r.isPassive(i) {
		return r.agent(i)
	}
	return r.subject(i)
}

// agent returns whoever does what a passive says, behind "by", or None.
func (r *reading) agent(i int) int {
	for child := range r.tree.Dependents(i) {
		if child > i && r.tree.Is(child, "obl") && r.marker(child) == "by" {
			return child
		}
	}
	return rashomon.None
}

// deepestControl is how many verbs may stand between a verb without a subject and the one that has it.
const deepestControl = 6

// subject returns who does what a verb in the active voice says. A verb without a subject of its own has that of the verb
// it is joined to or depends on; a participle behind a noun has the noun.
func (r *reading) subject(i int) int {
	if head := r.tree.Head(i); r.isQuotedAs(i) && r.isPassive(head) {
		return r.tree.Dependent(head, "nsubj:pass", "nsubj")
	}
	for range deepestControl {
		if speaker, found := r.speakers[i]; found {
			return speaker
		}
		if subject := r.ownSubject(i); subject != rashomon.None {
			return subject
		}
		if subject := r.absolute(i); subject != rashomon.None {
			return subject
		}
		head := r.tree.Head(i)
		if head == rashomon.None {
			return rashomon.None
		}
		switch {
		case r.isFreeAdjunct(i):
			head = r.tree.Head(head)
		case r.tree.Is(i, "conj"), r.tree.Is(i, "advcl"), r.tree.Is(i, "parataxis"):
		case r.tree.Is(i, "xcomp"):
			if object := r.object(head); object != rashomon.None && !inClass("subject control", r.lemma(head)) {
				return object
			}
		case r.tree.Is(i, "acl"):
			if r.doc.Tokens[i].XPOS != "VBG" {
				return rashomon.None
			}
			verb := r.tree.Head(head)
			if verb == rashomon.None || !r.tree.Is(head, "obj") || lightVerb(r.lemma(verb), "") != ownerSubject {
				return head
			}
			head = verb // "issued a statement saying"
		default:
			return rashomon.None
		}
		i = head
	}
	return rashomon.None
}

// isFreeAdjunct reports whether a verb is a participle behind a comma that the tree hangs on an adverbial clause with a verb and a
// pronoun of its own: "she left as soon as it was known, saying that". Who says it is the subject of the main clause.
func (r *reading) isFreeAdjunct(i int) bool {
	head := r.tree.Head(i)
	if i == 0 || r.words[i-1] != "," || !r.tree.Is(i, "advcl") || r.doc.Tokens[i].XPOS != "VBG" || !r.tree.Is(head, "advcl") {
		return false
	}
	subject := r.tree.Dependent(head, "nsubj")
	return r.tree.Head(head) != rashomon.None && head < i && subject != rashomon.None && r.words[subject] == "it"
}

// absolute returns who does what a participle says that stands behind "with" and a noun: "the raids go on, with the mayor
// declaring that ...". The parser hangs both on the verb before them.
func (r *reading) absolute(i int) int {
	if !r.tree.Is(i, "advcl") || r.doc.Tokens[i].XPOS != "VBG" {
		return rashomon.None
	}
	for child := range r.tree.Dependents(r.tree.Head(i)) {
		start := r.tree.Span(child).Start
		besides := start > 0 && r.words[start-1] == "," || r.words[start] == "," // unlike "spoke with reporters, saying"
		if r.tree.Is(child, "obl") && r.marker(child) == "with" && besides && child < i && r.tree.Span(i).Start <= r.tree.Span(child).End+1 {
			return child
		}
	}
	return rashomon.None
}

// ownSubject returns the subject that depends on a verb, also where it stands behind and the tree has it as the object.
func (r *reading) ownSubject(i int) int {
	if subject := r.tree.Dependent(i, "nsubj"); subject != rashomon.None && r.quoted[subject] == r.quoted[i] {
		return r.behindTitles(subject)
	}
	if it := r.tree.Dependent(i, "expl"); it != rashomon.None && r.words[it] == "it" && r.hasClauseFrame(i) {
		return it
	}
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "obj") && r.isInverted(i, child) {
			return child
		}
	}
	return rashomon.None
}

func (r *reading) isNominal(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "NOUN", "PROPN", "PRON":
		return true
	}
	return false
}

// sourceSpan returns the words of a source: the whole phrase of its head, with title, apposition and relative clause, but
// nothing of the clause that its cue heads.
func (r *reading) sourceSpan(speaker, cue int) rashomon.Span {
	if speaker == rashomon.None {
		return rashomon.Span{}
	}
	span := r.tree.Span(speaker)
	for span.Start > 0 && r.isTitle(span.Start-1, speaker) {
		span.Start--
	}
	for r.tree.Is(speaker, "nsubj") && span.End < cue && r.doc.Tokens[speaker].UPOS == "PROPN" && r.doc.Tokens[span.End].UPOS == "PROPN" {
		span.End++
	}
	for child := range r.tree.Dependents(speaker) {
		inner := r.tree.Span(child)
		switch {
		case r.tree.Is(child, "case") && child < speaker:
			span.Start = max(span.Start, inner.End)
		case contains(inner, cue) && child > speaker:
			span.End = min(span.End, behind(inner, speaker))
		case child > speaker && (r.tree.Is(child, "parataxis") || r.tree.Is(child, "discourse")):
			span.End = min(span.End, behind(inner, speaker))
		}
	}
	return r.trim(span)
}

// behind returns where a phrase begins behind a word: signs before the word may hang on it too.
func behind(phrase rashomon.Span, word int) int { return max(phrase.Start, word+1) }

// agentSpan returns the words of the doer of a passive, without what is the content.
func (r *reading) agentSpan(agent, verb int, content spans) rashomon.Span {
	span := r.sourceSpan(agent, verb)
	for _, c := range content {
		if c.Start > agent && c.Start < span.End {
			span.End = c.Start
		}
	}
	return r.trim(span)
}

// phraseBefore returns who stands right before a finite verb of speech that the tree gives no subject, from the border before it
// on, and the head of that phrase.
func (r *reading) phraseBefore(verb int, group rashomon.Span) (int, rashomon.Span) {
	if !r.isFinite(verb) || !r.hasClauseFrame(verb) || r.isPassive(verb) {
		return rashomon.None, rashomon.Span{}
	}
	sentence := r.sentence(verb)
	start := group.Start
	for start > sentence.Start && start > group.Start-longestSpeaker && !r.isBorder(start-1) && !r.closes(start-1) {
		start--
	}
	for start < group.Start && !r.beginsSpeaker(start) {
		start++
	}
	if hasVerb := r.hasClause(rashomon.Span{Start: start, End: group.Start}); hasVerb && !r.hasRelative(start, group.Start) {
		return rashomon.None, rashomon.Span{}
	}
	for i := start; i < group.Start; i++ {
		if r.isNominal(i) && !r.isRelative(i) && (i+1 == group.Start || !r.isNominal(i+1)) {
			return i, r.trim(rashomon.Span{Start: start, End: group.Start})
		}
	}
	return rashomon.None, rashomon.Span{}
}

func (r *reading) hasRelative(start, end int) bool {
	for i := start; i < end; i++ {
		if r.isRelative(i) {
			return true
		}
	}
	return false
}

// isTitle reports whether a token is a title that the tree has beside the name it belongs to, not below it.
func (r *reading) isTitle(i, name int) bool {
	return name < len(r.words) && r.doc.Tokens[i].XPOS == "NNP" && r.doc.Tokens[name].XPOS == "NNP" && r.tree.Is(i, "nsubj") && r.tree.Is(name, "nsubj") &&
		r.tree.Head(i) == r.tree.Head(name)
}

// behindTitles returns the name behind titles that the tree has beside it.
func (r *reading) behindTitles(i int) int {
	for r.isTitle(i, i+1) {
		i++
	}
	return i
}

// trim takes punctuation off the ends of a span. Quotation marks, brackets and signs of money stay.
func (r *reading) trim(s rashomon.Span) rashomon.Span {
	for !s.Empty() && r.isTrimmed(s.Start) {
		s.Start++
	}
	for !s.Empty() && r.isTrimmed(s.End-1) {
		s.End--
	}
	return s
}

// closed adds to a content that ends within a quotation the marks that end it, where only signs stand before them.
func (r *reading) closed(content spans) spans {
	if len(content) == 0 {
		return content
	}
	last := content[len(content)-1]
	q := r.quoted[last.End-1]
	if q == rashomon.None || r.quotations[q].span.End <= last.End || r.quotations[q].span.Start < last.Start {
		return content
	}
	for i := last.End; i < r.quotations[q].span.End; i++ {
		if r.doc.Tokens[i].UPOS != "PUNCT" {
			return content
		}
	}
	return content.with(rashomon.Span{Start: last.Start, End: r.quotations[q].span.End})
}

func (r *reading) isTrimmed(i int) bool {
	if _, isMark := marks[r.words[i]]; isMark {
		return false
	}
	return r.doc.Tokens[i].UPOS == "PUNCT" && !strings.ContainsAny(r.words[i], "()[]")
}

// trimAll takes punctuation off the ends of every stretch, and leaves out those without a word.
func (r *reading) trimAll(all spans) spans {
	var out spans
	for _, s := range all {
		if s = r.trim(s); r.hasWord(s) {
			out = append(out, s)
		}
	}
	return out
}

func (r *reading) hasWord(s rashomon.Span) bool {
	for i := s.Start; i < s.End; i++ {
		if _, isMark := marks[r.words[i]]; !isMark && r.doc.Tokens[i].UPOS != "PUNCT" && r.doc.Tokens[i].UPOS != "CCONJ" {
			return true
		}
	}
	return false
}
