package figure

import "math"

// agreesByMoreThanChance reports whether two figures of documents of one story give one number for what may be the same things,
// and a number that two accounts hardly both give of different things: the more it says, the less their nouns need.
func (a *answer) agreesByMoreThanChance(b *answer) bool {
	if !a.isExactCount() || !b.isExactCount() || a.question != nil && b.question != nil && a.question != b.question {
		return false
	}
	switch weight := a.weight(); {
	case a.question != nil && a.question == b.question, a.noun != "" && a.noun == b.noun:
		return weight > 0
	default:
		return weight > 1 && a.mayCountSame(b)
	}
}

// isExactCount reports whether an answer says exactly how many there were.
func (a *answer) isExactCount() bool {
	return a.quantity >= 0 && a.low == a.high && a.low == math.Trunc(a.low) && !a.vague && a.rate == 0 && a.share == "" && a.of == 0
}

// weight tells how much a number says: nothing where it is so small that of many things there are as many, and the more the more
// digits it has behind the first one that are no zeros.
func (a *answer) weight() int {
	value := int(a.value())
	switch {
	case value < smallestPlain:
		return 0
	case value < smallestOdd, value < 100 && value%10 == 0:
		return 1
	}
	for value%10 == 0 {
		value /= 10
	}
	weight := 2
	for ; value >= 100; value /= 10 {
		weight++
	}
	return weight
}

// mayCountSame reports whether two figures may count the same: people in both, or things whose nouns go together; a figure that
// does not say what it counts may count anything, and so may one with a unit.
func (a *answer) mayCountSame(b *answer) bool {
	switch {
	case a.unit != "" || a.isBare() || b.isBare():
		return true
	case a.countsPeople() || b.countsPeople():
		return a.countsPeople() && b.countsPeople()
	}
	return a.noun != "" && b.noun != "" && (a.isOfLikeThings(b) || known().kindred(a.noun, b.noun))
}

// isBare reports whether a figure does not say what it counts.
func (a *answer) isBare() bool { return a.question == nil && a.noun == "" && a.unit == "" }

// countsPeople reports whether an answer counts people one by one.
func (a *answer) countsPeople() bool {
	if a.question != nil {
		return a.question.persons
	}
	return (a.anybody() || known().is("person", a.noun)) && !known().words.Has("household", a.noun)
}

// goTogether is the cosine of the shipped word vectors from which on two nouns go together: "box" and "coffin" have 0.42, "round" and "shell" 0.27.
const goTogether = 0.35

// kindred reports whether two nouns go together.
func (l *lexicon) kindred(a, b string) bool { return l.vectors.Similarity(a, b) >= goTogether }
