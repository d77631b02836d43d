package attribution

import (
	"slices"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// An insertion is a clause of a speaker and a verb of speech that stands behind what is said or in the midst of it:
//
//	"The bridge is gone," the mayor said.      The bridge, said residents of the town, was gone.
//
// It is told by its borders, which a reader sees before the tree; the parser, which meets two sentences in one, often gives
// the verb a subject out of what is said.
type insertion struct {
	speaker int
	source  rashomon.Span
	content spans
}

const (
	longestSpeaker = 30 // tokens of a speaker with apposition and relative clause behind a quotation
	shortSpeaker   = 12 // tokens of a speaker between commas
	longestTail    = 16 // tokens between speaker and verb and the border behind: "told reporters in the capital on Monday"
)

// findInsertion returns the insertion that a verb with its group makes, if it is one.
func (r *reading) findInsertion(i int, group rashomon.Span, lines []entry) (insertion, bool) {
	if !r.isFinite(i) || r.isPassive(i) && !r.takesAddressee(i) {
		return insertion{}, false
	}
	within := r.enclosing(group)
	source, left := r.insertedSource(i, group, within)
	speaker := r.nominalHead(source)
	if speaker == rashomon.None {
		return insertion{}, false
	}
	end := max(group.End, source.End)
	if end < within.End && source.End <= group.End && !r.beginsTail(end, lines) {
		return insertion{}, false
	}
	right := r.borderBehind(end, within.End)
	if right == rashomon.None || !r.endsSpeech(left) && r.opensQuotation(right+1) {
		return insertion{}, false
	}
	content := r.said(left, right, within)
	return insertion{speaker, source, content}, len(content) > 0
}

// insertedSource returns who speaks in an insertion, and the border before it; nobody where the verb is in none.
func (r *reading) insertedSource(i int, group, within rashomon.Span) (source rashomon.Span, left int) {
	before := group.Start - 1
	switch {
	case before <= within.Start:
		return rashomon.Span{}, 0
	case r.endsSpeech(before), r.isBorder(before) && !r.hasSubjectBefore(i):
		if source = r.speakerBehind(i, group.End, within.End); !source.Empty() {
			return source, before
		}
	}
	if r.isBorder(before) {
		for left = before - 1; left > within.Start && left > before-longestSpeaker; left-- {
			if r.endsSpeech(left) {
				return r.trim(rashomon.Span{Start: left + 1, End: group.Start}), left
			}
		}
		return rashomon.Span{}, 0
	}
	for left = before; !r.isRelative(left) && left > within.Start && left > before-shortSpeaker; left-- {
		if r.endsSpeech(left) || r.isBorder(left) {
			return r.trim(rashomon.Span{Start: left + 1, End: group.Start}), left
		}
		if r.opensClause(left) && !r.isCapital(left) {
			break
		}
	}
	return rashomon.Span{}, 0
}

// isCapital reports whether a word within a sentence is written as a name, whatever the tagger takes it for.
func (r *reading) isCapital(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.doc.Quote(r.doc.Tokens[i].Extent))
	return unicode.IsUpper(first) && !r.tree.Is(i, "aux")
}

// beginsTail reports whether what stands behind speaker and verb can be the rest of an insertion: nothing, the occasion or the
// time, or whoever is told. A preposition or a phrase that the verb takes as its content is not.
func (r *reading) beginsTail(i int, lines []entry) bool {
	if r.isBorder(i) || r.opensQuotation(i) || r.doc.Tokens[i].UPOS == "PUNCT" || r.timed[i] {
		return true
	}
	switch r.doc.Tokens[i].UPOS {
	case "ADP", "ADV":
		return !slices.ContainsFunc(lines, func(e entry) bool { return e.frames.has(prepositionFrame(r.words[i])) })
	}
	return slices.ContainsFunc(lines, func(e entry) bool { return e.frames.has(frameAddressee) })
}

func (r *reading) opensQuotation(i int) bool {
	return i < len(r.words) && r.quoted[i] != rashomon.None && r.quotations[r.quoted[i]].span.Start == i
}

// endsSpeech reports whether a token is the mark that ends a quotation of more than a name or a word: a sign stands before the
// mark or behind it, as in "..., " he said.
func (r *reading) endsSpeech(i int) bool {
	if r.words[i] == "," && i > 0 && r.closes(i-1) {
		return true
	}
	return r.closes(i) && i > 0 && r.doc.Tokens[i-1].UPOS == "PUNCT"
}

func (r *reading) closes(i int) bool {
	q := r.quoted[i]
	return q != rashomon.None && r.quotations[q].span.End == i+1
}

func (r *reading) isBorder(i int) bool {
	switch r.words[i] {
	case ",", "—", "–", "--":
		return true
	case "-":
		return r.spaceBefore(i) && r.spaceBefore(i+1)
	}
	return false
}

// opensClause reports whether a token cannot stand within a short speaker: a verb, a conjunction, a sign.
func (r *reading) opensClause(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "VERB", "AUX", "SCONJ", "CCONJ":
		return !r.isWithinPhrase(i)
	}
	return r.words[i] == ":" || r.words[i] == ";"
}

// isWithinPhrase reports whether a conjunction joins two names or nouns, as in "Brandt and Vane said".
func (r *reading) isWithinPhrase(i int) bool {
	return r.doc.Tokens[i].UPOS == "CCONJ" && i > 0 && r.isNominal(i-1)
}

func (r *reading) hasSubjectBefore(i int) bool {
	subject := r.tree.Dependent(i, "nsubj")
	return subject != rashomon.None && subject < i && r.quoted[subject] == r.quoted[i] && !r.isRelative(subject)
}

// speakerBehind returns who speaks behind a verb of an insertion: all up to the next quotation, the end of the sentence, or
// what tells when and where it was said. A comma ends it too, unless an apposition or a relative clause begins there.
func (r *reading) speakerBehind(verb, start, end int) rashomon.Span {
	s := rashomon.Span{Start: start, End: start}
	if start >= end || !r.beginsSpeaker(start) {
		return rashomon.Span{}
	}
	for i := start; i < end && i < start+longestSpeaker; i++ {
		if r.opensQuotation(i) || i > start && r.endsSpeaker(verb, i) {
			break
		}
		s.End = i + 1
	}
	return r.trim(s)
}

func (r *reading) beginsSpeaker(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "DET", "NOUN", "PROPN", "ADJ", "NUM":
		return !r.timed[i]
	case "PRON":
		return !r.isRelative(i) && r.words[i] != "that"
	}
	return false
}

// hangsOn reports whether a token belongs to a phrase that hangs on a verb and begins with it.
func (r *reading) hangsOn(verb, i int) bool {
	for head := i; head != rashomon.None; head = r.tree.Head(head) {
		if r.tree.Head(head) == verb {
			return r.tree.Span(head).Start == i || r.doc.Tokens[r.tree.Span(head).Start].UPOS == "ADP"
		}
	}
	return false
}

func (r *reading) isIndefinite(i int) bool {
	return i < len(r.words) && inClass("indefinite", r.words[i])
}

// endsSpeaker reports whether a token begins something else than the speaker behind a verb.
func (r *reading) endsSpeaker(verb, i int) bool {
	if r.words[i] == ":" || r.words[i] == ";" || r.timed[i] && r.hangsOn(verb, i) {
		return true
	}
	if r.words[i] == "," && i+1 < len(r.words) {
		next := r.doc.Tokens[i+1]
		return next.XPOS == "VBG" || next.UPOS == "ADP" || next.UPOS == "SCONJ" || next.UPOS == "CCONJ" || next.UPOS == "ADV" ||
			next.UPOS == "VERB" || next.UPOS == "AUX"
	}
	if r.isIndefinite(verb+1) && inClass("preposition of a source", r.words[i]) {
		return false // "a nurse at the hospital"
	}
	isPhrase := r.tree.Is(i, "case") || r.tree.Is(i, "mark")
	head := r.tree.Head(i)
	return isPhrase && head != rashomon.None && r.tree.Head(head) == verb && (r.tree.Is(head, "obl") || r.tree.Is(head, "advcl"))
}

// nominalHead returns the noun, name or pronoun that heads a span, or None where another word does.
func (r *reading) nominalHead(s rashomon.Span) int {
	for i := s.Start; i < s.End; i++ {
		head := r.tree.Head(i)
		if r.isNominal(i) && (head == rashomon.None || !contains(s, head)) {
			return r.behindTitles(i)
		}
	}
	return rashomon.None
}

// borderBehind returns where an insertion ends: at a comma, a quotation, the end of the sentence; None where a verb or a
// conjunction stands before that.
func (r *reading) borderBehind(i, end int) int {
	for at := i; at < end && at < i+longestTail; at++ {
		switch {
		case r.isBorder(at), r.opensQuotation(at):
			return at
		case r.words[at] == "." && at+1 >= end:
			return at
		case r.opensClause(at), r.words[at] == "that":
			return rashomon.None
		}
	}
	if end-i < longestTail {
		return end
	}
	return rashomon.None
}

// said returns what is said around an insertion between two borders: what stands before it, and what stands behind it
// where that goes on.
func (r *reading) said(left, right int, within rashomon.Span) spans {
	before := rashomon.Span{Start: within.Start, End: left + 1}
	isSpeech := r.endsSpeech(left)
	if isSpeech {
		before.Start = min(before.Start, r.quotationStart(left))
	}
	behind := rashomon.Span{Start: min(right, within.End), End: within.End}
	if !r.goesOn(behind, isSpeech) {
		behind = rashomon.Span{}
	}
	if !isSpeech && !r.hasClause(before) && !r.hasClause(behind) {
		return nil
	}
	return single(before).with(behind)
}

func (r *reading) quotationStart(i int) int {
	if r.words[i] == "," {
		i--
	}
	return r.quotations[r.outermost(i)].span.Start
}

// goesOn reports whether what stands behind an insertion is still what is said: a quotation, or, where the insertion stands
// between commas, anything but a participle or a clause with a conjunction or pronoun of its own.
func (r *reading) goesOn(behind rashomon.Span, isSpeech bool) bool {
	behind = r.trim(behind)
	if behind.Empty() {
		return false
	}
	first := behind.Start
	if r.opensQuotation(first) {
		return true
	}
	if isSpeech {
		return inClass("joins quotations", r.words[first]) && r.hasQuotation(behind)
	}
	switch r.doc.Tokens[first].XPOS {
	case "VBG", "WP", "WDT", "WRB", "WP$":
		return false
	}
	return r.doc.Tokens[first].UPOS != "SCONJ" && !inClass("preposition of a source", r.words[first])
}
