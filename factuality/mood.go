package factuality

import "rashomon"

// withMood adds what the mood of a sentence says of the verb that heads it.
func (r *reading) withMood(i int, s state) state {
	r.mains[i] = r.headsSentence(i)
	if sig, by, found := r.cleft(i); found {
		return r.add(i, by, s, sig)
	}
	switch {
	case !r.mains[i]:
		return s
	case r.isToBe(i):
		return r.add(i, i, s, signature{future, denied, "to do"})
	case r.isCommand(i):
		return r.add(i, i, s, signature{hypothetical, hypothetical, "command"})
	case r.isSlogan(i):
		return r.add(i, i, s, signature{hypothetical, hypothetical, "slogan"})
	case r.isInvertedCondition(i):
		return r.add(i, i, s, signature{hypothetical, hypothetical, "inverted condition"})
	case r.isPolarQuestion(i):
		return r.add(i, i, s, signature{possible, possible, "question"})
	}
	return s
}

// headsSentence reports whether a verb heads a sentence, or another clause that stands by itself.
func (r *reading) headsSentence(i int) bool {
	head := r.tree.Head(i)
	switch {
	case head == rashomon.None, r.tree.Is(i, "parataxis"):
		return true
	case r.tree.Is(i, "conj"):
		return r.tree.Dependent(i, "nsubj", "aux", "mark") != rashomon.None && r.mains[head]
	case r.tree.Is(i, "ccomp"):
		return r.boundary(i, head) != borderNone && r.isDirect(i)
	}
	return false
}

func (r *reading) isDirect(i int) bool {
	return r.voices[i] != rashomon.None && r.doc.Statements[r.voices[i]].Kind == rashomon.StatementDirect
}

// cleft returns what the verb of "what they demand is ..." says of what it is.
func (r *reading) cleft(i int) (sig signature, verb int, found bool) {
	subject := r.heads[i].subject
	if r.isVerb(i) || subject == rashomon.None || !r.is("question", subject) {
		return sig, rashomon.None, false
	}
	if verb = r.tree.Dependent(subject, "acl"); verb == rashomon.None {
		return sig, verb, false
	}
	sig, found = r.governs(verb, frameObject)
	return sig, verb, found
}

// isToBe reports whether a verb has "to" before it and is no complement: "the troops are to leave", or, in a headline,
// "troops to leave".
func (r *reading) isToBe(i int) bool {
	mark := r.tree.Dependent(i, "mark")
	return mark != rashomon.None && r.words[mark] == "to"
}

// isCommand reports whether a verb stands in its bare form without a subject: "stop it", "do not attack".
func (r *reading) isCommand(i int) bool {
	if r.doc.Tokens[i].XPOS != "VB" && !(r.doc.Tokens[i].XPOS == "VBP" && r.isPleaded(i)) {
		return false
	}
	return r.heads[i].subject == rashomon.None && !r.heads[i].modal
}

// isSlogan reports whether a sentence without a verb wishes something to somebody: "victory to the strikers".
func (r *reading) isSlogan(i int) bool {
	if !r.is("wish", i) || r.isVerb(i) || r.heads[i].subject != rashomon.None || r.heads[i].definite {
		return false
	}
	for child := range r.tree.Dependents(i) {
		if to := r.tree.Dependent(child, "case"); to != rashomon.None && r.is("dative", to) {
			return true
		}
	}
	return false
}

// isPleaded reports whether a verb has a word before it that begs: "please".
func (r *reading) isPleaded(i int) bool {
	for child := range r.tree.Dependents(i) {
		if child < i && r.is("pleading", child) {
			return true
		}
	}
	return false
}

// isInvertedCondition reports whether a clause begins with an auxiliary that makes it a condition: "had they attacked,
// ...".
func (r *reading) isInvertedCondition(i int) bool {
	return r.is("conditional", r.tree.Span(i).Start) && r.isInverted(i) && !r.endsInQuestion(i)
}

// isPolarQuestion reports whether a verb heads a question that is answered by yes or no: its auxiliary stands before
// its subject, and no other question word does.
func (r *reading) isPolarQuestion(i int) bool {
	if !r.endsInQuestion(i) || !r.isInverted(i) {
		return false
	}
	for child := range r.tree.Dependents(i) {
		if r.is("question", child) || r.holdsQuestionWord(child) {
			return false
		}
	}
	return true
}

func (r *reading) holdsQuestionWord(i int) bool {
	for child := range r.tree.Dependents(i) {
		if child < i && r.is("question", child) {
			return true
		}
	}
	return false
}

// endsInQuestion reports whether the next sign that ends a clause behind a verb is a question mark.
func (r *reading) endsInQuestion(i int) bool {
	end := r.doc.Sentences[r.doc.SentenceOf(i)].Span.End
	for at := max(i, end-closingSigns); at < end; at++ {
		if r.words[at] == "?" || r.words[at] == "?!" || r.words[at] == "??" {
			return true
		}
	}
	return false
}

// closingSigns is how many signs at the end of a sentence may hold its question mark: the mark itself, quotation marks
// and brackets behind it.
const closingSigns = 4
