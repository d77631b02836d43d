package chain

import (
	"math"

	"rashomon/network/matrix"
)

// A Lattice adds up all sequences of labels of a sentence, each with the exponential of its score, from the front and
// from the back (Baum and others 1970): what a label, a pair or a name has of the sum is its share. Its memory is used
// anew for every sentence. Rows are scaled so that no number leaves the range of float32.
type Lattice struct {
	chain    *Chain
	tokens   int
	emission []float32 // exponentials of the scores of labels
	forward  []float32
	backward []float32
	scale    []float32 // by which a token's rows were divided
	shifted  []float32
}

// All is the set of all labels.
const All = ^uint64(0)

// Sum runs over a sentence of at least one token and returns the logarithm of the sum of all sequences, or of those
// whose labels are allowed: a set of labels for each token, or nil for all. There must be one.
func (l *Lattice) Sum(c *Chain, scores []float32, allowed []uint64) float64 {
	l.chain, l.tokens = c, len(scores)/c.labels
	l.emission, l.shifted = resize(l.emission, len(scores)), resize(l.shifted, len(scores))
	l.forward, l.backward = resize(l.forward, len(scores)), resize(l.backward, len(scores))
	l.scale = resize(l.scale, l.tokens)
	sum := l.emit(scores, allowed)
	for i := range l.tokens {
		l.ahead(i)
		sum += math.Log(float64(l.scale[i]))
	}
	for i := l.tokens - 1; i >= 0; i-- {
		l.back(i)
	}
	return sum
}

func row(rows []float32, i, columns int) []float32 { return rows[i*columns : (i+1)*columns] }

// emit fills in the exponentials of scores, less the highest of each token that can be, and returns the sum of the
// highest.
func (l *Lattice) emit(scores []float32, allowed []uint64) float64 {
	sum, n := 0.0, l.chain.labels
	for i := range l.tokens {
		from, to := row(scores, i, n), row(l.shifted, i, n)
		top := never
		for label, score := range from {
			if l.canBe(i, label, allowed) {
				top = max(top, score)
			}
		}
		for label, score := range from {
			to[label] = min(score-top, 0)
		}
		sum += float64(top)
	}
	matrix.Exp(l.emission, l.shifted)
	for i := range l.emission {
		if !l.canBe(i/n, i%n, allowed) {
			l.emission[i] = 0
		}
	}
	return sum
}

// canBe reports whether a token can have a label.
func (l *Lattice) canBe(i, label int, allowed []uint64) bool {
	return (i > 0 || begins(label)) && (i < l.tokens-1 || ends(label)) && (allowed == nil || allowed[i]>>label&1 == 1)
}

// ahead adds up the sequences that end with each label of token i.
func (l *Lattice) ahead(i int) {
	n := l.chain.labels
	to, emission := row(l.forward, i, n), row(l.emission, i, n)
	if i == 0 {
		copy(to, emission)
	} else {
		from := row(l.forward, i-1, n)
		clear(to)
		for k, pair := range l.chain.pairs {
			to[pair.after] += float32(from[pair.before] * l.chain.shares[k])
		}
		for label := range to {
			to[label] *= emission[label]
		}
	}
	sum := float32(0)
	for _, v := range to {
		sum += v
	}
	l.scale[i] = sum
	for label := range to {
		to[label] /= sum
	}
}

// back adds up the sequences that go on from each label of token i.
func (l *Lattice) back(i int) {
	n := l.chain.labels
	to := row(l.backward, i, n)
	if i == l.tokens-1 {
		for label := range to {
			to[label] = 1
		}
		return
	}
	clear(to)
	for k, pair := range l.chain.pairs {
		to[pair.before] += float32(l.chain.shares[k] * l.after(i+1, pair.after))
	}
}

// after returns what comes of a label of a token from there on, within the scale of the token.
func (l *Lattice) after(i, label int) float32 {
	at := i*l.chain.labels + label
	return float32(l.emission[at]*l.backward[at]) / l.scale[i]
}

// Label returns the share of a label of a token.
func (l *Lattice) Label(i, label int) float32 {
	at := i*l.chain.labels + label
	return l.forward[at] * l.backward[at]
}

// Name returns the share of the sequences that have a name of the type in the tokens from start up to end.
func (l *Lattice) Name(kind, start, end int) float32 {
	if end == start+1 {
		return l.Label(start, Label(kind, Single))
	}
	share := l.forward[start*l.chain.labels+Label(kind, Begin)]
	before := Label(kind, Begin)
	for i := start + 1; i < end; i++ {
		label := Label(kind, Inside)
		if i == end-1 {
			label = Label(kind, End)
		}
		share *= l.chain.share(before, label) * l.emission[i*l.chain.labels+label] / l.scale[i]
		before = label
	}
	return share * l.backward[(end-1)*l.chain.labels+before]
}

// share returns the exponential of the score of a pair.
func (c *Chain) share(before, after int) float32 {
	for k, p := range c.pairs {
		if p == (pair{before, after}) {
			return c.shares[k]
		}
	}
	return 0
}

// AddPairs adds weight times the share of each pair to sum, which has a number for every pair.
func (l *Lattice) AddPairs(sum []float32, weight float32) {
	n := l.chain.labels
	for i := 1; i < l.tokens; i++ {
		from := row(l.forward, i-1, n)
		for k, pair := range l.chain.pairs {
			share := float32(from[pair.before] * l.chain.shares[k])
			sum[k] += float32(weight * float32(share*l.after(i, pair.after)))
		}
	}
}
