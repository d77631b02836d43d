package event

import (
	"rashomon"
	"rashomon/wordnet"
)

// A deed is something done or happening of no particular kind: a verb in the past, or a noun for what is done, that no sense of the
// lexicon fits, and that speaks of things and people. What is said of ideas, prices and moods is said in images: "hopes
// collapsed".

// deed is the sense of deeds.
var deed = &sense{coding: coding{typ: rashomon.TypeOccurrence, mode: "deed"}, roles: rolesOfVerbs, rule: "occurrences/deed"}

// isDeed reports whether a word tells of a deed: a verb that is told as what happened and is none of those of states, of the mind or
// of speech, or a noun for what is done.
func (r *reading) isDeed(i int) bool {
	if r.inName[i] || r.timed[i] || r.figured[i] || r.senseOf(i) != nil {
		return false
	}
	switch upos := r.doc.Tokens[i].UPOS; {
	case upos == "VERB":
		return !inClass("no_deed", r.lemma(i)) && !r.tree.Is(i, "amod") && r.tree.Dependent(i, "det") == rashomon.None && r.isTold(i) && !r.isSupposed(i) && r.isOfThings(i) && r.isPalpable(i)
	case upos == "NOUN":
		return r.isDefinite(i) && r.isPalpable(r.tree.Head(i)) && (inClass("deed", r.lemma(i)) || inClass("deed", r.words[i])) && r.isParticular(i) && !r.isModifier(i) && !r.isSupposed(i)
	}
	return false
}

// isOfThings reports whether nothing abstract does what a verb says, or undergoes it, and no other event: "the strike entered its second
// week".
func (r *reading) isOfThings(verb int) bool {
	for _, token := range r.dependents(verb, "nsubj", "nsubj:pass", "obj") {
		if s := r.senseOf(token); r.isAbstract(token) || s.codes() && !r.tree.Is(token, "obj") {
			return false
		}
	}
	for _, token := range r.dependents(verb, "obl") {
		if inClass("figurative", r.marker(token)) && r.isAbstract(token) { // "drowned in debt", "broke with tradition"
			return false
		}
	}
	return true
}

// isPalpable reports whether a verb is told with a thing that can be touched, with a figure or with a time: what is told of people and
// bodies alone, without any of these, is more often an opinion on them than a report.
func (r *reading) isPalpable(verb int) bool {
	if verb == rashomon.None {
		return true
	}
	for _, token := range r.dependents(verb, "nsubj", "nsubj:pass", "obj", "obl", "obl:tmod", "advmod") {
		if r.figured[token] || r.timed[token] || r.doc.Tokens[token].UPOS == "NOUN" && inClass("palpable", classOfNoun(r.lemma(token))) {
			return true
		}
	}
	return false
}

// codes reports whether a sense is of an event.
func (s *sense) codes() bool { return s != nil && s.coding.typ != "" }

// isAbstract reports whether a common noun is one of the mind, of moods, words, qualities, values or times, by its first meaning, and no
// paper and nothing that is carried.
func (r *reading) isAbstract(token int) bool {
	if r.doc.Tokens[token].UPOS != "NOUN" || r.mentions[token] != rashomon.None || r.figured[token] {
		return false
	}
	lemma := r.lemma(token)
	return !inClass("papers", lemma) && !inClass("papers", r.words[token]) && !inClass("movables", lemma) &&
		(inClass("intangibles", lemma) || inClass("abstract", classOfNoun(lemma)))
}

// classOfNoun returns the class that WordNet has for the first meaning of a noun, "" for one that it does not know.
func classOfNoun(lemma string) string {
	net, err := wordnet.English()
	if err != nil {
		return "" // a damaged binary
	}
	word := net.Word(lemma)
	return word.Class(wordnet.Noun)
}
