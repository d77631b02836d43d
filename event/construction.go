package event

import "rashomon"

// marker returns the preposition or conjunction before a phrase or clause, in lower case, or "".
func (r *reading) marker(i int) string {
	if marker := r.tree.Dependent(i, "case", "mark"); marker != rashomon.None && !r.figured[marker] {
		return r.words[marker]
	}
	if first := r.tree.Span(i).Start; r.doc.Tokens[first].UPOS == "ADP" && !r.figured[first] { // it hangs on a part of the name: "by General Brandt"
		return r.words[first]
	}
	return ""
}

// particle returns the particle of a verb, or None: also one that the parser takes for an adverb ("pulled back", "kept them back"), where
// the lexicon knows the two together.
func (r *reading) particle(i int) int {
	if r.doc.Tokens[i].UPOS != "VERB" {
		return rashomon.None
	}
	if particle := r.tree.Dependent(i, "compound:prt"); particle != rashomon.None {
		return particle
	}
	for _, adverb := range r.dependents(i, "advmod") {
		object := r.tree.Dependent(i, "obj")
		behind := adverb == i+1 || i < object && object < adverb
		if behind && known().hasVerb(headword{r.lemma(i), r.words[adverb]}) {
			return adverb
		}
	}
	if particle, _ := r.prepositionTaken(i); particle != rashomon.None {
		return particle
	}
	return rashomon.None
}

// prepositionTaken returns a particle right behind a verb that the parser took for the preposition of the object behind it,
// and that object: "switched off the pumps"; None where the lexicon does not know the two words together.
func (r *reading) prepositionTaken(verb int) (particle, object int) {
	particle = verb + 1
	if particle == len(r.words) || !inClass("particle", r.words[particle]) || !r.tree.Is(particle, "case") ||
		!known().hasVerb(headword{r.lemma(verb), r.words[particle]}) {
		return rashomon.None, rashomon.None
	}
	object = r.tree.Head(particle)
	if object == rashomon.None || r.tree.Head(object) != verb || !r.tree.Is(object, "obl") {
		return rashomon.None, rashomon.None
	}
	return particle, object
}

// phrases returns the heads of the phrases that stand with a word at a place, with those that are joined to them.
func (r *reading) phrases(i int, at place) []int {
	switch at {
	case placeSubject:
		return r.conjuncts(r.subjectOfAny(i))
	case placeObject:
		return r.conjuncts(r.object(i))
	case placeReceiver:
		return r.conjuncts(r.receiver(i))
	case placeOwner:
		return r.owners(i)
	case placeComplement:
		return r.complements(i)
	case placeModifier:
		return r.dependents(i, "amod", "compound", "nummod", "advmod")
	case placeInfinitive, placeGerund, placeClause:
		return r.clauses(i, at)
	case placeWhen:
		return r.dated(i)
	}
	return r.prepositional(i, string(at))
}

// subjectOfAny is the subject also of nouns and adjectives behind a copula, and of nouns beside light verbs.
func (r *reading) subjectOfAny(i int) int {
	if counted := r.tree.Dependent(i, "nummod"); counted != rashomon.None && r.headline[i] &&
		(r.doc.Tokens[i].UPOS == "VERB" || r.isCountedVerb(i) || r.isCountedState(i)) {
		return counted // "gates open and eleven die"
	}
	if r.doc.Tokens[i].UPOS == "VERB" {
		return r.subject(i)
	}
	if own := r.tree.Dependent(i, "nsubj"); own != rashomon.None {
		return r.antecedentOf(own)
	}
	return r.saidSubject(i)
}

// conjuncts returns a phrase's head with those that are joined to it by "and" or "or"; nothing for None.
func (r *reading) conjuncts(i int) []int {
	if i == rashomon.None {
		return nil
	}
	all := []int{i}
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "conj") && r.doc.Tokens[child].UPOS != "VERB" {
			all = append(all, child)
		}
	}
	return all
}

// receiver returns the head of whom something is given, or None: the parser takes it for an object now and then.
func (r *reading) receiver(i int) int {
	if receiver := r.tree.Dependent(i, "iobj"); receiver != rashomon.None {
		return receiver
	}
	if objects := r.dependents(i, "obj"); len(objects) == 2 {
		return objects[0]
	}
	return rashomon.None
}

// dated returns the days and hours that hang on a word.
func (r *reading) dated(i int) []int {
	var out []int
	for child := range r.tree.Dependents(i) {
		if timex := r.times[child]; timex != rashomon.None && r.isDate(timex) {
			out = append(out, child)
		}
	}
	return out
}

func (r *reading) dependents(i int, relations ...string) []int {
	var out []int
	for child := range r.tree.Dependents(i) {
		for _, relation := range relations {
			if r.tree.Is(child, relation) {
				out = append(out, child)
			}
		}
	}
	return out
}

// owners returns what stands before a noun and may be whose it is: "the army's advance", "NATO raids", "Libyan troops".
func (r *reading) owners(i int) []int {
	var out []int
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "nmod:poss") || child < i && (r.tree.Is(child, "compound") || r.tree.Is(child, "amod") || r.tree.Is(child, "nmod")) {
			out = append(out, r.conjuncts(child)...)
		}
	}
	return out
}

// firstOwner returns the first of the owners of a noun, or None.
func (r *reading) firstOwner(i int) int {
	if owners := r.owners(i); len(owners) > 0 {
		return owners[0]
	}
	return rashomon.None
}

// clauses returns the heads of the complements of a kind, with those that are joined to them. A to-clause may hang on the
// object: "urged the rebels to release them".
func (r *reading) clauses(i int, kind place) []int {
	var out []int
	add := func(child int, relations ...string) {
		for _, relation := range relations {
			if child > i && r.tree.Is(child, relation) && r.clauseKind(child) == kind {
				out = append(append(out, child), r.dependents(child, "conj")...)
				return
			}
		}
	}
	for child := range r.tree.Dependents(i) {
		add(child, "xcomp", "ccomp")
		if kind == placeInfinitive {
			add(child, "acl", "advcl")
		}
	}
	if object := r.tree.Dependent(i, "obj"); object != rashomon.None && kind == placeInfinitive && r.doc.Tokens[i].UPOS == "VERB" &&
		len(r.parties(object, asActor)) > 0 {
		for child := range r.tree.Dependents(object) {
			add(child, "acl")
		}
	}
	return out
}

// clauseKind returns what kind of complement a clause is.
func (r *reading) clauseKind(clause int) place {
	switch {
	case r.isInfinitive(clause):
		return placeInfinitive
	case r.doc.Tokens[clause].XPOS == "VBG" && r.tree.Dependent(clause, "aux", "nsubj") == rashomon.None:
		return placeGerund
	case r.tree.Is(clause, "ccomp"):
		return placeClause
	}
	return ""
}

// complements returns all clauses and, behind prepositions, all deeds that a word has as its content.
func (r *reading) complements(i int) []int {
	var out []int
	for _, kind := range []place{placeInfinitive, placeClause, placeGerund} {
		out = append(out, r.clauses(i, kind)...)
	}
	return out
}

// prepositional returns the heads of phrases with a preposition that hang on a word, on its object, or on the light verb
// that it is the object of.
func (r *reading) prepositional(i int, preposition string) []int {
	out := r.withMarker(i, preposition)
	if r.doc.Tokens[i].UPOS == "VERB" {
		if object := r.object(i); object != rashomon.None {
			out = append(out, r.withMarker(object, preposition)...)
		}
	}
	if verb := r.lightVerb(i); verb != rashomon.None {
		out = append(out, r.withMarker(verb, preposition)...)
	}
	if r.doc.Tokens[i].UPOS != "VERB" && inClass("hanging_low", preposition) {
		for _, inner := range r.dependents(i, "nmod") { // "the shelling of the town by the rebels": by the tree, a town by the rebels
			out = append(out, r.withMarker(inner, preposition)...)
		}
	}
	return out
}

func (r *reading) withMarker(i int, preposition string) []int {
	var out []int
	for child := range r.tree.Dependents(i) {
		if (r.tree.Is(child, "obl") || r.tree.Is(child, "nmod") || r.tree.Is(child, "advcl") || r.tree.Is(child, "acl")) &&
			!r.timed[child] && child > i && r.marker(child) == preposition && !r.isInfinitive(child) {
			out = append(out, r.conjuncts(child)...)
		}
	}
	return out
}

func inClass(class, word string) bool { return known().classes.Has(class, word) }
