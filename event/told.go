package event

import "rashomon"

// isTold reports whether a verb is told as what happened, or, reported by others, what will: "said that the border would
// be opened".
func (r *reading) isTold(i int) bool {
	if r.isPast(i) {
		return true
	}
	return r.tense(i) == tenseFuture && !r.isCondition(i)
}

// isCondition reports whether a verb says what would be if something else were.
func (r *reading) isCondition(i int) bool {
	for child := range r.tree.Dependents(i) {
		if r.tree.Is(child, "advcl") && inClass("supposition", r.marker(child)) {
			return true
		}
	}
	return false
}

// isPast reports whether a predicate is told in the past, by its own form or its auxiliaries, or, where it has no tense of
// its own, by that of what it hangs on: "opened", "was opened", "did not open", "left, killing two". A headline tells the
// past in the present: "Eleven die as gates open".
func (r *reading) isPast(i int) bool {
	for range longestChain {
		switch tense := r.tense(i); {
		case tense == tensePast || r.isParticipleBehind(i) || tense != tenseOther && tense != tenseFuture && r.headline[i]:
			return true
		case tense != tenseNone:
			return false
		}
		head := r.tree.Head(i)
		if head == rashomon.None {
			return r.headline[i]
		}
		i = head
	}
	return false
}

// isParticipleBehind reports whether a verb is a passive participle behind a noun, which tells what was done whatever the
// tense around it: "pictures published in Velm show the ship".
func (r *reading) isParticipleBehind(i int) bool {
	return r.doc.Tokens[i].XPOS == "VBN" && r.tree.Is(i, "acl") && !r.tree.Is(i, "acl:relcl")
}

// A tense is what the form of a predicate tells of its time.
type tense int

const (
	tenseNone    tense = iota // a participle, or a noun
	tensePast                 // also the perfect
	tensePresent              // the past of headlines
	tenseFuture               // behind "will" or "would"
	tenseOther                // behind another modal, an infinitive, a command
)

// tense returns the tense of a predicate by its auxiliaries or its copula, else by its own form.
func (r *reading) tense(i int) tense {
	if found := r.tenseOfAuxiliaries(i); found != tenseNone {
		return found
	}
	switch r.doc.Tokens[i].XPOS {
	case "VBD":
		return tensePast
	case "VBN":
		if r.tree.Dependent(i, "nsubj") != rashomon.None { // taken for a participle: "a crane toppled"
			return tensePast
		}
	case "VBZ":
		return tensePresent
	case "VBP":
		if inClass("unchanged_in_past", r.lemma(i)) {
			return tensePast
		}
		return tensePresent
	case "VB":
		return r.tenseOfBase(i)
	}
	return tenseNone
}

// tenseOfAuxiliaries returns the tense that auxiliaries and the copula give a predicate, tenseNone where it has none of them.
func (r *reading) tenseOfAuxiliaries(i int) tense {
	found := tenseNone
	for _, auxiliary := range r.dependents(i, "aux", "cop") {
		switch r.doc.Tokens[auxiliary].XPOS {
		case "MD":
			if inClass("future", r.lemma(auxiliary)) {
				return tenseFuture
			}
			return tenseOther
		case "VBD":
			found = tensePast
		case "VBZ", "VBP":
			if r.lemma(auxiliary) == "have" {
				found = tensePast
			} else if found == tenseNone {
				found = tensePresent
			}
		}
	}
	return found
}

// tenseOfBase returns the tense of a verb in its base form: none of its own behind a verb that says that it was done ("had to
// turn back", "saw them leave") or where it is a past that looks the same ("entered and read the order").
func (r *reading) tenseOfBase(i int) tense {
	infinitive := r.isInfinitive(i)
	switch head := r.tree.Head(i); {
	case head == rashomon.None:
	case infinitive && r.tree.Is(i, "xcomp") && inClass("implicative", r.lemma(head)),
		!infinitive && (r.tree.Is(i, "xcomp") || r.tree.Is(i, "ccomp")) && inClass("perception", r.lemma(head)),
		!infinitive && r.tree.Is(i, "conj") && inClass("unchanged_in_past", r.lemma(i)):
		return tenseNone
	}
	return tenseOther
}

// isSupposed reports whether a token stands in a clause that supposes: "if the dam breaks".
func (r *reading) isSupposed(i int) bool {
	for range longestChain {
		for child := range r.tree.Dependents(i) {
			if r.tree.Is(child, "mark") && inClass("supposition", r.words[child]) {
				return true
			}
		}
		if i = r.tree.Head(i); i == rashomon.None {
			return false
		}
	}
	return false
}
