package factuality

import "rashomon"

// withOwnWords returns the state of a token, given what is said of it from outside, with what its own words say: first
// what denies it, then the auxiliaries around that, then adverbs, adjectives and times.
func (r *reading) withOwnWords(i int, around state) state {
	s := r.withNegation(i, around)
	s = r.withAuxiliary(i, s)
	s = r.withAdverbs(i, s)
	s = r.withAdjectives(i, s)
	s = r.withMood(i, s)
	return r.withTime(i, s)
}

// withNegation turns the state around for every word that denies the token, or its subject or object.
func (r *reading) withNegation(i int, s state) state {
	for child := range r.tree.Dependents(i) {
		switch {
		case s.denied && r.tree.Is(child, "cc"): // "neither ... nor": what is joined is denied with the other
		case r.tree.Is(child, "advmod"), r.tree.Is(child, "cc"), r.tree.Is(child, "discourse"):
			if p, found := r.adverbAt(child); found && p.so == denied && !r.isApproximate(child) {
				s = r.add(i, child, s, p.signature)
			}
		case r.tree.Is(child, "obl") && r.isDenyingTime(child):
			s = r.add(i, child, s, signature{denied, actual, "at no time"})
		case r.isVerb(i) && r.isDeniedPhrase(child):
			s = r.add(i, child, s, signature{denied, actual, "no, none, nobody"})
		case !s.denied && r.tree.Is(child, "det") && r.is("denying", child): // else the verb is denied by it
			s = r.add(i, child, s, signature{denied, denied, "no"})
		}
	}
	return s
}

// isDenyingTime reports whether a phrase with a preposition denies as an adverb does: "at no time", "under no circumstances".
func (r *reading) isDenyingTime(i int) bool {
	for child := range r.tree.Dependents(i) {
		if p, found := r.adverbAt(child); found && p.so == denied && r.tree.Is(child, "case") {
			return true
		}
	}
	return false
}

// isApproximate reports whether a word says how far another adverb or a number is right, whatever the tree has it hang
// on: "almost unanimously agreed".
func (r *reading) isApproximate(i int) bool {
	if !r.is("approximating", i) || i+1 >= len(r.words) {
		return false
	}
	switch r.doc.Tokens[i+1].UPOS {
	case "ADV", "ADJ", "NUM", "DET":
		return true
	}
	return false
}

// isDeniedPhrase reports whether a subject or object is nobody or nothing: "no soldier", "none of them", "not one".
func (r *reading) isDeniedPhrase(i int) bool {
	if !r.tree.Is(i, "nsubj") && !r.tree.Is(i, "obj") {
		return false
	}
	if r.is("denying", i) {
		return true
	}
	for child := range r.tree.Dependents(i) {
		if !r.is("denying", child) {
			continue
		}
		if p, found := r.adverbAt(child); r.tree.Is(child, "det") || r.tree.Is(child, "advmod") && found && p.so == denied {
			return true
		}
	}
	return false
}

// adverbAt returns the adverb or phrase that begins at a token or, of one that the tree gives words of its own before it ("no longer",
// "no more"), with these.
func (r *reading) adverbAt(i int) (phrase, bool) {
	start := i
	if r.tree.Is(i, "advmod") {
		start = min(i, r.tree.Span(i).Start)
	}
	if p, found := r.adverbFrom(start); found && start+len(p.words) > i {
		return p, true
	}
	return r.adverbFrom(i)
}

// adverbFrom returns the adverb or phrase that begins at a token.
func (r *reading) adverbFrom(i int) (phrase, bool) {
	for _, p := range r.lexicon.adverbs[r.words[i]] {
		if r.standsAt(p.words, i) {
			return p, true
		}
	}
	return phrase{}, false
}

// withAuxiliary adds what the auxiliary says. What is denied goes into it: what "cannot be" is denied, what "may not
// be" is possible.
func (r *reading) withAuxiliary(i int, s state) state {
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "aux") || r.doc.Tokens[child].XPOS != "MD" {
			continue
		}
		if sig, found := r.auxiliary(i, child); found {
			return r.add(i, child, s, sig)
		}
	}
	return s
}

func (r *reading) auxiliary(i, auxiliary int) (signature, bool) {
	word, f := r.words[auxiliary], formPlain
	switch {
	case r.isPerfect(i):
		f = formPerfect
	case r.isReported(i):
		f = formReported
	}
	if sig, found := r.lexicon.auxiliaries[modal{word, fold(r.doc.Tokens[i].Lemma), formPlain}]; found {
		return sig, true
	}
	if sig, found := r.lexicon.auxiliaries[modal{word, "", f}]; found {
		return sig, true
	}
	sig, found := r.lexicon.auxiliaries[modal{word, "", formPlain}]
	return sig, found
}

// isPerfect reports whether "have" stands before a verb.
func (r *reading) isPerfect(i int) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "aux") && fold(r.doc.Tokens[child].Lemma) == "have" {
			return true
		}
	}
	return false
}

// isReported reports whether a token stands in a clause that a verb in the past tense reports: "he said that it would".
func (r *reading) isReported(i int) bool {
	if voice := r.voices[i]; voice != rashomon.None && r.doc.Statements[voice].Kind != rashomon.StatementDirect {
		return true
	}
	for range longestReport {
		head := r.tree.Head(i)
		switch {
		case head == rashomon.None:
			return false
		case r.tree.Is(i, "conj"):
		case r.tree.Is(i, "ccomp"), r.tree.Is(i, "xcomp"), r.tree.Is(i, "acl") && !r.tree.Is(i, "acl:relcl"):
			return r.isPast(head) || !r.isVerb(head)
		default:
			return false
		}
		i = head
	}
	return false
}

// longestReport is how many clauses may be joined in what somebody said, for a later one to be known as said.
const longestReport = 4

// withAdverbs adds what adverbs say that deny nothing. One that is the cue of a statement has said it by that.
func (r *reading) withAdverbs(i int, s state) state {
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "advmod") || r.cues[child] != rashomon.None {
			continue
		}
		if p, found := r.adverbAt(child); found && p.so != denied && p.so != actual {
			s = r.add(i, child, s, p.signature)
		}
	}
	return s
}

// withAdjectives adds what the adjectives before a noun say: "the planned attack". What took place is planned no more.
func (r *reading) withAdjectives(i int, s state) state {
	if r.isVerb(i) {
		return s
	}
	for child := range r.tree.Dependents(i) {
		if !r.tree.Is(child, "amod") || r.cues[child] != rashomon.None {
			continue
		}
		sig, found := find(r.lexicon.adjectives, r.words[child], "", frameModifier, false)
		if found && !(sig.so == future && r.tookPlace[i]) {
			s = r.add(i, child, s, sig)
		}
	}
	return s
}

// withTime makes future what is dated behind the day of publication, and does not stand in the past tense.
func (r *reading) withTime(i int, s state) state {
	if len(r.future) == 0 || s.degree != actual || s.denied || r.isPast(i) {
		return s
	}
	for child := range r.tree.Dependents(i) {
		if r.future[child] && (r.tree.Is(child, "obl") || r.tree.Is(child, "nmod") || r.tree.Is(child, "advmod")) {
			return r.add(i, child, s, signature{future, denied, "a time to come"})
		}
	}
	return s
}

// findFuture marks the tokens of times that begin behind the day of publication.
func (r *reading) findFuture() {
	published := r.doc.Published()
	if published == "" {
		return
	}
	for _, timex := range r.doc.Timexes {
		if timex.From == "" || !isBehind(timex.From, published) {
			continue
		}
		if r.future == nil {
			r.future = make([]bool, len(r.doc.Tokens))
		}
		for i := timex.Span.Start; i < timex.Span.End; i++ {
			r.future[i] = true
		}
	}
}

// isBehind compares two ISO 8601 times as far as both tell.
func isBehind(a, b string) bool {
	length := min(len(a), len(b))
	return a[:length] > b[:length]
}
