package figure

import (
	"rashomon"
	"rashomon/digest"
)

// isRejected reports whether a figure is what the text says it was not: the thirty of "eight came out, not thirty".
func (r *reader) isRejected(q *digest.Quantity) bool {
	words := r.untilFigure(q)
	if len(words) == 0 || !known().words.Has("not that", words[len(words)-1]) {
		return false
	}
	return len(words) > 1 && (words[len(words)-2] == "," || words[len(words)-2] == "and")
}

// smallestOther is the least number that tells by itself which one of another account is meant by "not thirty".
const smallestOther = 6

// notOther returns the number that the sentence of a figure says it is not, or 0.
func (r *reader) notOther(i int) float64 {
	q := &r.d.Quantities[i]
	if i+1 >= len(r.d.Quantities) || q.Low == nil {
		return 0
	}
	next := &r.d.Quantities[i+1]
	if next.Sentence != q.Sentence || next.Kind != rashomon.QuantityCount || next.Low == nil || *next.Low < smallestOther ||
		!r.isRejected(next) {
		return 0
	}
	return *next.Low
}
