package main

import (
	"rashomon/network/matrix"
)

// A committee is networks that were trained alike but for chance. What they agree on is right more often than what each
// of them says (Kuncoro and others 2016, "Distilling an ensemble of greedy dependency parsers into one MST parser"): it
// labels text for the network that ships.
type committee []*scorer

// A verdict is what a committee says of the tokens of a batch.
type verdict struct {
	tags      [questions][]int32
	heads     []int32 // rows of the batch, toRoot
	relations []int32
}

// judge labels a batch.
func (c committee) judge(t *tape, b *batch) verdict {
	var v verdict
	tokens := len(b.heads)
	tags := make([]float32, tokens*c[0].columns[questions])
	arcs := make([][]float32, len(b.sentences))
	outcomes := make([]outcome, len(c))
	for i, n := range c {
		outcomes[i] = n.run(t, b, dropouts{})
		for q := range questions {
			addShares(tags, outcomes[i].tags, n.columns[q], n.columns[q+1])
		}
		for j, s := range b.sentences {
			arcs[j] = addRows(arcs[j], t.arcs(outcomes[i].query, outcomes[i].key, n.rootKey, s), s.length+1)
		}
	}
	for q := range questions {
		for i := range tokens {
			row := tags[i*c[0].columns[questions] : (i+1)*c[0].columns[questions]]
			v.tags[q] = append(v.tags[q], int32(best(row[c[0].columns[q]:c[0].columns[q+1]])))
		}
	}
	for j, s := range b.sentences {
		v.heads = append(v.heads, headsOf(arcs[j], s)...)
	}
	v.relations = c.relate(t, outcomes, v.heads)
	return v
}

// addShares adds the softmax of columns from to to of each row of scores.
func addShares(sum []float32, scores *tensor, from, to int) {
	for i := range scores.rows {
		into := sum[i*scores.columns : (i+1)*scores.columns]
		for j, share := range softmax(scores.row(i)[from:to]) {
			into[from+j] += share
		}
	}
}

// addRows adds the softmax of each row of scores to sum, which it makes if there is none yet.
func addRows(sum, scores []float32, columns int) []float32 {
	if sum == nil {
		sum = make([]float32, len(scores))
	}
	addShares(sum, &tensor{rows: len(scores) / columns, columns: columns, value: scores}, 0, columns)
	return sum
}

func headsOf(shares []float32, s span) []int32 {
	heads := make([]int32, s.length)
	for i := range heads {
		heads[i] = toRoot
		if b := best(shares[i*(s.length+1) : (i+1)*(s.length+1)]); b > 0 {
			heads[i] = int32(s.first + b - 1)
		}
	}
	return heads
}

func (c committee) relate(t *tape, outcomes []outcome, heads []int32) []int32 {
	var sum []float32
	columns := 0
	for i, n := range c {
		scores := n.relate(t, outcomes[i], heads, dropouts{})
		columns = scores.columns
		sum = addRows(sum, scores.value, columns)
	}
	out := make([]int32, len(heads))
	for i := range out {
		out[i] = int32(best(sum[i*columns : (i+1)*columns]))
	}
	return out
}

func softmax(scores []float32) []float32 {
	out := make([]float32, len(scores))
	top := scores[best(scores)]
	for i, v := range scores {
		out[i] = v - top
	}
	matrix.Exp(out, out)
	total := float32(0)
	for _, v := range out {
		total += v
	}
	for i := range out {
		out[i] /= total
	}
	return out
}

// best returns the index of the highest score, the first of equals.
func best(scores []float32) int {
	best := 0
	for i, score := range scores {
		if score > scores[best] {
			best = i
		}
	}
	return best
}
