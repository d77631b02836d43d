package factuality

import "rashomon"

// A head is what is asked of a token again and again by those that hang on it. It is noted once, so that a head of many
// thousand dependents costs no more than as many heads of one.
type head struct {
	past     bool // "had" or "was" stands with it, or "has" or "have"
	definite bool // "the" stands with it
	owned    bool // "his" or "the army's" stands with it
	open     bool // "any" stands with it
	modal    bool // an auxiliary other than "do" stands with it
	tensed   bool // an auxiliary has told whether it is past

	subject  int // its first subject, or None
	object   int // its first object, or None
	rest     int // the first dependent that may belong to a verb: a particle; or None
	degree   int // the first dependent that says how much: "too", "enough"; or None
	ordinal  int // the first adjective that says of a to-clause that it is so: "the first to ..."; or None
	toClause int // the first clause that shares its subject, or None
}

func (r *reading) findHeads() {
	r.heads = make([]head, len(r.doc.Tokens))
	for i := range r.heads {
		none := rashomon.None
		r.heads[i] = head{subject: none, object: none, rest: none, degree: none, ordinal: none, toClause: none}
	}
	for i := range r.doc.Tokens {
		if at := r.tree.Head(i); at != rashomon.None {
			r.noteWith(&r.heads[at], i)
		}
	}
}

// noteWith notes what a dependent says of its head.
func (r *reading) noteWith(h *head, i int) {
	if at := r.tree.Head(i); h.rest == rashomon.None && r.lexicon.rests[r.words[i]] &&
		r.lexicon.composed[[2]string{fold(r.doc.Tokens[at].Lemma), r.words[i]}] {
		h.rest = i
	}
	switch {
	case r.tree.Is(i, "aux"), r.tree.Is(i, "cop"):
		r.noteAuxiliary(h, i)
	case r.tree.Is(i, "det"):
		h.definite = h.definite || r.is("definite", i)
		h.open = h.open || r.is("open", i)
	case r.tree.Is(i, "nmod:poss"):
		h.owned = true
	case r.tree.Is(i, "nsubj"):
		h.subject = first(h.subject, i)
	case r.tree.Is(i, "obj"):
		h.object = first(h.object, i)
	case r.tree.Is(i, "xcomp"):
		h.toClause = first(h.toClause, i)
	case r.tree.Is(i, "advmod") && r.saysOfInfinitive(i):
		h.degree = first(h.degree, i)
	case r.tree.Is(i, "amod") && r.saysOfInfinitive(i):
		h.ordinal = first(h.ordinal, i)
	}
}

func first(old, i int) int {
	if old == rashomon.None {
		return i
	}
	return old
}

// noteAuxiliary notes the tense that an auxiliary or copula gives: the first one that has a tense decides.
func (r *reading) noteAuxiliary(h *head, i int) {
	lemma := fold(r.doc.Tokens[i].Lemma)
	h.modal = h.modal || r.tree.Is(i, "aux") && lemma != "do"
	if h.tensed {
		return
	}
	switch r.doc.Tokens[i].XPOS {
	case "VBD":
		h.past, h.tensed = true, true
	case "MD", "TO":
		h.tensed = true
	case "VBZ", "VBP":
		h.past = lemma == "have"
		h.tensed = h.past
	}
}

func (r *reading) saysOfInfinitive(i int) bool {
	_, found := find(r.lexicon.adjectives, r.words[i], "", frameInfinitive, false)
	return found
}

// isPast reports whether a verb or adjective stands in the past tense or the perfect.
func (r *reading) isPast(i int) bool { return r.doc.Tokens[i].XPOS == "VBD" || r.heads[i].past }

// isDefinite reports whether a noun phrase speaks of something as known.
func (r *reading) isDefinite(i int) bool {
	return r.doc.Tokens[i].UPOS == "PROPN" || r.heads[i].definite || r.heads[i].owned
}

func (r *reading) hasObject(i int) bool { return r.heads[i].object != rashomon.None }
