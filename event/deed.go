package event

import (
	"slices"

	"rashomon"
	"rashomon/wordnet"
)

// A deed is something done or happening of no particular kind: a verb in the past, or a noun for what is done, that no sense of the
// lexicon fits, and that speaks of things and people, of moving and touching, or of a day or an hour. What is said of ideas, prices
// and moods is said in images: "hopes collapsed".

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
		return !r.tree.Is(i, "amod") && r.tree.Dependent(i, "det") == rashomon.None && r.isTold(i) && !r.isSupposed(i) && r.isDone(i)
	case upos == "NOUN":
		return r.namesDeed(i) && !r.isModifier(i) && !r.isSupposed(i) && r.isOnce(i)
	}
	return false
}

// isDone reports whether what a verb tells is something done or happening: it stands in a headline, is told with what can be touched or
// counted, or says by itself how somebody or something moves or is touched, or when exactly it was.
func (r *reading) isDone(verb int) bool {
	class := classOf(r.lemma(verb), wordnet.Verb)
	switch vague := inClass("no_deed", r.lemma(verb)); {
	case r.isAttendant(verb) || r.isMeasured(verb):
		return false
	case !vague && r.isOfThings(verb) && (r.isPalpable(verb) || r.headline[verb]):
		return true
	case !r.isPastByItself(verb) || r.ofEvent(verb):
		return false
	case r.isDated(verb) && (!vague || inClass("vague_deed", class)):
		return true
	case vague:
		return inClass("movement", class) && !r.isPassive(verb) && r.hasWay(verb) && r.isOfThings(verb)
	}
	return inClass("bodily", class) && (r.isOfThings(verb) || r.isPalpable(verb))
}

// isAttendant reports whether a participle behind a noun tells what that is doing all the while: "boats carrying rifles".
func (r *reading) isAttendant(verb int) bool {
	return r.doc.Tokens[verb].XPOS == "VBG" && r.tree.Is(verb, "acl") && r.marker(verb) == ""
}

// isPastByItself reports whether the form of a verb or its auxiliaries put it into the past, and not in its course.
func (r *reading) isPastByItself(verb int) bool {
	tense := r.tense(verb)
	return (tense == tensePast || tense == tensePresent && r.headline[verb]) && r.doc.Tokens[verb].XPOS != "VBG"
}

// ofEvent reports whether an event is the subject of a verb: "the strike entered its second week".
func (r *reading) ofEvent(verb int) bool {
	for _, token := range r.dependents(verb, "nsubj") {
		if !r.tree.Is(token, "nsubj:pass") && r.speaksOfEvent(token) {
			return true
		}
	}
	return false
}

// speaksOfEvent reports whether a noun or a name does not stand for somebody or something, but for what happens.
func (r *reading) speaksOfEvent(token int) bool {
	if r.senseOf(token).codes() || r.namesDeed(token) || r.doc.Tokens[token].UPOS == "NOUN" && r.occurrence(token) != nil {
		return true
	}
	entity := r.entity(token)
	return entity != rashomon.None && r.doc.Entities[entity].Type == rashomon.EntityEvent
}

// namesDeed reports whether a noun is one for what is done or happens.
func (r *reading) namesDeed(noun int) bool {
	return r.doc.Tokens[noun].UPOS == "NOUN" && (inClass("deed", r.lemma(noun)) || inClass("deed", r.words[noun]))
}

// isDated reports whether a day or an hour hangs on a verb.
func (r *reading) isDated(verb int) bool {
	for _, token := range r.dependents(verb, "obl", "obl:tmod", "advmod") {
		if timex := r.times[token]; timex != rashomon.None && r.isDate(timex) {
			return true
		}
	}
	return false
}

// isMeasured reports whether a verb only tells how long something was: "it took them half a year".
func (r *reading) isMeasured(verb int) bool {
	return inClass("lasting", r.lemma(verb)) && slices.ContainsFunc(r.dependents(verb, "obj", "obl"), func(token int) bool {
		return r.timed[token] && !r.isDate(r.times[token]) && r.marker(token) == ""
	})
}

// hasWay reports whether a verb is told with where to, from or along somebody moves.
func (r *reading) hasWay(verb int) bool {
	if r.tree.Dependent(verb, "compound:prt") != rashomon.None {
		return true
	}
	for _, token := range r.dependents(verb, "obl", "obj") {
		if entity := r.entity(token); inClass("way", r.marker(token)) && (r.isTangible(token) || entity != rashomon.None && r.isPlace(entity)) {
			return true
		}
	}
	return false
}

// isOnce reports whether a noun for what is done speaks of one particular deed: "the fall killed six", "since the fall", "the fall of 11
// September", "fire tore through the depot".
func (r *reading) isOnce(noun int) bool {
	head := r.tree.Head(noun)
	switch {
	case r.isHeading(noun):
		return true
	case !r.isDefinite(noun):
		return head != rashomon.None && r.tree.Is(noun, "nsubj") && r.isBare(noun) && r.isPastByItself(head) && r.isPalpable(head)
	case r.isPalpable(head), inClass("time_relation", r.marker(noun)):
		return r.isParticular(noun)
	}
	return r.isParticular(noun) && slices.ContainsFunc(r.dependents(noun, "nmod"), func(token int) bool {
		return r.times[token] != rashomon.None && r.isDate(r.times[token])
	})
}

// isBare reports whether nothing stands before a noun that is told of in the singular.
func (r *reading) isBare(noun int) bool {
	return r.doc.Tokens[noun].XPOS == "NN" && r.tree.Span(noun).Start == noun
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
		if r.figured[token] || r.timed[token] || r.isTangible(token) {
			return true
		}
	}
	return false
}

// isTangible reports whether a common noun is of what can be touched.
func (r *reading) isTangible(token int) bool {
	return r.doc.Tokens[token].UPOS == "NOUN" && inClass("palpable", classOf(r.lemma(token), wordnet.Noun))
}

// codes reports whether a sense is of an event.
func (s *sense) codes() bool { return s != nil && s.coding.typ != "" }

// isAbstract reports whether a common noun is one of the mind, of moods, words, qualities, values or times, by its first meaning, and no
// paper and nothing that is carried.
func (r *reading) isAbstract(token int) bool {
	if of := r.tree.Dependent(token, "nmod"); of != rashomon.None && inClass("partitive", r.lemma(token)) {
		token = of
	}
	if r.doc.Tokens[token].UPOS != "NOUN" || r.mentions[token] != rashomon.None || r.figured[token] {
		return false
	}
	lemma := r.lemma(token)
	return !inClass("papers", lemma) && !inClass("papers", r.words[token]) && !inClass("movables", lemma) &&
		(inClass("intangibles", lemma) || inClass("abstract", classOf(lemma, wordnet.Noun)))
}

// classOf returns the class that WordNet has for the first meaning of a word, "" for one that it does not know.
func classOf(lemma string, part wordnet.Part) string {
	net, err := wordnet.English()
	if err != nil {
		return "" // a damaged binary
	}
	word := net.Word(lemma)
	return word.Class(part)
}
