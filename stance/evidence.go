package stance

import (
	"cmp"
	"slices"

	"rashomon"
)

const (
	mostEvidence  = 3    // words
	leastEvidence = 0.15 // of what all words that vote for the value weigh
)

// evidence returns the words that weighed most for the value of the verdict on a sight, which was reached last, in
// the order of the text: one at the least; none for 0.
func (w *work) evidence(s sight, value int) []rashomon.Span {
	if value == 0 {
		return nil
	}
	scores := w.scoresOf(s)
	var words []weighed
	sum := float32(0)
	for i, weight := range w.weights {
		if share := weight * lead(scores[i*Scores:][:Values], value+1); share > 0 {
			words, sum = append(words, weighed{w.voters[s.voters.Start+i] - s.offset, share}), sum+share
		}
	}
	slices.SortStableFunc(words, func(a, b weighed) int { return cmp.Compare(b.share, a.share) })
	words = words[:min(mostEvidence, len(words))]
	for len(words) > 1 && words[len(words)-1].share < leastEvidence*sum { // the first stays, where many weigh little
		words = words[:len(words)-1]
	}
	var evidence []rashomon.Span
	for _, word := range words {
		evidence = append(evidence, rashomon.Span{Start: word.token, End: word.token + 1})
	}
	slices.SortFunc(evidence, func(a, b rashomon.Span) int { return cmp.Compare(a.Start, b.Start) })
	return evidence
}

// weighed is a word and what it weighed.
type weighed struct {
	token int
	share float32
}

// lead returns by how much votes for a value are above the mean of all.
func lead(votes []float32, value int) float32 {
	return votes[value] - (votes[0]+votes[1]+votes[2])/Values
}
