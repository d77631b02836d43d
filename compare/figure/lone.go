package figure

import (
	"rashomon"
	"rashomon/wordnet"
)

// markLone marks the answers that alone in their document count things of one noun: of these a reader takes any number that
// another account of the same gives of such things for another answer to the same question ("it was three lorries", "I counted
// nine lorries").
func markLone(answers []*answer) {
	values := map[string]map[float64]bool{}
	for _, a := range answers {
		if values[a.noun] == nil {
			values[a.noun] = map[float64]bool{}
		}
		values[a.noun][a.value()] = true
	}
	for _, a := range answers {
		a.lone = len(values[a.noun]) == 1 && a.isPlainCount() && a.value() >= smallestLone
	}
}

// isPlainCount reports whether an answer that no question of the lexicon is asked by counts things, or persons of some kind.
func (a *answer) isPlainCount() bool {
	return a.noun != "" && a.question == nil && a.quantity != rashomon.None && !a.anybody() && a.unit == "" && a.rate == 0 &&
		a.share == "" && !a.isPart
}

// smallestLone is from which number on such counts are set against each other: "one officer" may be one of many. And the one is
// at most so many times the other: more is another thing.
const smallestLone, widestLone = 2, 20

// isLoneCount reports whether two answers are the only counts in their documents of things of one noun, and may count the same
// ones: nobody else did something else with them.
func (a *answer) isLoneCount(b *answer) bool {
	if !a.lone || !b.lone || !a.isOfLikeThings(b) || a.gap(b.bounds) > widestLone ||
		a.subject != b.subject && a.subject != rashomon.None && b.subject != rashomon.None {
		return false
	}
	return a.predicate == b.predicate || a.isMereCount() || b.isMereCount() || common(a.parties, b.parties) > 0 || commonTerms(a, b) >= sharedTerms
}

// isOfLikeThings reports whether two answers count things of one noun, or of two that mean the same: "floors", "storeys".
func (a *answer) isOfLikeThings(b *answer) bool {
	return a.noun == b.noun || a.things().Meet(b.things())
}

// things returns the usual meanings of the noun that is counted.
func (a *answer) things() wordnet.Meanings {
	return known().net.Word(a.noun).Usual().Meanings()
}

// isMereCount reports whether an answer tells of what it counts no more than that there was so much: "I counted nine lorries".
func (a *answer) isMereCount() bool {
	words := known().words
	return a.predicate == "" || a.predicate == "be "+a.noun || words.Has("registers", a.predicate) || words.Has("estimates", a.predicate) ||
		words.Has("presence", a.predicate)
}
