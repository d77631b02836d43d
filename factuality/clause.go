package factuality

import (
	"slices"

	"rashomon"
)

// surroundings returns what the words that a token hangs on say of it.
func (r *reading) surroundings(i int) state {
	head := r.tree.Head(i)
	if head == rashomon.None {
		return r.onItsOwn(i)
	}
	base := r.states[head]
	switch r.boundary(i, head) {
	case borderOther:
		return r.onItsOwn(i)
	case borderCue:
		if r.doc.Statements[r.voices[i]].Type != rashomon.StatementEventuality {
			base.degree = actual
		}
	}
	switch {
	case r.tree.Is(i, "conj"):
		return r.joined(i, head)
	case r.tree.Is(i, "ccomp"), r.tree.Is(i, "xcomp"), r.tree.Is(i, "csubj"):
		return r.complement(i, head, base)
	case r.tree.Is(i, "acl:relcl"):
		return r.relative(i, head)
	case r.tree.Is(i, "advcl"), r.tree.Is(i, "acl"):
		return r.adjunct(i, head, base)
	case r.tree.Is(i, "parataxis"), r.tree.Is(i, "discourse"), r.tree.Is(i, "vocative"):
		return r.onItsOwn(i)
	}
	return r.nominal(i, head, base)
}

// joined returns what is said of a token that "and" or "or" joins to another: what is said of that, and with it what
// stands with the other for both ("will attack and burn", "did not attack or burn").
func (r *reading) joined(i, head int) state {
	conjunction := r.tree.Dependent(i, "cc")
	alternative := conjunction != rashomon.None && r.is("alternative", conjunction)
	shared := r.tree.Dependent(i, "nsubj", "aux", "cop", "det", "nmod:poss", "mark") == rashomon.None &&
		(r.doc.Tokens[i].XPOS == r.doc.Tokens[head].XPOS || r.isVerb(i) && r.isCommand(head))
	if shared && (alternative || r.doc.Tokens[head].XPOS == "VB" || !r.isVerb(i)) {
		return r.from(i, head, r.states[head], "and, or")
	}
	return r.from(i, head, r.around[head], besideHead)
}

// besideHead is the construction by which a token takes over what is said of its head, and not what the words of that
// add.
const besideHead = "and, or, for both"

// complement returns what a word says of a clause that completes it.
func (r *reading) complement(i, head int, base state) state {
	f, open := r.clauseFrame(i)
	if open {
		return r.from(i, head, base.affirmed().under(signature{so: possible}), "whether")
	}
	if sig, found := r.governs(head, f); found {
		return r.finite(i, head, f, base, sig)
	}
	if sig, object, found := r.objectGoverns(head, f); found {
		return r.follow(i, object, r.states[object], sig)
	}
	switch {
	case f == frameInfinitive && r.tree.Is(i, "csubj"):
		return r.from(i, head, base.affirmed().under(signature{so: hypothetical}), "infinitive as subject")
	case f == frameInfinitive && r.isVerb(i):
		return r.purpose(i, head, base)
	case f == frameClause:
		return r.onItsOwn(i)
	}
	return r.from(i, head, base, "complement")
}

// finite returns what a word says of a clause. One that is finite has a tense of its own: it counts for more than whether
// the word itself is still to come ("he will say that they attacked"), or looks forward ("they ruled that he had lied").
func (r *reading) finite(i, head int, f frame, base state, sig signature) state {
	if f == frameClause && sig.so == future && r.isPast(i) {
		sig.so, sig.not = actual, possible
	}
	if f == frameClause && sig.so == actual && base.degree != hypothetical {
		base.degree = actual
	}
	return r.follow(i, head, base, sig)
}

// purpose returns what is said of an infinitive that no word governs: it is still to come. What is expressed by doing what
// is done ("marched to demand") is so with that.
func (r *reading) purpose(i, head int, base state) state {
	if r.lexicon.classes["expression"][fold(r.doc.Tokens[i].Lemma)] && (r.isPast(head) || !r.isVerb(head)) {
		return r.from(i, head, base, "expressed by it")
	}
	return r.from(i, head, base.under(signature{so: future, not: denied}), "purpose")
}

// objectGoverns returns what the object of a verb says of a clause that was taken to belong to the verb: "made a plan to
// attack".
func (r *reading) objectGoverns(head int, f frame) (sig signature, object int, found bool) {
	object = r.heads[head].object
	if object == rashomon.None || f != frameInfinitive || !r.judged[object] || r.doc.Tokens[object].UPOS != "NOUN" {
		return sig, object, false
	}
	sig, found = r.governs(object, f)
	return sig, object, found
}

// adjunct returns what is said of a clause that stands beside a verb, or completes a noun or adjective.
func (r *reading) adjunct(i, head int, base state) state {
	f, _ := r.clauseFrame(i)
	m, marked := r.markerOf(i, frameClause)
	if marked && len(m.words) > 1 {
		return r.beside(i, head, base, m)
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

// adjunctGovernor returns the word that says something of a clause beside it, and what. It is the head, an adjective
// before it ("the first to attack"), or the verb whose object the head is ("kept them from attacking").
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
	sig, found = r.governs(head, f)
	if !found && f == frameInfinitive {
		if sig, by, found = r.aroundObject(i, head, f); found {
			return sig, by, true
		}
	}
	if object, by, of := r.objectGoverns(head, f); of && !found {
		return object, by, true
	}
	if r.tree.Is(i, "advcl") {
		switch f {
		case frameClause:
			mark := r.tree.Dependent(i, "mark")
			found = found && !r.isVerb(head) && mark != rashomon.None && r.words[mark] == "that"
		case frameIng:
			found = false
		case frameInfinitive:
			implies := sig.so == denied || sig.so == actual && !(saysOfItself(sig) && r.hasObject(head))
			found = found && (!r.isVerb(head) || implies)
		}
	}
	return sig, head, found
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

func (r *reading) hasObject(i int) bool { return r.heads[i].object != rashomon.None }

// beside returns what a marker makes of what stands beside a token.
func (r *reading) beside(i, head int, base state, m marker) state {
	if m.inheritance == inheritDegree {
		base = base.affirmed()
	}
	if m.so == actual && base.degree != hypothetical && r.isVerb(i) && r.isPast(i) && !r.isPast(head) {
		return r.onItsOwn(i)
	}
	return r.follow(i, head, base, m.signature)
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
	if sig, found := r.governs(head, f); found && r.hasTwoObjects(i) {
		return r.follow(i, head, r.states[head], sig)
	}
	return r.onItsOwn(i)
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

// clauseFrame returns the frame that a clause stands in, and whether it is a question with two answers.
func (r *reading) clauseFrame(i int) (f frame, open bool) {
	verb := r.doc.Tokens[i].XPOS
	f = frameClause
	switch bare := !r.isVerb(i) && r.tree.Dependent(i, "nsubj", "cop") == rashomon.None; {
	case verb == "VB", bare && r.tree.Dependent(i, "mark") == rashomon.None:
		f = frameInfinitive
	case bare, verb == "VBG", verb == "VBN":
		f = frameIng
	}
	marked := false
	for child := range r.tree.Dependents(i) {
		switch {
		case r.tree.Is(child, "mark") && r.words[child] == "to":
			f, marked = frameInfinitive, true
		case r.tree.Is(child, "mark") && r.is("polar", child) && r.tree.Is(i, "ccomp"):
			open = true
		case r.isFiniteAuxiliary(child) && !marked:
			f = frameClause
		}
	}
	return f, open
}

func (r *reading) isFiniteAuxiliary(i int) bool {
	if !r.tree.Is(i, "aux") && !r.tree.Is(i, "cop") {
		return false
	}
	switch r.doc.Tokens[i].XPOS {
	case "VBD", "VBZ", "VBP", "MD":
		return true
	}
	return false
}

// isInverted reports whether a clause has its auxiliary before its subject: "had they attacked".
func (r *reading) isInverted(i int) bool {
	subject, auxiliary := r.tree.Dependent(i, "nsubj"), r.tree.Dependent(i, "aux", "cop")
	return subject != rashomon.None && auxiliary != rashomon.None && auxiliary < subject
}

// governs returns what a verb, noun or adjective says in a frame. A word of degree before it goes before what it says
// itself: "too glad to leave", "strong enough to leave".
func (r *reading) governs(head int, f frame) (signature, bool) {
	if degree := r.heads[head].degree; f == frameInfinitive && !r.isVerb(head) && degree != rashomon.None {
		return find(r.lexicon.adjectives, r.words[degree], "", f, false)
	}
	return r.governsItself(head, f)
}

func (r *reading) governsItself(head int, f frame) (signature, bool) {
	token := r.doc.Tokens[head]
	word, past := fold(token.Lemma), r.isPast(head)
	switch token.UPOS {
	case "VERB", "AUX":
		if sig, found := r.verbGoverns(head, word, f, past); found {
			return sig, true
		}
		return find(r.lexicon.adjectives, r.words[head], "", f, past)
	case "ADJ", "ADV":
		if sig, found := find(r.lexicon.adjectives, word, "", f, past); found {
			return sig, true
		}
		if sig, found := find(r.lexicon.adjectives, r.words[head], "", f, past); found {
			return sig, true
		}
	}
	return find(r.lexicon.nouns, word, "", f, past)
}

// verbGoverns looks for a verb with what belongs to it before it looks for the verb alone.
func (r *reading) verbGoverns(head int, word string, f frame, past bool) (signature, bool) {
	if rest := r.heads[head].rest; rest != rashomon.None {
		if sig, found := find(r.lexicon.verbs, word, r.words[rest], f, past); found {
			return sig, true
		}
	}
	return find(r.lexicon.verbs, word, "", f, past)
}

// markerOf returns the conjunction or preposition before a clause or noun phrase, in one of its frames.
func (r *reading) markerOf(i int, f frame) (marker, bool) {
	for child := range r.tree.Dependents(i) {
		if child > i {
			break
		}
		if !r.isMarker(child) {
			continue
		}
		for _, m := range r.lexicon.markers[r.words[child]] {
			if slices.Contains(m.frames, f) && r.standsAt(m.words, child) {
				return m, true
			}
		}
	}
	return marker{}, false
}

// standsAt reports whether words stand at a token and behind it.
func (r *reading) standsAt(words []string, at int) bool {
	return at+len(words) <= len(r.words) && slices.Equal(r.words[at:at+len(words)], words)
}

func (r *reading) isMarker(i int) bool {
	return r.tree.Is(i, "mark") || r.tree.Is(i, "case") || r.tree.Is(i, "advmod") || r.tree.Is(i, "cc")
}
