package claim

import (
	"slices"

	"rashomon"
)

// negation is the class of words that deny what stands with them.
const negation = "negation"

// addNegations adds that one side denies what the other does not: a negation of the account that the claim has none to
// match, or the other way round. One that denies another word of a class, "not a hoax", is seen with that class.
func (e *evidence) addNegations() {
	ofClaim, ofAccount := e.claim.negations(), e.account.negations()
	if len(ofClaim) > 0 == (len(ofAccount) > 0) {
		return
	}
	for _, j := range ofAccount {
		e.addOf(negation, j)
		if e.deniesClaim(j) {
			e.addOf(negation+" on", j)
		}
	}
	for _, i := range ofClaim {
		e.addMissing(negation, i)
		if denied := e.claim.head(i); denied != rashomon.None && e.toldBy[denied] != rashomon.None {
			e.add(negation+" on", 1, e.claim.spanOf(i), e.account.spanOf(e.toldBy[denied]))
		}
	}
}

// deniesClaim reports whether what a negation of the account stands with tells the claim.
func (e *evidence) deniesClaim(j int) bool {
	denied := e.account.head(j)
	return denied != rashomon.None && e.claimOf[denied] != rashomon.None
}

// negations returns the words that deny something other than a word of a class.
func (w *Wording) negations() []int {
	var found []int
	for i := range w.words {
		denied := w.head(i)
		if w.words[i].isNegation() && (denied == rashomon.None || !w.words[denied].bearsOnClaims()) {
			found = append(found, i)
		}
	}
	return found
}

func (w *word) isNegation() bool { return slices.Contains(w.classes, negation) }

// bearsOnClaims reports whether a word has a class besides that of negations.
func (w *word) bearsOnClaims() bool {
	return slices.ContainsFunc(w.classes, func(class string) bool { return class != negation })
}

// isNegated reports whether a negation stands with a word of the account.
func (e *evidence) isNegated(j int) bool {
	for k := range e.account.words {
		if e.account.head(k) == j && e.account.words[k].isNegation() {
			return true
		}
	}
	return false
}
