package quantity

import "rashomon"

// deed returns the lemma of the verb that tells what became of the counted noun: killed 22 men, 22 men were killed, 22
// men killed in the raid, 22 men died.
func (f *finder) deed(noun int) string {
	if f.tree.Dependent(noun, "acl") == noun+1 && f.isVerb(noun+1, "VBN") {
		return f.lemmaOf(noun + 1)
	}
	if verb := f.tree.Head(noun); verb != rashomon.None && f.isUndergoer(noun, verb) {
		return f.lemmaOf(verb)
	}
	return ""
}

// verbOf returns the lemma of the verb that a noun hangs on.
func (f *finder) verbOf(noun int) string {
	if verb := f.tree.Head(noun); verb != rashomon.None {
		return f.lemmaOf(verb)
	}
	return ""
}

// lemmaOf returns the lemma of a verb that says something of what is counted, or "".
func (f *finder) lemmaOf(verb int) string {
	if lemma := f.lemma(verb); f.tagged(verb, "VERB") && !lights.has(lemma) {
		return lemma
	}
	return ""
}

// isUndergoer reports whether a noun is the object of a verb, its passive subject, or the subject where there is no
// object.
func (f *finder) isUndergoer(noun, verb int) bool {
	switch f.doc.Tokens[noun].Relation {
	case "obj", "nsubj:pass":
		return true
	case "nsubj":
		return f.tree.Dependent(verb, "obj", "ccomp", "xcomp") == rashomon.None
	}
	return false
}
