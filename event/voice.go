package event

import "rashomon"

// longestChain is how many clauses a subject is looked for through: "the troops they wanted to try to send".
const longestChain = 8

// isPassive reports whether a verb is in the passive voice, or a participle behind a noun.
func (r *reading) isPassive(i int) bool {
	if r.tree.Dependent(i, "aux:pass") != rashomon.None && inClass("unchanged_in_past", r.lemma(i)) { // whatever the tag: "was let out"
		return true
	}
	for range longestChain {
		if r.doc.Tokens[i].XPOS != "VBN" || r.tree.Dependent(i, "nsubj:pass", "aux:pass") != rashomon.None {
			return r.doc.Tokens[i].XPOS == "VBN"
		}
		if r.tree.Dependent(i, "nsubj", "aux") != rashomon.None {
			return false
		}
		if !r.tree.Is(i, "conj") {
			return true
		}
		i = r.tree.Head(i)
	}
	return false
}

// subject returns the tokens that head who does what a verb says: of a passive, the phrase with "by".
func (r *reading) subject(i int) int {
	if r.isPassive(i) {
		return r.agent(i)
	}
	return r.surfaceSubject(i)
}

// agent returns the head of a passive's phrase with "by", or None: "trained and armed by the council" has one for both.
func (r *reading) agent(i int) int {
	if own := r.byPhrase(i); own != rashomon.None {
		return own
	}
	if r.tree.Is(i, "amod") {
		return r.hyphened(i)
	}
	if last := r.lastConjunct(i); last != i {
		return r.byPhrase(last)
	}
	if r.tree.Is(i, "conj") && r.tree.Dependent(i, "nsubj", "aux") == rashomon.None {
		return r.byPhrase(r.tree.Head(i))
	}
	return rashomon.None
}

// hyphened returns the noun that stands before a participle with a hyphen between, "NATO" in "NATO-backed rebels", or None.
func (r *reading) hyphened(i int) int {
	if i < 2 || r.words[i-1] != "-" || r.tree.Head(i-2) != i {
		return rashomon.None
	}
	return i - 2
}

func (r *reading) byPhrase(i int) int {
	for child := range r.tree.Dependents(i) {
		if (r.tree.Is(child, "obl") || r.tree.Is(child, "nmod")) && r.marker(child) == "by" && !r.timed[child] {
			return child
		}
	}
	return rashomon.None
}

// object returns the head of what a verb is done to, or None: the object, the subject of a passive, the noun that a
// relative clause has its gap for.
func (r *reading) object(i int) int {
	if r.isPassive(i) {
		return r.surfaceSubject(i)
	}
	if objects := r.dependents(i, "obj"); len(objects) > 0 {
		return r.beforeTime(r.antecedentOf(objects[len(objects)-1])) // the first of two is who receives it
	}
	if counted := r.counted(i); counted != rashomon.None {
		return counted
	}
	if _, object := r.prepositionTaken(i); object != rashomon.None {
		return object
	}
	if r.tree.Is(i, "acl:relcl") {
		if subject := r.tree.Dependent(i, "nsubj"); subject != rashomon.None && !r.isRelative(subject) {
			return r.tree.Head(i)
		}
	}
	if r.tree.Is(i, "conj") { // "shelled and burned the village"
		if last := r.lastConjunct(i); last != i {
			return r.tree.Dependent(last, "obj")
		}
	}
	return rashomon.None
}

// beforeTime returns the noun right before a time that the parser joined to it: "had filled the square last night"; every other
// token as it is.
func (r *reading) beforeTime(object int) int {
	if !r.timed[object] {
		return object
	}
	before := object
	for before >= 0 && r.timed[before] {
		before--
	}
	if before >= 0 && r.tree.Head(before) == object {
		return before
	}
	return object
}

// counted returns an object before which the parser took the hedge of its figure for a preposition: "killing at least 12
// people"; or None.
func (r *reading) counted(verb int) int {
	for child := range r.tree.Dependents(verb) {
		if child > verb && r.tree.Is(child, "obl") && r.figured[r.tree.Span(child).Start] && r.marker(child) == "" && !r.timed[child] {
			return child
		}
	}
	return rashomon.None
}

// lastConjunct returns the last of the verbs that a verb is joined to.
func (r *reading) lastConjunct(i int) int {
	last := i
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "conj") && r.doc.Tokens[child].UPOS == "VERB" {
			last = child
		}
	}
	return last
}

// surfaceSubject returns the head of a verb's subject, whatever its voice: its own, or that of the clause from which it has
// none of its own, or what stands like a subject right before it.
func (r *reading) surfaceSubject(verb int) int {
	if subject := r.treeSubject(verb); subject != rashomon.None {
		return subject
	}
	if subject := r.saidSubject(verb); subject != rashomon.None {
		return subject
	}
	return r.adjacentSubject(verb)
}

// saidSubject returns the subject of a clause that the parser took for the object of the verb that says it ("the union says all
// workers are out"), also where it hangs the clause on what stands behind that object ("said strikers who held the gate raised
// it"); or None.
func (r *reading) saidSubject(clause int) int {
	if !r.tree.Is(clause, "ccomp") || r.tree.Dependent(clause, "nsubj", "mark") != rashomon.None {
		return rashomon.None
	}
	above := r.tree.Head(clause)
	if object := r.tree.Dependent(above, "obj"); object != rashomon.None && object < clause && inClass("clause_alone", r.lemma(above)) {
		return object
	}
	if r.tree.Is(above, "acl:relcl") {
		object := r.tree.Head(above)
		if verb := r.tree.Head(object); verb != rashomon.None && r.tree.Is(object, "obj") && inClass("clause_alone", r.lemma(verb)) {
			return object
		}
	}
	return rashomon.None
}

// treeSubject returns the head of a verb's subject by the tree.
func (r *reading) treeSubject(from int) int {
	i := from
	for range longestChain {
		own := r.tree.Dependent(i, "nsubj")
		if own != rashomon.None && r.words[own] == "it" && r.isInfinitive(from) && from != i { // "it took the army a year to win"
			if controller := r.controller(i); controller != rashomon.None {
				return controller
			}
		}
		if own != rashomon.None {
			return r.antecedentOf(own)
		}
		head := r.tree.Head(i)
		if head == rashomon.None {
			return rashomon.None
		}
		switch {
		case r.tree.Is(i, "acl"):
			return r.bearer(i, head)
		case r.tree.Is(i, "xcomp"):
			if controller := r.controller(head); controller != rashomon.None {
				return controller
			}
		case r.tree.Is(i, "advcl") && r.isObjectGerund(i):
			if object := r.object(head); object != rashomon.None && len(r.parties(object, asActor)) > 0 {
				return object
			}
		case r.tree.Is(i, "amod"):
			return head
		case !r.tree.Is(i, "conj") && !r.tree.Is(i, "advcl") && !r.tree.Is(i, "ccomp") || r.hasOwnClause(i):
			return rashomon.None
		}
		i = head
	}
	return rashomon.None
}

// adjacentSubject returns the head of a phrase that ends right before a finite verb and is the subject of another verb by a
// slip of the parser: "fighting raged when members of the Front attacked a post".
func (r *reading) adjacentSubject(verb int) int {
	switch r.doc.Tokens[verb].XPOS {
	case "VBD", "VBZ", "VBP":
	default:
		return rashomon.None
	}
	for i := verb - 1; i >= max(0, verb-longestSubject); i-- {
		if r.tree.Is(i, "nsubj") && r.tree.Head(i) != verb && r.tree.Span(i).End == verb {
			return i
		}
	}
	return rashomon.None
}

// longestSubject is how many tokens before a verb its subject is looked for where the tree has none.
const longestSubject = 16

// hasOwnClause reports whether a clause is complete without the one around it: "..., because it rained".
func (r *reading) hasOwnClause(i int) bool {
	return r.tree.Is(i, "ccomp") && r.doc.Tokens[i].XPOS != "VBG"
}

// controller returns who is to do what a to-clause of a verb says, where it is not the verb's subject: "they ordered the
// troops to leave", "they appealed to the rebels to leave"; or None. A thing is told to do nothing: "they had the time to leave".
func (r *reading) controller(verb int) int {
	if r.isPassive(verb) || inClass("subject_control", r.lemma(verb)) {
		return rashomon.None
	}
	if object := r.tree.Dependent(verb, "obj", "iobj"); object != rashomon.None {
		if r.doc.Tokens[object].UPOS != "NOUN" && r.words[object] != "it" || len(r.parties(object, asActor)) > 0 {
			return r.antecedentOf(object)
		}
		return rashomon.None
	}
	if inClass("appeal", r.lemma(verb)) {
		return r.tree.Dependent(verb, "obl")
	}
	return rashomon.None
}

// isObjectGerund reports whether a clause tells what the object of the verb before it does or shall not do: "accused the army
// of shelling the town", "kept the rebels from leaving".
func (r *reading) isObjectGerund(clause int) bool {
	return r.doc.Tokens[clause].XPOS == "VBG" && inClass("object_gerund", r.marker(clause))
}

// bearer returns who does what a clause behind a noun says: the noun ("rebels holding the town"); or whoever its plan, threat
// or attempt is ("the rebels' plan to attack", "an attempt by the army to attack", "they made a threat to attack").
func (r *reading) bearer(clause, noun int) int {
	if r.tree.Is(clause, "acl:relcl") || !r.isInfinitive(clause) && r.tree.Dependent(clause, "mark") == rashomon.None ||
		r.isObjectGerund(clause) && len(r.parties(noun, asActor)) > 0 {
		return noun
	}
	if own := r.tree.Dependent(noun, "nsubj"); own != rashomon.None { // "they are on the verge of taking the town"
		return own
	}
	if r.marker(noun) == "for" { // "it is time for the rebels to leave"
		return noun
	}
	if by := r.byPhrase(clause); by != rashomon.None {
		return by
	}
	if owner := r.firstOwner(noun); owner != rashomon.None && len(r.parties(owner, asActor)) > 0 {
		return owner
	}
	if by := r.byPhrase(noun); by != rashomon.None {
		return by
	}
	return r.bearerAbove(noun)
}

// bearerAbove returns who is to do what a clause behind a noun says, by the verb that the noun hangs on: "they gave the rebels
// a chance to leave", "they made a plan to attack", "they told the troops how to attack".
func (r *reading) bearerAbove(noun int) int {
	for range longestChain {
		verb := r.tree.Head(noun)
		switch {
		case verb == rashomon.None || r.tree.Is(noun, "nsubj"):
			return rashomon.None
		case r.doc.Tokens[verb].UPOS == "VERB":
			if controller := r.controller(verb); controller != rashomon.None && controller != noun {
				return controller
			}
			return r.tree.Dependent(verb, "nsubj")
		}
		noun = verb
	}
	return rashomon.None
}

// antecedentOf returns the noun that a relative pronoun stands for, and every other token as it is.
func (r *reading) antecedentOf(i int) int {
	if !r.isRelative(i) {
		return i
	}
	for at, step := r.tree.Head(i), 0; at != rashomon.None && step < longestChain; at, step = r.tree.Head(at), step+1 {
		if r.tree.Is(at, "acl:relcl") {
			return r.tree.Head(at)
		}
	}
	return i
}

func (r *reading) isRelative(i int) bool {
	switch r.doc.Tokens[i].XPOS {
	case "WDT", "WP":
		return true
	}
	return r.words[i] == "that" && r.doc.Tokens[i].UPOS == "PRON"
}

func (r *reading) isInfinitive(i int) bool {
	for child := range r.tree.Dependents(i) {
		if child < i && r.words[child] == "to" && r.tree.Is(child, "mark") {
			return true
		}
	}
	return false
}
