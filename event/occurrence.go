package event

import (
	"slices"

	"rashomon"
)

// An occurrence is what happens outside the ontology: a gate is opened, a siren fails, people drown. It is looked for where
// a word speaks of no event of the ontology, and only where it is told as something that happened once: a verb in the past
// or what depends on one, a noun that is one particular happening, anything in a headline. Habits, states and general
// statements are none.

// occurrence returns the sense of an occurrence that a token has in its place, or nil.
func (r *reading) occurrence(i int) *sense {
	for _, s := range r.occurrences(i) {
		if r.fits(i, s) || s.isOfPeople() && (r.isCounted(i) || r.isFoundToBe(i)) {
			return s.orNil()
		}
	}
	if r.isDeed(i) {
		return deed
	}
	return nil
}

// orNil returns nil for a sense that is none.
func (s *sense) orNil() *sense {
	if s.coding.typ == "" {
		return nil
	}
	return s
}

// occurrences returns the senses of occurrences of a token that is told as one. The words are looked up first, for most
// have no sense.
func (r *reading) occurrences(i int) []*sense {
	words, alone := known().occurrences, headword{lemma: r.lemma(i)}
	var senses []*sense
	told := false
	switch upos := r.doc.Tokens[i].UPOS; {
	case upos == "VERB" || r.isCountedVerb(i):
		senses = words.verbSenses(r, i)
		told = len(senses) > 0 && !r.tree.Is(i, "amod") && r.isTold(i)
	case upos == "NOUN" || upos == "PROPN" || r.isNounByPlace(i):
		senses = words.nouns[alone]
		told = len(senses) > 0 && r.isParticular(i) && !r.isModifier(i)
	case upos == "ADJ" || upos == "ADV":
		senses = words.adjectives[alone]
		told = len(senses) > 0 && (r.tree.Dependent(i, "cop") != rashomon.None && r.tense(i) != tenseOther || r.isCountedState(i) || r.isCounted(i) || r.isFoundToBe(i))
	}
	if !told || r.inName[i] || r.timed[i] || r.isSupposed(i) {
		return nil
	}
	return senses
}

// isCountedVerb reports whether a token of a headline is a verb that the parser took for the noun of a figure: "Eleven drown
// in flood".
func (r *reading) isCountedVerb(i int) bool {
	return r.doc.Tokens[i].XPOS == "NN" && r.tree.Dependent(i, "nummod") != rashomon.None && r.headline[i] &&
		len(known().occurrences.verbs[headword{lemma: r.lemma(i)}]) > 0
}

// isCountedState reports whether an adjective tells a state of so many in a headline: "17 dead".
func (r *reading) isCountedState(i int) bool {
	return r.tree.Dependent(i, "nummod", "nsubj") != rashomon.None && r.headline[i]
}

// isCounted reports whether a state is told of so many, with no noun for them: "the list has 60 dead", "140 are dead".
func (r *reading) isCounted(i int) bool {
	if r.doc.Tokens[i].UPOS != "ADJ" || r.tree.Is(i, "amod") {
		return false
	}
	before := i - 1
	for before >= 0 && r.doc.Tokens[before].UPOS == "AUX" {
		before--
	}
	return before >= 0 && (r.figured[before] || r.doc.Tokens[before].UPOS == "NUM") && !r.timed[before]
}

// isFoundToBe reports whether a state is what people were seen in: "the pilot was found dead".
func (r *reading) isFoundToBe(i int) bool {
	head := r.tree.Head(i)
	if head == rashomon.None || !r.tree.Is(i, "xcomp") || !inClass("find_to_be", r.lemma(head)) || !r.isTold(head) {
		return false
	}
	whom := r.object(head)
	if r.isPassive(head) {
		whom = r.surfaceSubject(head)
	}
	return whom != rashomon.None && (r.isHuman(whom) || r.isParty(whom))
}

// isOfPeople reports whether a sense is of what people are: it asks for a human subject.
func (s *sense) isOfPeople() bool {
	return slices.ContainsFunc(s.conditions, func(c condition) bool {
		return !c.negated && slices.Contains(c.places, placeSubject) && slices.Contains(c.tests, "human")
	})
}

// isModifier reports whether a noun only tells of which kind another is, or is part of a word: "riot police", "cease-fire".
func (r *reading) isModifier(i int) bool {
	if i > 0 && r.words[i-1] == "-" {
		return true
	}
	if !r.tree.Is(i, "compound") {
		return false
	}
	switch r.doc.Tokens[r.tree.Head(i)].UPOS {
	case "NOUN", "PROPN":
		return true
	}
	return false // a slip of the parser: "declared the strike unlawful"
}

// dropLenders leaves out occurrences of verbs that only lend their subject to the noun of another event: "imposed a curfew".
func (r *reading) dropLenders() {
	lending := map[int]bool{}
	for _, d := range r.drafts {
		if verb := r.lightVerb(d.head); verb != rashomon.None && verb != d.head {
			lending[verb] = true
		}
	}
	r.drafts = slices.DeleteFunc(r.drafts, func(d draft) bool { return d.typ == rashomon.TypeOccurrence && lending[d.head] })
}

// isParticular reports whether a noun speaks of one thing, or of so many: "the flood", "a fire", "two explosions", "Monday's
// vote", not "floods", "any fire".
func (r *reading) isParticular(i int) bool {
	for child := range r.tree.Dependents(i) {
		switch {
		case r.tree.Is(child, "det"):
			return !inClass("general_determiner", r.words[child])
		case r.tree.Is(child, "nmod:poss"), r.tree.Is(child, "nummod"):
			return true
		}
	}
	return r.headline[i] || r.isHeading(i) || r.existed(i) || i > 0 && r.doc.Tokens[i-1].UPOS == "DET" && !inClass("general_determiner", r.words[i-1])
}

// longestHeading is how many tokens a sentence has at most that is a heading within a text: "Landslide."
const longestHeading = 4

// isHeading reports whether a noun heads a sentence that says no more.
func (r *reading) isHeading(noun int) bool {
	return r.tree.Head(noun) == rashomon.None && r.tree.Dependent(noun, "cop", "nsubj") == rashomon.None &&
		r.doc.Sentences[r.doc.SentenceOf(noun)].Span.Len() <= longestHeading
}

// existed reports whether a text says of a noun that there was such a thing: "there were shots".
func (r *reading) existed(i int) bool {
	head := r.tree.Head(i)
	return head != rashomon.None && r.tree.Is(i, "nsubj") && r.tree.Dependent(head, "expl") != rashomon.None && r.tense(head) == tensePast
}
