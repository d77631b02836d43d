package event

import (
	"iter"
	"slices"
	"strings"

	"rashomon"
	"rashomon/event/plover"
)

// holds reports whether something stands at one of a condition's places and passes one of its tests, whether or not the
// condition is negated.
func (r *reading) holds(i int, c condition) bool {
	for _, at := range c.places {
		if at == placeText {
			return r.textSays(c.tests)
		}
		for _, token := range r.phrases(i, at) {
			if r.passes(token, c.tests) {
				return true
			}
		}
	}
	return false
}

// textSays reports whether one of some lemmas, or of the words of a class, stands anywhere in the text: words keep to one
// sense in one text (Gale, Church and Yarowsky 1992), which its other words tell.
func (r *reading) textSays(tests []string) bool {
	if r.lemmas == nil {
		r.lemmas = map[string]bool{}
		for i := range r.doc.Tokens {
			r.lemmas[r.lemma(i)] = true
		}
	}
	for _, test := range tests {
		class, isClass := strings.CutPrefix(test, "@")
		if r.lemmas[test] || isClass && r.textHas(known().classes[class].All()) {
			return true
		}
	}
	return false
}

func (r *reading) textHas(words iter.Seq[string]) bool {
	for word := range words {
		if r.lemmas[word] {
			return true
		}
	}
	return false
}

func (r *reading) passes(token int, tests []string) bool {
	for _, test := range tests {
		if r.passesOne(token, test) {
			return true
		}
	}
	if antecedent := r.antecedent(token); antecedent != rashomon.None && r.passes(antecedent, tests) {
		return true
	}
	return len(tests) == 0 || r.isThingBefore(token, tests)
}

// farthestThing is how many sentences before a pronoun the noun that it stands for is looked for.
const farthestThing = 1

// isThingBefore reports whether a pronoun of things may stand for a noun before it which passes tests by a class of things:
// a verb tells by what it is said of what its pronouns stand for (Dagan and Itai 1990).
func (r *reading) isThingBefore(token int, tests []string) bool {
	verb := r.tree.Head(token)
	if !inClass("thing", r.words[token]) || !slices.ContainsFunc(tests, isClassOfThings) ||
		verb == rashomon.None || r.tree.Dependent(verb, "xcomp") != rashomon.None { // "found it impossible" stands for nothing
		return false
	}
	plural := r.words[token] != "it"
	for i := token - 1; i >= 0 && r.doc.SentenceOf(token)-r.doc.SentenceOf(i) <= farthestThing; i-- {
		if r.doc.Tokens[i].UPOS == "NOUN" && plural == strings.Contains(r.doc.Tokens[i].Features, "Number=Plur") && r.passes(i, tests) {
			return true
		}
	}
	return false
}

// antecedent returns the head of what a pronoun takes up, of which it says the same: "the gates ... they were raised"; or
// None.
func (r *reading) antecedent(token int) int {
	if r.doc.Tokens[token].UPOS != "PRON" || r.mentions[token] == rashomon.None {
		return rashomon.None
	}
	before := r.doc.Mentions[r.mentions[token]].Antecedent
	if before == rashomon.None || r.doc.Mentions[before].Head >= token {
		return rashomon.None
	}
	return r.doc.Mentions[before].Head
}

func (r *reading) passesOne(token int, test string) bool {
	if class, found := strings.CutPrefix(test, "@"); found {
		return inClass(class, r.lemma(token)) || inClass(class, r.words[token])
	}
	if kind, found := strings.CutPrefix(test, "#"); found {
		return r.isOfKind(token, kind)
	}
	switch test {
	case "party":
		return r.isParty(token)
	case "human":
		return r.isHuman(token)
	case "proper":
		return r.doc.Tokens[token].UPOS == "PROPN"
	case "place":
		return r.isType(token, rashomon.EntityPlace) || r.isType(token, rashomon.EntityFacility)
	case "weapon":
		return r.isType(token, rashomon.EntityWeapon)
	}
	return r.lemma(token) == test || r.words[token] == test // a lemma may be wrong where the tag is
}

// isParty reports whether a phrase, given by its head, speaks of somebody, itself or in a name beside it: "the envoy Brandt",
// but not "his proposal".
func (r *reading) isParty(head int) bool {
	for _, token := range append(r.dependents(head, "appos", "flat"), head) {
		if entity := r.entity(token); entity != rashomon.None && r.canBe(entity, asActor) {
			return true
		}
	}
	return false
}

// isHuman reports whether a phrase, given by its head, speaks of people: "the driver", "eleven", "40 of them".
func (r *reading) isHuman(head int) bool {
	if r.mentions[head] == rashomon.None && r.doc.Tokens[head].UPOS == "PROPN" && r.tree.Dependent(head, "flat") != rashomon.None {
		return true // a name of two words that the recogniser passed over
	}
	lemma := r.lemma(head)
	lemma = lemma[strings.LastIndex(lemma, "-")+1:] // "co-pilot", "ex-minister"
	return r.isType(head, rashomon.EntityPerson) || r.isType(head, rashomon.EntityGroup) ||
		r.doc.Tokens[head].UPOS == "NUM" || inClass("people", lemma) || inClass("sides", lemma)
}

func (r *reading) isType(token int, typ rashomon.EntityType) bool {
	mention := r.mentions[token]
	return mention != rashomon.None && r.doc.Entities[r.doc.Mentions[mention].Entity].Type == typ
}

// isOfKind reports whether a token speaks of an event of a kind.
func (r *reading) isOfKind(token int, kind string) bool {
	s := r.senseOf(token)
	if s == nil || s.coding.typ == "" {
		return false
	}
	return s.coding.typ == kind || kindOf(s.coding.typ) == kind
}

// kindOf returns whether a type is one of conflict or of cooperation.
func kindOf(typ string) string {
	switch known, _ := plover.TypeOf(typ); known.Quad {
	case plover.QuadVerbalCooperation, plover.QuadMaterialCooperation:
		return kindCooperation
	}
	return kindConflict
}

// isClassOfThings reports whether a test is for a class of things that few verbs are said of.
func isClassOfThings(test string) bool {
	class, found := strings.CutPrefix(test, "@")
	return found && inClass("telling_things", class)
}
