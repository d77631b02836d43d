package main

import (
	"rashomon/network"
	"rashomon/network/learn"
	"rashomon/network/matrix"
)

// attach adds the cross-entropy of every token's head among the tokens of its sentence and the root, times weight, and
// returns it. A score is the product of the token's query and the head's key (the biaffine attention of Dozat and Manning
// 2017); root is the key of the root, a row.
func attach(t *learn.Tape, query, key, root *learn.Tensor, b *batch, weight float32) float64 {
	loss := 0.0
	for _, s := range b.Sequences {
		loss += attachSentence(t, query, key, root, s, b.heads, weight)
	}
	return loss
}

// toRoot is the head of a token that hangs on the root.
const toRoot = -2

func attachSentence(t *learn.Tape, query, key, root *learn.Tensor, s network.Sequence, heads []int32, weight float32) float64 {
	n, size := s.Length, query.Columns
	keys, scores, gradient := t.Floats((n+1)*size), t.Floats(n*(n+1)), t.Floats(n*(n+1))
	copy(keys, root.Value)
	from, to := s.First*size, (s.First+n)*size
	copy(keys[size:], key.Value[from:to])
	matrix.MultiplyRightTransposed(scores, query.Value[from:to], keys, n, n+1, size)
	loss := 0.0
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		row[i+1] = itself
		if head := heads[s.First+i]; head != learn.Unknown {
			loss += learn.SoftmaxLoss(row, gradient[i*(n+1):(i+1)*(n+1)], column(head, s), weight)
		}
	}
	matrix.Multiply(query.Gradient[from:to], gradient, keys, n, size, n+1)
	keyGradient := t.Floats((n + 1) * size)
	matrix.MultiplyLeftTransposed(keyGradient, gradient, query.Value[from:to], n+1, size, n)
	learn.Add(root.Gradient, keyGradient[:size])
	learn.Add(key.Gradient[from:to], keyGradient[size:])
	return loss
}

// itself is the score of a token as its own head.
const itself = -1e4

// column returns where the score of a head stands in the row of its token.
func column(head int32, s network.Sequence) int {
	if head == toRoot {
		return 0
	}
	return int(head) - s.First + 1
}

// arcs returns the scores of the heads of a sentence: a row for every token, whose first column is the root.
func arcs(t *learn.Tape, query, key, root *learn.Tensor, s network.Sequence) []float32 {
	n, size := s.Length, query.Columns
	keys, scores := t.Floats((n+1)*size), t.Floats(n*(n+1))
	copy(keys, root.Value)
	from, to := s.First*size, (s.First+n)*size
	copy(keys[size:], key.Value[from:to])
	matrix.MultiplyRightTransposed(scores, query.Value[from:to], keys, n, n+1, size)
	for i := range n {
		scores[i*(n+1)+i+1] = itself
	}
	return scores
}
