package attribution

import (
	"slices"
	"strings"

	"rashomon"
)

// extend adds to the content of a verb what stands right behind it and hangs on the verb only because the tree has two
// readings: a phrase or a clause with a conjunction ("said the plan failed because nobody came"), and a further clause
// that begins like the first ("said that it failed and that nobody came").
func (r *reading) extend(content spans, verb int) spans {
	if len(content) == 0 || content[len(content)-1].Start < verb {
		return content
	}
	last := &content[len(content)-1]
	for {
		next := r.continuation(*last, verb)
		if next <= last.End {
			return content
		}
		last.End = next
	}
}

// fill returns the content of a complement with all that stands between it and the verb, where the verb tells nobody and a
// clause begins right behind it: the parser has then taken the subject of the clause for something else. Where a verb of
// speech has no complement at all, whatever stands right behind it is its content.
func (r *reading) fill(c complement, cue rashomon.Span, lines []entry) spans {
	if c.frame == 0 && !slices.ContainsFunc(lines, func(e entry) bool {
		return e.frames.has(frameClause|frameQuote) && e.typ == rashomon.StatementAssertion
	}) {
		return nil
	}
	isTold := slices.ContainsFunc(lines, func(e entry) bool { return e.frames.has(frameAddressee) })
	_, speaks := takesQuotation(lines)
	next := cue.End
	if speaks && !isTold && c.frame.has(frameObject) && r.goesOnWithVerb(c.content, next) {
		return single(rashomon.Span{Start: next, End: r.enclosing(cue).End})
	}
	if c.frame == 0 && speaks && r.endsPart(next) {
		return r.block(next + 1)
	}
	if !speaks || next >= len(r.words) || !r.sameSentence(cue.Start, next) || c.frame != 0 && !c.frame.has(frameClause) {
		return c.content
	}
	isThat := r.words[next] == "that" && r.tree.Is(next, "mark")
	if isTold && !isThat || !isThat && !r.beginsPhrase(next) {
		return c.content
	}
	switch {
	case len(c.content) > 0 && inClass("complementizer", r.words[c.content[0].Start]):
		return c.content
	case len(c.content) > 0 && c.content[0].Start > next:
		return c.content.with(rashomon.Span{Start: next, End: c.content[0].Start})
	case len(c.content) == 0 && r.hasClause(rashomon.Span{Start: next, End: r.enclosing(cue).End}):
		return single(rashomon.Span{Start: next, End: r.enclosing(cue).End})
	}
	return c.content
}

// goesOnWithVerb reports whether what a tree has as the object of a verb of speech, right behind it, is the subject of a clause:
// a finite verb follows, and no conjunction or relative pronoun before it.
func (r *reading) goesOnWithVerb(content spans, next int) bool {
	if len(content) != 1 || content[0].Start != next {
		return false
	}
	for i := content[0].End; i < len(r.words) && i < content[0].End+longestTail && r.sameSentence(next, i); i++ {
		switch {
		case r.doc.Tokens[i].UPOS == "SCONJ" || r.doc.Tokens[i].UPOS == "CCONJ" || r.isRelative(i) || r.doc.Tokens[i].XPOS == "WRB":
			return false
		case r.doc.Tokens[i].UPOS == "AUX" || r.isVerb(i) && (r.isFinite(i) || i == content[0].End && r.doc.Tokens[i].XPOS == "VBN"):
			return true
		}
	}
	return false
}

// endsPart reports whether a colon stands at a token that ends a paragraph.
func (r *reading) endsPart(colon int) bool {
	return colon+1 < len(r.words) && r.words[colon] == ":" && r.partOf(colon) != r.partOf(colon+1)
}

// block returns the paragraph that begins at a token, which a colon before it announces, unless it has quotation marks of its
// own.
func (r *reading) block(start int) spans {
	if r.opensQuotation(start) {
		return nil
	}
	end := start + 1
	for end < len(r.words) && r.partOf(end) == r.partOf(start) {
		end++
	}
	return single(rashomon.Span{Start: start, End: end})
}

// beginsPhrase reports whether a token can be the first of a clause right behind a verb of speech.
func (r *reading) beginsPhrase(i int) bool {
	switch r.doc.Tokens[i].UPOS {
	case "DET", "NOUN", "PROPN", "PRON", "ADJ", "NUM":
		return !r.timed[i] && !r.isRelative(i) && !strings.Contains(r.doc.Tokens[i].Features, "Case=Acc")
	}
	return false
}

// continuation returns the end of what goes on a content, or 0.
func (r *reading) continuation(content rashomon.Span, verb int) int {
	for child := range r.tree.Dependents(verb) {
		inner := r.tree.Span(child)
		if inner.Start != content.End || child <= verb {
			continue
		}
		if r.tree.Is(child, "xcomp") || r.tree.Is(child, "obl") || r.tree.Is(child, "nmod") || r.tree.Is(child, "advcl") && !r.isGerund(child) && r.marker(child) != "as" {
			return inner.End
		}
	}
	return r.secondThat(content)
}

// secondThat returns the end of a clause that is joined to a content by "and that" or the like, or 0.
func (r *reading) secondThat(content rashomon.Span) int {
	i := content.End
	for i < len(r.words) && (r.words[i] == "," || r.doc.Tokens[i].UPOS == "CCONJ") {
		i++
	}
	if i == content.End || i >= len(r.words) || r.words[i] != "that" || !r.tree.Is(i, "mark") || !r.sameSentence(content.Start, i) {
		return 0
	}
	return r.tree.Span(r.tree.Head(i)).End
}
