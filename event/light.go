package event

import "rashomon"

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

func (r *reading) lightUse(i int) (verb int, use lightUse) {
	if r.doc.Tokens[i].UPOS != "NOUN" {
		return rashomon.None, use
	}
	if head := r.tree.Head(i); head != rashomon.None && r.tree.Is(i, "conj") && r.doc.Tokens[head].UPOS == "NOUN" {
		i = head
	}
	if r.tree.Dependent(i, "cop") != rashomon.None { // "the Front is behind the attack"
		for _, use := range known().lightVerbs[headword{lemma: "be"}] {
			if use.preposition == r.marker(i) {
				return i, use
			}
		}
	}
	if verb = r.tree.Head(i); verb == rashomon.None {
		return rashomon.None, use
	}
	before := r.marker(i) // "in" of "engaged in talks"
	if object := verb; before != "" && r.tree.Is(object, "obj") {
		before, verb = r.lemma(object)+" "+before, r.tree.Head(object) // "responsibility for" of "claimed responsibility for the attack"
	}
	beside := before // the same where the parser hangs the attack on the verb
	if object := r.tree.Dependent(verb, "obj"); object != rashomon.None && object < i && before != "" {
		beside = r.lemma(object) + " " + before
	}
	for _, use := range known().lightVerbs[r.headword(verb)] {
		if (use.preposition == before || use.preposition == beside) && (before != "" || r.object(verb) == i) {
			return verb, use
		}
	}
	return rashomon.None, use
}
