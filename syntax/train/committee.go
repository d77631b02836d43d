package main

import (
	"rashomon/network"
	"rashomon/network/learn"
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
func (c committee) judge(t *learn.Tape, b *batch) verdict {
	var v verdict
	tokens := len(b.heads)
	tags := make([]float32, tokens*c[0].columns[questions])
	shares := make([][]float32, len(b.Sequences))
	outcomes := make([]outcome, len(c))
	for i, n := range c {
		outcomes[i] = n.run(t, b, learn.Dropouts{})
		for q := range questions {
			addShares(tags, outcomes[i].tags, n.columns[q], n.columns[q+1])
		}
		for j, s := range b.Sequences {
			shares[j] = addRows(shares[j], arcs(t, outcomes[i].query, outcomes[i].key, n.rootKey, s), s.Length+1)
		}
	}
	for q := range questions {
		for i := range tokens {
			row := tags[i*c[0].columns[questions] : (i+1)*c[0].columns[questions]]
			v.tags[q] = append(v.tags[q], int32(best(row[c[0].columns[q]:c[0].columns[q+1]])))
		}
	}
	for j, s := range b.Sequences {
		v.heads = append(v.heads, headsOf(shares[j], s)...)
	}
	v.relations = c.relate(t, outcomes, v.heads)
	return v
}

// addShares adds the softmax of columns from to to of each row of scores.
func addShares(sum []float32, scores *learn.Tensor, from, to int) {
	for i := range scores.Rows {
		into := sum[i*scores.Columns : (i+1)*scores.Columns]
		for j, share := range softmax(scores.Row(i)[from:to]) {
			into[from+j] += share
		}
	}
}

// addRows adds the softmax of each row of scores to sum, which it makes if there is none yet.
func addRows(sum, scores []float32, columns int) []float32 {
	if sum == nil {
		sum = make([]float32, len(scores))
	}
	addShares(sum, &learn.Tensor{Rows: len(scores) / columns, Columns: columns, Value: scores}, 0, columns)
	return sum
}

func headsOf(shares []float32, s network.Sequence) []int32 {
	heads := make([]int32, s.Length)
	for i := range heads {
		heads[i] = toRoot
		if b := best(shares[i*(s.Length+1) : (i+1)*(s.Length+1)]); b > 0 {
			heads[i] = int32(s.First + b - 1)
		}
	}
	return heads
}

func (c committee) relate(t *learn.Tape, outcomes []outcome, heads []int32) []int32 {
	var sum []float32
	columns := 0
	for i, n := range c {
		scores := n.relate(t, outcomes[i], heads, learn.Dropouts{})
		columns = scores.Columns
		sum = addRows(sum, scores.Value, columns)
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
