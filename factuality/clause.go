package factuality

import "rashomon"

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
		if r.doc.Statements[r.voices[i]].Type != rashomon.StatementEventuality && base.degree == future {
			base.degree = actual // what he will say he says to be so; what he may have said may be so to him
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
	if f == frameInfinitive && r.holdsQuestionWord(i) {
		return r.purpose(i, head, base) // "asked where to attack": it is left open whether they will
	}
	if sig, found := r.governs(head, f); found {
		return r.finite(i, head, f, base, sig)
	}
	if sig, noun, found := r.nounGoverns(i, head, f); found {
		return r.follow(i, noun, r.states[noun], sig)
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

// finite returns what a word says of a clause. One that is finite has a tense of its own: it counts for more than
// whether the word itself is still to come ("he will say that they attacked"), or looks forward ("they ruled that he
// had lied").
func (r *reading) finite(i, head int, f frame, base state, sig signature) state {
	if f == frameClause && sig.so == future && r.isPast(i) {
		sig.so, sig.not = actual, possible
	}
	if f == frameClause && sig.so == actual && base.degree == future {
		base.degree = actual
	}
	return r.follow(i, head, base, sig)
}

// purpose returns what is said of an infinitive that no word governs: it is still to come. What is expressed by doing
// what is done ("marched to demand") is so with that.
func (r *reading) purpose(i, head int, base state) state {
	if r.lexicon.classes.Has("expression", fold(r.doc.Tokens[i].Lemma)) && (r.isPast(head) || !r.isVerb(head)) {
		return r.from(i, head, base, "expressed by it")
	}
	return r.from(i, head, base.under(signature{so: future, not: denied}), "purpose")
}
