package main

import "rashomon/network/matrix"

// attach adds the cross-entropy of every token's head among the tokens of its sentence and the root, times weight, and returns
// it with the heads that score highest. A score is the product of the token's query and the head's key (the biaffine
// attention of Dozat and Manning 2017); root is the key of the root, a row. Heads are rows of the batch, toRoot for the root.
func (t *tape) attach(query, key, root *tensor, sentences []span, heads []int32, weight float32) float64 {
	loss := 0.0
	for _, s := range sentences {
		loss += t.attachSentence(query, key, root, s, heads, weight)
	}
	return loss
}

// toRoot is the head of a token that hangs on the root.
const toRoot = -2

func (t *tape) attachSentence(query, key, root *tensor, s span, heads []int32, weight float32) float64 {
	n, size := s.length, query.columns
	keys, scores, gradient := t.floats((n+1)*size), t.floats(n*(n+1)), t.floats(n*(n+1))
	copy(keys, root.value)
	from, to := s.first*size, (s.first+n)*size
	copy(keys[size:], key.value[from:to])
	matrix.MultiplyRightTransposed(scores, query.value[from:to], keys, n, n+1, size)
	loss := 0.0
	for i := range n {
		row := scores[i*(n+1) : (i+1)*(n+1)]
		row[i+1] = itself
		if head := heads[s.first+i]; head != unknown {
			loss += softmaxLoss(row, gradient[i*(n+1):(i+1)*(n+1)], column(head, s), weight)
		}
	}
	matrix.Multiply(query.gradient[from:to], gradient, keys, n, size, n+1)
	keyGradient := t.floats((n + 1) * size)
	matrix.MultiplyLeftTransposed(keyGradient, gradient, query.value[from:to], n+1, size, n)
	add(root.gradient, keyGradient[:size])
	add(key.gradient[from:to], keyGradient[size:])
	return loss
}

// itself is the score of a token as its own head.
const itself = -1e4

// column returns where the score of a head stands in the row of its token.
func column(head int32, s span) int {
	if head == toRoot {
		return 0
	}
	return int(head) - s.first + 1
}

// arcs returns the scores of the heads of a sentence: a row for every token, whose first column is the root.
func (t *tape) arcs(query, key, root *tensor, s span) []float32 {
	n, size := s.length, query.columns
	keys, scores := t.floats((n+1)*size), t.floats(n*(n+1))
	copy(keys, root.value)
	from, to := s.first*size, (s.first+n)*size
	copy(keys[size:], key.value[from:to])
	matrix.MultiplyRightTransposed(scores, query.value[from:to], keys, n, n+1, size)
	for i := range n {
		scores[i*(n+1)+i+1] = itself
	}
	return scores
}
