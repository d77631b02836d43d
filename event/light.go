package event

import (
	"slices"

	"rashomon"
)

// lend gives a noun beside a light verb the verb's subject: "the army carried out an attack", "the town came under attack".
func (r *reading) lend(d *draft) {
	verb, use := r.lightUse(d.head)
	if verb == rashomon.None {
		return
	}
	subject := r.conjuncts(r.subjectOfAny(verb))
	if use.preposition != "" && r.doc.Tokens[verb].UPOS == "VERB" { // "were involved in the attack"
		subject = r.conjuncts(r.surfaceSubject(verb))
	}
	switch {
	case use.actor && len(d.actors) == 0:
		d.actors = r.partiesOf(subject, asSubject)
	case !use.actor && len(d.recipients) == 0:
		d.recipients = r.partiesOf(subject, asRecipient)
	}
}

// lightVerb returns the verb that lends a noun its subject ("they carried out an attack"), or None.
func (r *reading) lightVerb(i int) int {
	verb, _ := r.lightUse(i)
	return verb
}

// lightUse returns that verb and how it lends: by the line of the lexicon that fits what stands between it and the noun.
func (r *reading) lightUse(i int) (verb int, use lightUse) {
	if r.doc.Tokens[i].UPOS != "NOUN" {
		return rashomon.None, use
	}
	if head := r.tree.Head(i); head != rashomon.None && r.tree.Is(i, "conj") && r.doc.Tokens[head].UPOS == "NOUN" {
		i = head
	}
	before := r.marker(i)
	if r.tree.Dependent(i, "cop") != rashomon.None { // "the Front is behind the attack"
		return fitting(i, known().lightVerbs[headword{lemma: "be"}], before)
	}
	verb = r.tree.Head(i)
	switch {
	case verb == rashomon.None || before == "" && r.object(verb) != i:
		return rashomon.None, use
	case before != "" && r.tree.Is(verb, "obj"): // "claimed responsibility for the attack"
		before, verb = r.lemma(verb)+" "+before, r.tree.Head(verb)
	}
	if object := r.tree.Dependent(verb, "obj"); before != "" && object != rashomon.None && object < i { // the same, hung on the verb
		return fitting(verb, known().lightVerbs[r.headword(verb)], before, r.lemma(object)+" "+before)
	}
	return fitting(verb, known().lightVerbs[r.headword(verb)], before)
}

// fitting returns the first of some uses of a verb with one of some things before the noun.
func fitting(verb int, uses []lightUse, before ...string) (int, lightUse) {
	for _, use := range uses {
		if slices.Contains(before, use.preposition) {
			return verb, use
		}
	}
	return rashomon.None, lightUse{}
}
