package chain

import "math"

// A Path is the memory in which the best sequence of labels is found, used anew for every sentence.
type Path struct {
	scores []float32 // of the best sequence that ends with a label, a row for each token
	from   []uint8   // the label before it
	labels []int
}

var never = float32(math.Inf(-1))

// Best returns the sequence of labels of the highest score (Viterbi 1967), until the next call. scores has a row for
// every token, of which there is at least one. Of equally good sequences it is always the same one: sums are taken in
// one order.
func (p *Path) Best(c *Chain, scores []float32) []int {
	tokens := len(scores) / c.labels
	p.scores, p.from, p.labels = resize(p.scores, len(scores)), resize(p.from, len(scores)), resize(p.labels, tokens)
	for label := range c.labels {
		p.scores[label] = never
		if begins(label) {
			p.scores[label] = scores[label]
		}
	}
	for i := 1; i < tokens; i++ {
		p.step(c, i, scores[i*c.labels:(i+1)*c.labels])
	}
	p.trace(c, p.last(c, tokens))
	return p.labels
}

// step finds the best sequences that end at token i.
func (p *Path) step(c *Chain, i int, scores []float32) {
	before, row := p.scores[(i-1)*c.labels:i*c.labels], p.scores[i*c.labels:(i+1)*c.labels]
	from := p.from[i*c.labels : (i+1)*c.labels]
	for label := range row {
		row[label] = never
	}
	for k, pair := range c.pairs {
		if score := before[pair.before] + c.scores[k]; score > row[pair.after] {
			row[pair.after], from[pair.after] = score, uint8(pair.before)
		}
	}
	for label := range row {
		row[label] += scores[label]
	}
}

// last returns the label at which the best sequence ends.
func (p *Path) last(c *Chain, tokens int) int {
	row := p.scores[(tokens-1)*c.labels : tokens*c.labels]
	best := Outside
	for label, score := range row {
		if ends(label) && score > row[best] {
			best = label
		}
	}
	return best
}

// trace follows the best sequence back from its last label.
func (p *Path) trace(c *Chain, label int) {
	for i := len(p.labels) - 1; i >= 0; i-- {
		p.labels[i] = label
		label = int(p.from[i*c.labels+label])
	}
}

// resize returns a slice of n elements, the old one if it is long enough. Its content is anything.
func resize[T any](s []T, n int) []T {
	if cap(s) < n {
		return make([]T, n, n+n/4)
	}
	return s[:n]
}
