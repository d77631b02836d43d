package framing

import "rashomon"

// identify finds out whom a phrase names and how far it reaches, and reports false where that is nobody, or nobody
// known.
func (r *reading) identify(p *partyName) bool {
	if p.spoken || r.isRejected(p.head) {
		return false
	}
	if own := r.headed[p.head]; own != rashomon.None {
		p.span = join(p.span, r.doc.Mentions[own].Span)
	}
	p.entity = rashomon.None
	within := r.within(p)
	for _, mention := range []int{r.subjectOf(p.head), r.besides(p.head), r.headed[p.head], within} {
		if mention == rashomon.None {
			continue
		}
		if mention == within {
			p.span = join(p.span, r.doc.Mentions[mention].Span)
		}
		p.entity = r.doc.Mentions[mention].Entity
		return r.mayBeNamed(p)
	}
	before, known := r.called[r.lemmas[p.head]]
	p.entity = before
	return known
}

// remember keeps for the words of a phrase whom it names, for a noun further on that no mention is known of: "the
// moderate opposition ... the moderates".
func (r *reading) remember(p partyName) {
	for _, word := range p.words {
		r.called[r.lemmas[word]] = p.entity
	}
}

// mayBeNamed reports whether an entity is of a type that words of a kind name: modifiers value anything, and tell a
// party only by what they stand with.
func (r *reading) mayBeNamed(p *partyName) bool {
	switch r.doc.Entities[p.entity].Type {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup:
		return true
	case rashomon.EntityWeapon, rashomon.EntityFacility, rashomon.EntityWork:
		return false
	}
	return p.named
}

// isRejected reports whether a sentence says that somebody is not what the phrase says: "they are no heroes".
func (r *reading) isRejected(head int) bool {
	if r.tree.Dependent(head, "cop") == rashomon.None {
		return false
	}
	for i := range r.tree.Dependents(head) {
		if inClass("negation", r.words[i]) {
			return true
		}
	}
	return false
}

// subjectOf returns the mention of whom a sentence says that they are what a noun says: "they are heroes", "became
// heroes", "showed themselves as heroes", or None.
func (r *reading) subjectOf(head int) int {
	if r.tree.Dependent(head, "cop") != rashomon.None {
		return r.mentionOf(r.tree.Dependent(head, "nsubj"))
	}
	verb := r.tree.Head(head)
	if verb == rashomon.None {
		return rashomon.None
	}
	switch relation := r.doc.Tokens[head].Relation; {
	case relation == "xcomp", relation == "obj" && inClass("becoming", r.lemmas[verb]),
		relation == "obl" && r.hasCase(head, "as"):
		if object := r.tree.Dependent(verb, "obj"); object != rashomon.None && object != head {
			return r.mentionOf(object)
		}
		return r.mentionOf(r.tree.Dependent(verb, "nsubj"))
	}
	return rashomon.None
}

// mentionOf returns the longest mention that a token heads, or None, also for None.
func (r *reading) mentionOf(token int) int {
	if token == rashomon.None {
		return rashomon.None
	}
	return r.headed[token]
}

func (r *reading) hasCase(i int, class string) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "case") && inClass(class, r.words[child]) {
			return true
		}
	}
	return false
}

// besides returns the name that a noun stands beside, or that stands beside it: "Iskar, the dictator", "the dictator
// Iskar"; or None.
func (r *reading) besides(head int) int {
	beside := r.tree.Dependent(head, "appos", "flat")
	if r.tree.Is(head, "appos") {
		beside = r.tree.Head(head)
	}
	if mention := r.mentionOf(beside); mention != rashomon.None && r.doc.Mentions[mention].Kind == rashomon.MentionName {
		return mention
	}
	return rashomon.None
}

// within returns the name that stands before a noun as part of the phrase, where the noun is one for parties that no
// mention is known of: "Marenga imperialism"; or None.
func (r *reading) within(p *partyName) int {
	if !p.named {
		return rashomon.None
	}
	return r.mentionOf(r.tree.Dependent(p.head, "compound", "amod"))
}
