package claim

import (
	"slices"
	"strings"

	"rashomon"
)

// negation is what the names of the classes of words that deny begin with.
const negation = "negation"

// addNegations adds that one side denies what the other does not: by a negation that the other has none to match, or by
// the opposite of the predicate; both together, "not alive", say the same again. A negation of another word of a class,
// "not a hoax", is seen with that class.
func (e *evidence) addNegations() {
	if e.account.asks() {
		return
	}
	ofClaim, ofAccount := e.unmatched()
	for _, pair := range e.opposites() {
		i, j := pair.A-e.claim.span.Start, pair.B-e.account.span.Start
		before := len(ofClaim) + len(ofAccount)
		ofClaim, ofAccount = e.claim.notDenying(i, ofClaim), e.account.notDenying(j, ofAccount)
		if len(ofClaim)+len(ofAccount) == before {
			e.addDenial(i, rashomon.Span{}, e.account.spanOf(j))
		}
	}
	for _, j := range ofAccount {
		if e.account.words[j].tag != "VERB" { // "failed" is of the claim if its complement is
			e.addOf(e.account.words[j].negation(), j)
		}
		if denied := e.account.denied(j); denied != rashomon.None && e.claimOf[denied] != rashomon.None {
			e.addDenial(e.claimOf[denied], rashomon.Span{}, e.account.spanOf(j))
		}
	}
	for _, i := range ofClaim {
		e.addDenial(e.claim.denied(i), e.claim.spanOf(i), rashomon.Span{})
	}
}

// asks reports whether the wording ends as a question, which denies nothing.
func (w *Wording) asks() bool { return len(w.words) > 0 && w.words[len(w.words)-1].form == "?" }

// notDenying returns the negations that deny another word.
func (w *Wording) notDenying(word int, negations []int) []int {
	return slices.DeleteFunc(slices.Clone(negations), func(i int) bool { return w.denied(i) == word })
}

// unmatched returns the negations of each side that the other has none to match. Where the claim denies its predicate
// any negation of the account matches that, "no shots were fired" that "they did not fire"; else only one of the same
// word.
func (e *evidence) unmatched() (ofClaim, ofAccount []int) {
	var denied []int // by the claim
	for _, i := range e.claim.negations(e.account) {
		denied = append(denied, e.claim.denied(i))
		if e.claim.deniesPredicate(i) {
			ofClaim = append(ofClaim, i)
		}
	}
	all := e.account.negations(e.claim)
	if len(ofClaim) > 0 && (len(all) > 0 || e.sameDenial() != rashomon.None) {
		return nil, nil
	}
	for _, j := range all {
		word := e.account.denied(j)
		if word == rashomon.None || e.claimOf[word] == rashomon.None || !slices.Contains(denied, e.claimOf[word]) {
			ofAccount = append(ofAccount, j)
		}
	}
	return ofClaim, ofAccount
}

// sameDenial returns the word by which the account denies what the claim denies too, where the account has no negation: "they
// deny having fired", or None.
func (e *evidence) sameDenial() int {
	if !slices.ContainsFunc(e.claim.negations(e.account), e.claim.deniesPredicate) || len(e.account.negations(e.claim)) > 0 {
		return rashomon.None
	}
	for j, w := range e.account.words {
		if e.touchesClaim(j) && slices.ContainsFunc(w.classes, isDenial) {
			return j
		}
	}
	return rashomon.None
}

// isDenial reports whether a class is that of words which deny a claim as a whole.
func isDenial(class string) bool { return class == "denying" || class == "debunking" }

// addDenial adds that a word of the claim is denied by one side alone, if the account surely has it, with what denies
// it.
func (e *evidence) addDenial(denied int, claim, account rashomon.Span) {
	if e.near[denied] < stemScore {
		return
	}
	if claim.Empty() {
		claim = e.claim.spanOf(denied)
	} else {
		account = e.account.spanOf(e.toldBy[denied])
	}
	e.add(negation+" not", 1, claim, account)
	e.add(negation+" on", 1, claim, account)
	if e.claim.isPredicate(denied) {
		e.add(negation+" of predicate", 1, claim, account)
	}
}

// opposites returns the pairs of which one denies the predicate of the claim.
func (e *evidence) opposites() []Pair {
	var found []Pair
	for _, pair := range e.alignment.Pairs {
		if pair.Kind == PairOpposite && e.claim.isPredicate(pair.A-e.claim.span.Start) {
			found = append(found, pair)
		}
	}
	return found
}

// negations returns the words that deny something other than a word of a class, unless the other side has that word
// too.
func (w *Wording) negations(other *Wording) []int {
	var found []int
	for i := range w.words {
		if w.words[i].negation() == "" {
			continue
		}
		denied := w.denied(i)
		if denied == rashomon.None || !w.words[denied].bearsOnClaims() || other.has(w.words[denied].lemma) {
			found = append(found, i)
		}
	}
	return found
}

// deniesPredicate reports whether a negation denies what a sentence says.
func (w *Wording) deniesPredicate(i int) bool {
	word := w.denied(i)
	return word != rashomon.None && w.isPredicate(word)
}

// isPredicate reports whether a word is what a sentence says: its root, or the complement of a root that denies it.
func (w *Wording) isPredicate(i int) bool {
	head := w.head(i)
	return w.words[i].relation == "root" ||
		head != rashomon.None && w.words[head].relation == "root" && w.words[head].negation() != "" && w.denied(head) == i
}

// denied returns the word that a negation denies, or None: its complement if it is a verb, "failed to win", else its
// head, or the head of that if it is an adverb, "no longer alive".
func (w *Wording) denied(i int) int {
	if w.words[i].tag != "VERB" {
		head := w.head(i)
		if head != rashomon.None && w.words[head].tag == "ADV" && w.words[head].relation == "advmod" {
			head = w.head(head)
		}
		return head
	}
	for k := range w.words {
		if w.head(k) == i && slices.Contains(complements, w.words[k].relation) {
			return k
		}
	}
	return rashomon.None
}

// complements are the relations of what a verb denies.
var complements = []string{"xcomp", "ccomp", "obj"}

// negation returns the class of a word that denies, or "".
func (w *word) negation() string {
	for _, class := range w.classes {
		if strings.HasPrefix(class, negation) {
			return class
		}
	}
	return ""
}

// bearsOnClaims reports whether a word has a class besides that of negations.
func (w *word) bearsOnClaims() bool {
	return slices.ContainsFunc(w.classes, func(class string) bool { return !strings.HasPrefix(class, negation) })
}

// isNegated reports whether a negation stands with a word of the account.
func (e *evidence) isNegated(j int) bool {
	for k, w := range e.account.words {
		if e.account.head(k) == j && w.negation() != "" && w.relation != "discourse" { // "no, it is a hoax"
			return true
		}
	}
	return false
}
