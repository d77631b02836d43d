package factuality

import "rashomon"

// A state is whether something is so: whether it is denied, and how far it is from being told as having happened.
// States follow each other down the tree; a word that stands in between turns one into the next by its signature.
type state struct {
	denied bool
	degree outcome // actual, future, possible or hypothetical
}

// status tells a state in the words of the vocabulary. What may not be so is possible, for it is not denied.
func (s state) status() rashomon.Status {
	switch {
	case s.degree == hypothetical:
		return rashomon.StatusHypothetical
	case s.degree == possible:
		return rashomon.StatusPossible
	case s.denied:
		return rashomon.StatusDenied
	case s.degree == future:
		return rashomon.StatusFuture
	}
	return rashomon.StatusActual
}

// An outcome is what a word says of an event. The first four are degrees, in the order in which one goes before another
// where both hold: what may come to be is possible, and what would be possible if ... is hypothetical.
type outcome uint8

// The outcomes.
const (
	actual       outcome = iota // so as far as the word itself is
	future                      // still to come: planned, promised, expected
	possible                    // may be so
	hypothetical                // supposed
	denied
	given // taken to be so, whatever is said of the word itself
)

// outcomeNames are the outcomes as data files write them, in the order of the constants.
var outcomeNames = []string{"actual", "future", "possible", "hypothetical", "denied", "given"}

// A signature tells what a word says of an event: one outcome where the word itself is so, another where it is denied,
// as in Karttunen's implicative signatures ("Simple and Phrasal Implicatives", *SEM 2012).
type signature struct {
	so, not outcome
	rule    string // "refuse (verbs.txt)": the word and the file
}

// under returns the state of what a word with a signature governs, where the word is in the state s.
func (s state) under(sig signature) state {
	switch o := s.choose(sig); o {
	case given:
		return state{}
	case denied:
		return state{denied: true, degree: s.degree}
	default:
		return state{degree: max(s.degree, o)}
	}
}

// choose returns the outcome of a signature for a word in the state s.
func (s state) choose(sig signature) outcome {
	if s.denied {
		return sig.not
	}
	return sig.so
}

// affirmed returns the state without its denial.
func (s state) affirmed() state { return state{degree: s.degree} }
