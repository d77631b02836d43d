// Package tense tells from trees in which tense a sentence speaks of something that it names beside a verb: whether a day
// is past or still to come is told by nothing else where the text leaves its year or its week unsaid.
package tense

import (
	"embed"
	"strings"
	"sync"

	"rashomon"
	"rashomon/datafile"
)

// A Tense is the tense of a verb with its auxiliaries.
type Tense uint8

// The tenses.
const (
	None        Tense = iota // no verb, or one that has the tense of the verb above it
	Past                     // "left", "has left"
	Conditional              // "could leave", which is told of the past more often than of what is to come
	Present                  // "leaves": a time that is named beside it is mostly still to come, as in "the talks begin on Friday"
	Possible                 // "may leave", "would leave"
	Planned                  // "is to leave", "agreed to leave"
	Future                   // "will leave", "due to leave"
)

// Happened reports whether what a verb in the tense tells is past, as far as the tense tells.
func (t Tense) Happened() bool { return t == Past || t == Conditional }

// ToCome reports whether what a verb in the tense tells is still to come, as far as the tense tells.
func (t Tense) ToCome() bool { return t >= Present }

//go:embed data
var files embed.FS

// words are the classes of words of data/words.txt. The file is part of the program: a test loads it.
var words = sync.OnceValue(func() datafile.Classes {
	classes, _ := load()
	return classes
})

func load() (datafile.Classes, error) {
	classes := datafile.Classes{}
	err := datafile.Each(files, "data/words.txt", 2, func(columns []string) error {
		classes.Add(columns)
		return nil
	})
	return classes, err
}

// A clause looks up the verbs of a sentence.
type clause struct {
	doc      *rashomon.Document
	sentence rashomon.Span
}

func clauseOf(doc *rashomon.Document, token int) clause {
	return clause{doc: doc, sentence: doc.Sentences[doc.SentenceOf(token)].Span}
}

// Around returns the tense in which a sentence tells of what a span names: that of the nearest verb above it which has
// one. Without a tree any modal verb before the span in its sentence tells.
func Around(doc *rashomon.Document, span rashomon.Span) Tense {
	c := clauseOf(doc, span.Start)
	if doc.Tokens[c.sentence.Start].Relation == "" {
		return c.before(span.Start)
	}
	for at := c.governor(span); ; at += doc.Tokens[at].Head {
		if tense := c.tense(at); tense != None || doc.Tokens[at].Head == 0 {
			return tense
		}
	}
}

// Beside returns the tense of the word that a span hangs on, or of the verb whose subject that is: "he died on 14 July",
// "the talks on 14 July failed".
func Beside(doc *rashomon.Document, span rashomon.Span) Tense {
	c := clauseOf(doc, span.Start)
	at := c.governor(span)
	if strings.HasPrefix(doc.Tokens[at].Relation, "nsubj") {
		at += doc.Tokens[at].Head
	}
	return c.tense(at)
}

// before returns the tense that the last modal verb before a token tells.
func (c clause) before(token int) Tense {
	found := None
	for i := c.sentence.Start; i < token; i++ {
		switch {
		case c.is("future", i):
			found = Future
		case c.is("possible", i):
			found = Possible
		}
	}
	return found
}

// is reports whether a word belongs to a class by its lemma or, where it has none, by its form.
func (c clause) is(class string, token int) bool {
	word := c.doc.Tokens[token].Lemma
	if word == "" {
		word = c.doc.Quote(c.doc.Tokens[token].Extent)
	}
	return words().Has(class, word)
}

// governor returns the word that a span depends on.
func (c clause) governor(span rashomon.Span) int {
	at := span.Start
	for at >= span.Start && at < span.End && c.doc.Tokens[at].Head != 0 {
		at += c.doc.Tokens[at].Head
	}
	return at
}

// An auxiliaries tells what stands with a verb.
type auxiliaries struct {
	perfect, infinitive, passive, present, past bool
	be                                          bool // "is" or "were", also where the tree has it as a copula: "is to leave"
	modal                                       Tense
}

func (c clause) auxiliaries(verb int) auxiliaries {
	var a auxiliaries
	for i := c.sentence.Start; i < c.sentence.End; i++ {
		t := &c.doc.Tokens[i]
		if t.Head == 0 || i+t.Head != verb {
			continue
		}
		switch {
		case t.XPOS == "MD":
			if a.modal == None {
				a.modal = c.modal(i)
			}
		case t.XPOS == "TO":
			a.infinitive = true
		case t.UPOS == "AUX" && t.Lemma == "have":
			a.perfect = true
		case t.UPOS == "AUX" && t.XPOS == "VBD":
			a.past, a.be = true, a.be || t.Lemma == "be"
		case t.UPOS == "AUX" && t.XPOS == "VB":
			a.passive = true
		case t.UPOS == "AUX" && (t.XPOS == "VBZ" || t.XPOS == "VBP"):
			a.present, a.be = true, a.be || t.Lemma == "be"
		}
	}
	return a
}

// modal returns the tense of a verb beside a modal verb.
func (c clause) modal(token int) Tense {
	switch {
	case c.is("future", token):
		return Future
	case c.is("possible", token):
		return Possible
	}
	return Conditional
}

// tense returns the tense of a verb with its auxiliaries.
func (c clause) tense(verb int) Tense {
	a := c.auxiliaries(verb)
	switch tag := c.doc.Tokens[verb].XPOS; {
	case a.modal != None:
		return a.modal
	case (tag == "VBN" || tag == "JJ") && c.is("due", verb):
		return Future
	case a.infinitive && a.be: // "is to leave", "were to leave"
		return Planned
	case a.infinitive:
		return c.infinitive(verb, a.passive)
	case a.past || a.perfect || tag == "VBD":
		return Past
	case a.present || tag == "VBZ" || tag == "VBP":
		return Present
	case tag == "VBN":
		return Past
	}
	return None
}

// infinitive returns the tense of "to do": it is to come where it is planned, or told of in the present.
func (c clause) infinitive(verb int, passive bool) Tense {
	head := c.doc.Tokens[verb].Head
	if passive || head != 0 && c.is("plan", verb+head) {
		return Planned
	}
	return None
}
