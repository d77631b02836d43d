package entity

import (
	"strings"

	"rashomon"
	"rashomon/entity/code"
)

// addNominals adds the phrases whose head is a noun that names a party, a place, a weapon, a document or an event.
func (r *reading) addNominals() {
	for i := range r.doc.Tokens {
		if r.named[i] || r.titled[i] || r.timed[i] || !r.isHeadNoun(i) {
			continue
		}
		start := max(r.sentence(i).Start, i+1-longestNoun)
		if r.isIdiom(i) {
			continue
		}
		if noun, _ := code.FindNoun(r.forms(rashomon.Span{Start: start, End: i + 1})); noun != nil {
			r.addNominal(i, noun)
		} else if noun := r.follower(i); noun != nil {
			r.addNominal(i, noun)
		}
	}
}

// follower returns what a noun in "-ist" that the lists do not have names: somebody by what they do or hold. Shorter nouns
// that end so are mostly others ("list", "twist").
func (r *reading) follower(i int) *code.Noun {
	lemma := r.lemma(i)
	if r.doc.Tokens[i].UPOS != "NOUN" || !strings.HasSuffix(lemma, "ist") || len(lemma) < len("marxist") {
		return nil
	}
	noun := &code.Noun{Singular: lemma, Plural: r.doc.Tokens[i].XPOS == "NNS", Type: rashomon.EntityPerson, List: "-ist"}
	if noun.Plural {
		noun.Type = rashomon.EntityGroup
	}
	return noun
}

// longestNoun is how many tokens the words of a noun may be, hyphens included: "member of parliament", "vice-president".
const longestNoun = 5

// isHeadNoun reports whether a token may head a nominal: a noun that is no part of a compound, or an adjective or
// participle that stands for people ("the wounded", "the dead").
func (r *reading) isHeadNoun(i int) bool {
	token := r.doc.Tokens[i]
	if token.UPOS != "NOUN" && token.UPOS != "PROPN" && (token.UPOS != "ADJ" && token.UPOS != "VERB" || !r.startsWithThe(i)) {
		return false
	}
	return !r.tree.Is(i, "compound") && !r.tree.Is(i, "amod") && !r.tree.Is(i, "nmod:desc") && !r.tree.Is(i, "flat")
}

func (r *reading) startsWithThe(i int) bool {
	return r.tree.Dependent(i, "det") != rashomon.None && r.tree.Dependent(i, "nsubj", "cop", "obj") == rashomon.None
}

func (r *reading) addNominal(head int, noun *code.Noun) {
	other := r.otherSense(head, noun)
	if other != nil {
		noun = other
	}
	d := draft{
		Mention: rashomon.Mention{Head: head, Kind: rashomon.MentionNominal, Rule: "noun/" + noun.List},
		kind:    noun.Type, number: singular, lemma: fold(r.lemma(head)), adjectives: r.adjectives(head), negated: r.isNegated(head), sense: other,
	}
	if noun.Plural {
		d.number = plural
	}
	if noun.Of && !r.partitive(&d) || attitudes()[d.lemma] && head+1 < len(r.doc.Tokens) && r.lower(head+1) == "to" {
		return
	}
	if whole := r.quantifier(head); whole != rashomon.None {
		d.Head, d.number, d.kind = whole, plural, several(noun.Type)
		if one := r.lower(whole); one == "one" || one == "1" {
			d.number, d.kind = singular, single(noun.Type)
		}
	}
	d.Span = r.phrase(head)
	if d.Head != head {
		d.Span.Start = r.phrase(d.Head).Start
	}
	d.definite = r.isDefinite(head) && d.Head == head
	if works()[d.lemma] && d.number == singular && (d.definite || head > 0 && r.named[head-1]) {
		d.kind = rashomon.EntityFacility
	}
	if d.kind == rashomon.EntityWork && !d.definite { // books and reports in general are nobody's account
		return
	}
	d.Distancing = r.distancingWithin(d.Span, head)
	if distancing := r.distancing(d.Span); d.Distancing.Empty() {
		d.Distancing = distancing
	}
	r.add(d)
}

// partitive gives a noun that stands for what comes behind its "of" the type of that ("a group of soldiers"). It reports
// whether the noun names anything: a part or a majority of something that is no party does not.
func (r *reading) partitive(d *draft) bool {
	for child := range r.tree.Dependents(d.Head) {
		if child < d.Head || !r.hasCase(child, "of") {
			continue
		}
		inner, _ := code.FindNoun(r.forms(rashomon.Span{Start: max(d.Head+1, child+1-longestNoun), End: child + 1}))
		if inner != nil {
			d.kind = several(inner.Type)
		}
		return inner != nil || r.named[child] && !quantifiers()[d.lemma]
	}
	return !quantifiers()[d.lemma]
}

// several is the type of many of a type, and single that of one of a group.
func several(t rashomon.EntityType) rashomon.EntityType {
	if t == rashomon.EntityPerson {
		return rashomon.EntityGroup
	}
	return t
}

func single(t rashomon.EntityType) rashomon.EntityType {
	if t == rashomon.EntityGroup {
		return rashomon.EntityPerson
	}
	return t
}

// quantifier returns the word that counts out of what a noun names and that the noun hangs on by "of": "many of his
// fighters", "three of the soldiers", "hundreds of troops"; else None.
func (r *reading) quantifier(noun int) int {
	head := r.tree.Head(noun)
	if head == rashomon.None || head > noun || !r.hasCase(noun, "of") {
		return rashomon.None
	}
	token := r.doc.Tokens[head]
	if token.UPOS == "NUM" || quantifiers()[r.lemma(head)] {
		return head
	}
	return rashomon.None
}

// hasCase reports whether a noun has a preposition.
func (r *reading) hasCase(noun int, preposition string) bool {
	marker := r.tree.Dependent(noun, "case")
	return marker != rashomon.None && r.lower(marker) == preposition
}

// phrase returns the words from the determiner of a noun to its head, and behind it the phrases that say which one it is:
// "the former ambassador to Iraq", "the families of the victims". Relative clauses, appositions and what is joined by "and"
// stay outside.
func (r *reading) phrase(head int) rashomon.Span {
	span := rashomon.Span{Start: head, End: r.phraseEnd(head)}
	copula := r.tree.Dependent(head, "cop")
	for child := range r.tree.Dependents(head) {
		if child < head && r.isPremodifier(child) && (child > copula || copula > head) && !r.isDateBefore(child) {
			span.Start = min(span.Start, r.tree.Span(child).Start)
		}
	}
	span.Start = max(span.Start, r.sentence(head).Start)
	for span.Start < head && !r.counts[span.Start] && outside()[r.doc.Tokens[span.Start].UPOS] { // "at least 11 people" is all of it
		span.Start++
	}
	for span.Start > r.sentence(head).Start && r.counts[span.Start] && r.counts[span.Start-1] {
		span.Start-- // "at" of "at least 11 people" that the parser took for a preposition
	}
	for i := head - 1; i > span.Start; i-- {
		if r.isCreditDash(i) {
			span.Start = i + 1
		}
	}
	for span.Start >= r.sentence(head).Start+2 && r.isHyphenated(span.Start) {
		span.Start -= 2 // "ill" of "ill-meaning neighbours" that hangs elsewhere
	}
	return span
}

// isCreditDash reports whether a token is the dash before whoever a headline is credited to: "nine killed -medics".
func (r *reading) isCreditDash(i int) bool {
	return r.form(i) == "-" && r.doc.Tokens[i-1].Extent.End < r.doc.Tokens[i].Extent.Start && r.doc.Tokens[i].Extent.End == r.doc.Tokens[i+1].Extent.Start
}

// isHyphenated reports whether a token is joined to a word before it by a hyphen.
func (r *reading) isHyphenated(i int) bool {
	word, hyphen, own := r.doc.Tokens[i-2], r.doc.Tokens[i-1], r.doc.Tokens[i]
	return r.form(i-1) == "-" && hyphen.Extent.End == own.Extent.Start && word.Extent.End == hyphen.Extent.Start && own.UPOS != "PROPN"
}

// phraseEnd returns where the phrase of a noun ends.
func (r *reading) phraseEnd(head int) int {
	end := head + 1
	for child := range r.tree.Dependents(head) {
		if child > head && r.tree.Span(child).Start == end && r.identifies(child, head) {
			end = r.phraseEnd(child)
		}
	}
	return end
}

// isPremodifier reports whether a word before a noun belongs to its phrase.
func (r *reading) isPremodifier(i int) bool {
	for _, relation := range []string{"det", "amod", "compound", "nummod", "nmod"} {
		if r.tree.Is(i, relation) {
			return true
		}
	}
	return false
}

// identifies reports whether a phrase behind a noun says which one it is: by "of", of somebody by "to" and "for" too ("the
// ambassador to Iraq"), and of a deed by "in" ("the intervention in Libya").
func (r *reading) identifies(i, head int) bool {
	marker := r.tree.Dependent(i, "case")
	if marker == rashomon.None || !r.tree.Is(i, "nmod") {
		return false
	}
	preposition := r.lower(marker)
	if identifying()[preposition] {
		return true
	}
	noun, _ := code.FindNoun(r.forms(rashomon.Span{Start: head, End: head + 1}))
	return noun != nil && (noun.Type == rashomon.EntityPerson && identifyingPersons()[preposition] ||
		noun.Type == rashomon.EntityEvent && identifyingEvents()[preposition])
}

// isDefinite reports whether a noun's determiner says that it is known which one is meant.
func (r *reading) isDefinite(head int) bool {
	for child := range r.tree.Dependents(head) {
		if child < head && (r.tree.Is(child, "nmod:poss") || definites()[r.lower(child)] && r.tree.Is(child, "det")) {
			return true
		}
	}
	return false
}

// isNegated reports whether a noun phrase says that there is none.
func (r *reading) isNegated(head int) bool {
	determiner := r.tree.Dependent(head, "det")
	return determiner != rashomon.None && r.lower(determiner) == "no"
}

// adjectives returns the lemmas of what modifies a noun, but for numbers and determiners.
func (r *reading) adjectives(head int) []string {
	var out []string
	for child := range r.tree.Dependents(head) {
		if child < head && (r.tree.Is(child, "amod") || r.tree.Is(child, "compound")) {
			out = append(out, r.lemma(child))
		}
	}
	return out
}

// distancingWithin returns the distancing words between the determiner and the head of a phrase: "the so-called rebels".
func (r *reading) distancingWithin(s rashomon.Span, head int) rashomon.Span {
	for start := s.Start + 1; start <= head; start++ {
		if found := r.distancing(rashomon.Span{Start: start, End: head + 1}); !found.Empty() && found.Start >= s.Start {
			return found
		}
	}
	return rashomon.Span{}
}
