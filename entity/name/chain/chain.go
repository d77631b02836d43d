// Package chain scores sequences of labels that mark names in a sentence: a conditional random field over a linear
// chain (Lafferty, McCallum and Pereira 2001; for names, Lample and others 2016). Each token has a score for every
// label, each two labels side by side have one, and a sequence's score is the sum of all of them.
package chain

import "rashomon/network/matrix"

// Outside is the label of a token that is in no name.
const Outside = 0

// A Position is where in a name a token stands. Names of one token have a position of their own, and so do last tokens,
// which tells borders better than beginnings alone (Ratinov and Roth 2009).
type Position int

// The positions.
const (
	Begin Position = iota
	Inside
	End
	Single

	positions = 4
)

// Label returns the label of a position in a name of a type, which are numbered from 0.
func Label(kind int, p Position) int { return 1 + positions*kind + int(p) }

// Labels returns how many labels so many types have.
func Labels(kinds int) int { return 1 + positions*kinds }

// Of returns the type and the position of a label that is not Outside.
func Of(label int) (kind int, p Position) {
	return (label - 1) / positions, Position((label - 1) % positions)
}

// begins reports whether a name may begin, or none be, with a label.
func begins(label int) bool {
	_, p := Of(label)
	return label == Outside || p == Begin || p == Single
}

// ends reports whether a name may end, or none be, with a label.
func ends(label int) bool {
	_, p := Of(label)
	return label == Outside || p == End || p == Single
}

// A Chain knows which labels may follow upon each other, and the score of each such pair.
type Chain struct {
	labels int
	pairs  []pair
	scores []float32 // of the pairs
	shares []float32 // their exponentials
}

type pair struct{ before, after int }

// Pairs returns how many pairs of labels may follow upon each other.
func Pairs(kinds int) int { return len(pairsOf(kinds)) }

// pairsOf returns the pairs: after the end of a name any other may begin, within a name it goes on.
func pairsOf(kinds int) []pair {
	var pairs []pair
	for before := range Labels(kinds) {
		for after := range Labels(kinds) {
			if mayFollow(before, after) {
				pairs = append(pairs, pair{before, after})
			}
		}
	}
	return pairs
}

func mayFollow(before, after int) bool {
	if ends(before) || begins(after) {
		return ends(before) && begins(after)
	}
	one, _ := Of(before)
	other, _ := Of(after)
	return one == other
}

// New returns a chain for so many types with the scores of all pairs, Pairs(kinds) of them.
func New(kinds int, scores []float32) *Chain {
	return &Chain{labels: Labels(kinds), pairs: pairsOf(kinds), scores: scores, shares: make([]float32, len(scores))}
}

// Prepare is to be called before the first [Lattice.Sum], and when the scores of pairs have changed.
func (c *Chain) Prepare() { matrix.Exp(c.shares, c.scores) }
