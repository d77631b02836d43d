package factuality

import "rashomon"

// nominal returns what is said of a noun phrase, or another phrase that is no clause. What is spoken of as known ("the
// attack") is so, whatever is said of those who do something about it; what is not ("an attack") only as far as that
// is.
func (r *reading) nominal(i, head int, base state) state {
	relation := r.doc.Tokens[i].Relation
	switch {
	case r.tree.Is(i, "obj"), relation == "nsubj:pass":
		return r.argument(i, head, base, frameObject)
	case r.tree.Is(i, "nsubj"):
		return r.argument(i, head, base, frameSubject)
	case r.tree.Is(i, "obl"), r.tree.Is(i, "nmod") && relation != "nmod:poss":
		return r.oblique(i, head, base)
	case r.tree.Is(i, "compound"):
		return r.inCompound(i, head, base)
	case r.tree.Is(i, "dep") && r.isBehindColon(i): // the line above in a heading: "No Way Out": Killings at the ford
		return r.onItsOwn(i)
	case r.tree.Is(i, "appos"), r.tree.Is(i, "flat"), r.tree.Is(i, "fixed"), r.tree.Is(i, "dep"):
		return r.from(i, head, base, "part of it")
	case r.tree.Is(i, "aux"), r.tree.Is(i, "cop"):
		return r.from(i, head, base, "part of it")
	}
	return r.onItsOwn(i)
}

// isBehindColon reports whether a phrase begins right behind a colon.
func (r *reading) isBehindColon(i int) bool {
	first := r.tree.Span(i).Start
	return first > 0 && (r.words[first-1] == ":" || r.words[first] == ":")
}

// argument returns what a verb or adjective says of its object or subject. That of a word with a to-clause may belong
// to the verb of that: "the strike is expected to begin".
func (r *reading) argument(i, head int, base state, f frame) state {
	if r.tree.Is(i, "nsubj") && r.heads[head].toClause != rashomon.None {
		verb, sig, found := r.raised(head)
		if found {
			return r.follow(i, verb, r.states[verb], sig)
		}
		if !r.isVerb(head) || r.tree.Is(i, "nsubj:pass") { // "likely to", "expected to": what is said is said of the clause
			return r.named(i, verb, r.states[verb].affirmed())
		}
		return r.named(i, head, base.affirmed())
	}
	if sig, subject, found := r.contentOf(head); found && f == frameObject {
		return r.follow(i, subject, base, sig)
	}
	if f == frameObject && r.isDefinite(i) {
		if sig, found := r.governs(head, frameKnown); found && base.degree < possible { // he may not have ordered the raid
			return r.follow(i, head, base, sig)
		}
	}
	if sig, found := r.governs(head, f); found && !r.isKnownTo(i, head, sig) {
		r.tookPlace[i] = sig.so == actual && r.isPast(head) && base == state{}
		return r.follow(i, head, base, sig)
	}
	if f == frameSubject {
		base = base.affirmed()
	}
	return r.named(i, head, base)
}

// contentOf returns what the subject of a verb says of the object, where the verb only tells what is in it: "the plan
// includes a ceasefire".
func (r *reading) contentOf(verb int) (sig signature, subject int, found bool) {
	subject = r.heads[verb].subject
	if subject == rashomon.None || !r.lexicon.classes.Has("containing", fold(r.doc.Tokens[verb].Lemma)) {
		return sig, subject, false
	}
	sig, found = r.governs(subject, frameOf)
	return sig, subject, found
}

// raised returns the verb of a to-clause that says something of the subject of a word, and what. Where none does, it
// is the first of them. Its state is found ahead of its turn.
func (r *reading) raised(head int) (verb int, sig signature, found bool) {
	nearest := r.heads[head].toClause
	r.judgeToken(nearest)
	verb = nearest
	for range longestRaising {
		f := frameSubject
		if r.tree.Dependent(verb, "aux:pass") != rashomon.None {
			f = frameObject
		}
		if sig, found = r.governs(verb, f); found || r.hasObject(verb) || r.heads[verb].toClause == rashomon.None {
			break
		}
		verb = r.heads[verb].toClause
		r.judgeToken(verb)
	}
	if !found || !r.isVerb(verb) || r.hasObject(head) {
		return nearest, signature{}, false
	}
	return verb, sig, true
}

// longestRaising is how many to-clauses may stand between a subject and its verb: "is said to be likely to begin".
const longestRaising = 3

// oblique returns what is said of a noun phrase with a preposition.
func (r *reading) oblique(i, head int, base state) state {
	preposition := r.tree.Dependent(i, "case")
	if preposition != rashomon.None {
		if sig, found := r.governs(head, frame(r.words[preposition])); found && !r.isKnownTo(i, head, sig) {
			return r.follow(i, head, base, sig)
		}
	}
	if m, found := r.markerOf(i, frameNoun); found {
		if m.so == actual && r.isDefinite(i) {
			return r.onItsOwn(i)
		}
		return r.beside(i, head, base, m)
	}
	if r.tree.Is(i, "nmod") { // what is denied of something is not denied of what it has to do with
		base = base.affirmed()
	}
	return r.named(i, head, base)
}

// isKnownTo reports whether something is spoken of as known to who is said to fear it, doubt it or think of it:
// "afraid of the raids".
func (r *reading) isKnownTo(i, head int, sig signature) bool {
	return sig.so == possible && r.doc.Tokens[head].UPOS != "NOUN" && r.isDefinite(i)
}

// inCompound returns what is said of a noun that stands before another: "strike plans", "bombing campaign".
func (r *reading) inCompound(i, head int, base state) state {
	if sig, found := r.governs(head, frameCompound); found {
		return r.follow(i, head, base, sig)
	}
	return r.from(i, head, base, "compound")
}

// named returns what is said of a noun phrase that no word says anything of. What is only supposed to be somebody's is
// supposed with him: "if they lay down their arms".
func (r *reading) named(i, head int, base state) state {
	supposed := base.degree == hypothetical && r.heads[i].owned && !r.heads[i].definite
	if r.isDefinite(i) && !supposed || r.isTold(i) {
		return r.onItsOwn(i)
	}
	return r.from(i, head, base, "not known before")
}

// isTold reports whether a relative clause tells of a noun what has come of it, so that it must be there: "a raid that
// killed six".
func (r *reading) isTold(i int) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "acl:relcl") && r.isPast(child) {
			return true
		}
	}
	return false
}
