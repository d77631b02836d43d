package timex

import (
	"strings"

	"rashomon"
)

// direction returns where from its base an expression lies: 1 onwards, -1 backwards, 0 within the same unit; strict is
// true where the expression itself says so and thereby leaves out the base ("next Friday").
func (r *resolver) direction(m *meaning) (direction int, strict bool) {
	switch {
	case m.has(slotSign):
		return m.int(slotSign), m.int(slotSign) != 0
	case r.narrative && m.has(slotWeekday):
		return 1, false // the story goes on
	case r.narrative:
		return 0, false
	case r.isFuture(m.span):
		return 1, false
	}
	return -1, false
}

// isFuture reports whether the clause of an expression speaks of the future. Without a tree any modal verb before the
// expression in its sentence tells.
func (r *resolver) isFuture(span rashomon.Span) bool {
	sentence := r.doc.Sentences[r.doc.SentenceOf(span.Start)].Span
	c := clause{doc: r.doc, sentence: sentence}
	if r.doc.Tokens[sentence.Start].Relation != "" {
		return c.above(span)
	}
	for i := sentence.Start; i < span.Start; i++ {
		if c.is("FUTURE", i) {
			return true
		}
	}
	return false
}

// A clause looks up the verbs of a sentence.
type clause struct {
	doc      *rashomon.Document
	sentence rashomon.Span
}

// is reports whether a word belongs to a class of the lexicon by its lemma or, where it has none, by its form.
func (c clause) is(class string, token int) bool {
	word := c.doc.Tokens[token].Lemma
	if word == "" {
		word = c.doc.Quote(c.doc.Tokens[token].Extent)
	}
	g := english()
	for _, l := range g.lexicon[word] {
		if l.term == g.terms[class] {
			return true
		}
	}
	return false
}

// happened reports whether an expression stands beside a verb in the past, or beside its subject: "he died on 14 July",
// "the talks on 14 July failed".
func (r *resolver) happened(span rashomon.Span) bool {
	c := clause{doc: r.doc, sentence: r.doc.Sentences[r.doc.SentenceOf(span.Start)].Span}
	at := c.governor(span)
	if strings.HasPrefix(r.doc.Tokens[at].Relation, "nsubj") {
		at += r.doc.Tokens[at].Head
	}
	return c.tense(at) == tensePast
}

// governor returns the word that an expression depends on.
func (c clause) governor(span rashomon.Span) int {
	at := span.Start
	for at >= span.Start && at < span.End && c.doc.Tokens[at].Head != 0 {
		at += c.doc.Tokens[at].Head
	}
	return at
}

// above climbs from an expression through the verbs above it to the first one that tells a tense.
func (c clause) above(span rashomon.Span) bool {
	for at := c.governor(span); ; at += c.doc.Tokens[at].Head {
		if tense := c.tense(at); tense != tenseNone || c.doc.Tokens[at].Head == 0 {
			return tense == tenseFuture
		}
	}
}

type tense uint8

const (
	tenseNone tense = iota // no verb, or one that has the tense of the verb above it
	tensePast
	tenseFuture
)

// tense returns the tense of a verb with its auxiliaries. A time that is named beside a verb in the present is still
// to come: "the talks begin on Friday", "is to arrive on Friday".
func (c clause) tense(verb int) tense {
	perfect, infinitive, passive, present, past := false, false, false, false, false
	for i := c.sentence.Start; i < c.sentence.End; i++ {
		t := c.doc.Tokens[i]
		if t.Head == 0 || i+t.Head != verb {
			continue
		}
		switch {
		case t.XPOS == "MD" && c.is("FUTURE", i):
			return tenseFuture
		case t.XPOS == "MD":
			return tensePast // "could" is told of the past more often
		case t.XPOS == "TO":
			infinitive = true
		case t.UPOS == "AUX" && t.Lemma == "have":
			perfect = true
		case t.UPOS == "AUX" && t.XPOS == "VBD":
			past = true
		case t.UPOS == "AUX" && t.XPOS == "VB":
			passive = true
		case t.UPOS == "AUX" && (t.XPOS == "VBZ" || t.XPOS == "VBP"):
			present = true
		}
	}
	switch tag := c.doc.Tokens[verb].XPOS; {
	case (tag == "VBN" || tag == "JJ") && c.is("DUE", verb):
		return tenseFuture
	case infinitive:
		return c.infinitive(verb, passive)
	case past || perfect || tag == "VBD":
		return tensePast
	case present || tag == "VBZ" || tag == "VBP":
		return tenseFuture
	case tag == "VBN":
		return tensePast
	}
	return tenseNone
}

// infinitive returns the tense of "to do": it is to come where it is planned, or told of in the present.
func (c clause) infinitive(verb int, passive bool) tense {
	head := c.doc.Tokens[verb].Head
	if passive || head != 0 && c.is("PLAN", verb+head) {
		return tenseFuture
	}
	return tenseNone
}
