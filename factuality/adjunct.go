package factuality

import "rashomon"

// adjunct returns what is said of a clause that stands beside a verb, or completes a noun or adjective.
func (r *reading) adjunct(i, head int, base state) state {
	f, _ := r.clauseFrame(i)
	m, marked := r.markerOf(i, frameClause)
	if marked && len(m.words) > 1 {
		return r.beside(i, head, base, m)
	}
	if f == frameInfinitive && r.is("question", head) {
		return r.purpose(i, head, base) // "know how to attack"
	}
	if sig, by, found := r.adjunctGovernor(i, head, f); found {
		if by != head {
			base = r.states[by]
		}
		return r.follow(i, by, base, sig)
	}
	switch {
	case marked:
		return r.beside(i, head, base, m)
	case f == frameInfinitive && r.isVerb(i):
		return r.purpose(i, head, base.affirmed())
	case f == frameClause && r.isInverted(i):
		return r.from(i, head, state{degree: hypothetical}, "inverted condition")
	case f == frameClause, r.isPerfect(i), r.tree.Is(i, "acl") && (r.isDefinite(head) || r.doc.Tokens[i].XPOS == "VBN"):
		return r.onItsOwn(i)
	}
	return r.from(i, head, base.affirmed(), "beside")
}

// adjunctGovernor returns the word that says something of a clause beside it, and what.
func (r *reading) adjunctGovernor(i, head int, f frame) (sig signature, by int, found bool) {
	if preposition := r.tree.Dependent(i, "mark", "case"); preposition != rashomon.None && f == frameIng {
		f = frame(r.words[preposition])
		if sig, by, found = r.aroundObject(i, head, f); found {
			return sig, by, true
		}
	}
	if ordinal := r.heads[head].ordinal; f == frameInfinitive && r.tree.Is(i, "acl") && ordinal != rashomon.None {
		if sig, found = r.governs(ordinal, f); found && sig.so == actual {
			return sig, head, true
		}
	}
	if sig, found = r.governs(head, f); found && r.completes(i, head, f, sig) {
		return sig, head, true
	}
	if f != frameInfinitive {
		return sig, head, false
	}
	if sig, by, found = r.aroundObject(i, head, f); found {
		return sig, by, true
	}
	return r.nounGoverns(i, head, f)
}

// completes reports whether a clause completes its head, which says something of such clauses. What the tree sets
// beside a verb stands beside it, unless the verb tells what comes of an infinitive ("failed to ...").
func (r *reading) completes(i, head int, f frame, sig signature) bool {
	switch mark := r.tree.Dependent(i, "mark"); {
	case !r.tree.Is(i, "advcl"):
		return true
	case f == frameClause:
		return !r.isVerb(head) && mark != rashomon.None && r.words[mark] == "that"
	case f == frameInfinitive:
		return !r.isVerb(head) || sig.so == denied || sig.so == actual && !(saysOfItself(sig) && r.hasObject(head))
	}
	return f != frameIng
}

// aroundObject returns the verb whose object a clause was taken to belong to, and what it says of the clause: "kept
// them from attacking", "forced them to attack".
func (r *reading) aroundObject(i, object int, f frame) (sig signature, verb int, found bool) {
	verb = r.tree.Head(object)
	if verb == rashomon.None || !r.tree.Is(i, "acl") || !r.tree.Is(object, "obj") && !r.tree.Is(object, "nsubj:pass") {
		return sig, verb, false
	}
	sig, found = r.governs(verb, f)
	return sig, verb, found && (f != frameInfinitive || sig.so == actual && !saysOfItself(sig))
}

// saysOfItself reports whether a word with a signature says what its subject does ("managed to"): it takes no object
// besides.
func saysOfItself(sig signature) bool { return sig.so == actual && sig.not == denied }

// nounGoverns returns the noun that an infinitive completes though the tree has it hang on a verb, and what it says:
// the one right before it, or the object of the verb ("made a plan to attack").
func (r *reading) nounGoverns(i, head int, f frame) (sig signature, noun int, found bool) {
	if f != frameInfinitive {
		return sig, rashomon.None, false
	}
	for _, noun := range []int{r.tree.Span(i).Start - 1, r.heads[head].object} {
		if noun < 0 || noun == head || !r.judged[noun] || r.doc.Tokens[noun].UPOS != "NOUN" {
			continue
		}
		if sig, found = r.governs(noun, f); found {
			return sig, noun, true
		}
	}
	return sig, rashomon.None, false
}

// beside returns what a marker makes of what stands beside a token.
func (r *reading) beside(i, head int, base state, m marker) state {
	if m.inheritance == inheritDegree {
		base = base.affirmed()
	}
	if m.so == actual && base.degree != hypothetical && r.isVerb(i) && r.isPast(i) && !r.isPast(head) {
		return r.onItsOwn(i)
	}
	if m.so == actual && m.inheritance == inheritDegree && r.isVerb(i) && !r.isPast(i) && r.isOfFuture(head) {
		return r.from(i, head, base.under(signature{so: future, not: denied}), m.rule+" of what is to come")
	}
	return r.from(i, head, base.under(m.signature), m.rule)
}

// isOfFuture reports whether an auxiliary says that what a verb tells is to come, though "will not" denies it: the meeting will not
// take place until somebody apologises.
func (r *reading) isOfFuture(verb int) bool {
	for child := range r.tree.Dependents(verb) {
		if sig, found := r.auxiliary(verb, child); found && r.tree.Is(child, "aux") && sig.so == future {
			return true
		}
	}
	return false
}

// relative returns what is said of a relative clause: it speaks for itself, except where it tells who or what is meant
// of all that there may be: "anyone who attacks".
func (r *reading) relative(i, head int) state {
	if r.is("open", head) || r.heads[head].open {
		return r.from(i, head, r.states[head].affirmed().under(signature{so: hypothetical, not: hypothetical}), "anyone who")
	}
	f, _ := r.clauseFrame(i)
	if f == frameInfinitive {
		return r.from(i, head, r.states[head].under(signature{so: future, not: denied}), "infinitive")
	}
	if sig, found := r.governs(head, f); found && (r.hasTwoObjects(i) || r.isMarked(i)) {
		return r.follow(i, head, r.states[head], sig)
	}
	if own := r.states[head] != r.around[head]; own && !r.isDefinite(head) && !r.isPast(i) {
		return r.from(i, head, r.states[head].affirmed(), "of it") // "what they want is a law that forbids it"
	}
	return r.onItsOwn(i)
}

// isMarked reports whether "that" only joins a clause that was taken for a relative one, and a subject of its own follows: "the slander
// that they were shot".
func (r *reading) isMarked(i int) bool {
	mark := r.tree.Dependent(i, "mark")
	return mark != rashomon.None && r.words[mark] == "that" && r.heads[i].subject > mark
}

// hasTwoObjects reports whether a clause that was taken for a relative one has an object besides "that", and so is
// none: "a chance that they sign the accord".
func (r *reading) hasTwoObjects(i int) bool {
	objects := 0
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "obj") {
			objects++
		}
	}
	return objects > 1
}
