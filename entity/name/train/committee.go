package main

import (
	"slices"

	"rashomon/entity/name/chain"
	"rashomon/network/learn"
)

// A committee is recognizers that were trained alike but for chance. What they agree on is right more often than what
// each of them says: it labels text for the recognizer that ships (Kuncoro and others 2016, who did so with parsers).
type committee []*recognizer

// A judge is what one goroutine needs to ask a committee.
type judge struct {
	committee
	chain   *chain.Chain // with the means of its members' scores of pairs
	inner   *chain.Chain
	tape    learn.Tape
	lattice chain.Lattice
	path    chain.Path
}

func (c committee) judge() *judge {
	pairs, innerPairs := make([]float32, len(c[0].pairs.Value)), make([]float32, len(c[0].pairs.Value))
	for _, n := range c {
		learn.Add(pairs, n.pairs.Value)
		learn.Add(innerPairs, n.inner.pairs.Value)
	}
	divide(pairs, len(c))
	divide(innerPairs, len(c))
	j := &judge{committee: c, chain: chain.New(len(types), pairs), inner: chain.New(len(types), innerPairs)}
	j.chain.Prepare()
	j.inner.Prepare()
	return j
}

func divide(values []float32, by int) {
	for i := range values {
		values[i] /= float32(by)
	}
}

// scores returns the means of the members' scores of a batch.
func (j *judge) scores(b *learn.Batch) (sum *learn.Tensor) {
	j.tape.Reset(nil)
	for _, n := range j.committee {
		scores := n.score(&j.tape, b, learn.Dropouts{})
		if sum == nil {
			sum = scores
		} else {
			learn.Add(sum.Value, scores.Value)
		}
	}
	divide(sum.Value, len(j.committee))
	return sum
}

// eachSentence calls do with the scores of every sentence of a batch.
func (j *judge) eachSentence(b *learn.Batch, do func(i int, outer, inner []float32)) {
	scores := j.scores(b)
	for i, s := range b.Sequences {
		each := scores.Columns / 2
		do(i, run{s.First, s.Length, 0, each}.values(scores.Value, scores.Columns),
			run{s.First, s.Length, each, each}.values(scores.Value, scores.Columns))
	}
}

// doubt is the share of a label from which on it is left open beside the best one.
const doubt = 0.2

// label returns the sets of labels that the tokens of a sentence may have by the committee: those of the best sequence,
// and those it is in doubt about.
func (j *judge) label(scores, innerScores []float32) labels {
	l := labels{allowed: j.labelRun(j.chain, scores)}
	each := chain.Labels(len(types))
	for _, n := range namesOf(slices.Clone(j.path.Best(j.chain, scores))) {
		if n.end-n.start > 1 {
			l.inner = append(l.inner, inner{n.start, j.labelRun(j.inner, innerScores[n.start*each:n.end*each])})
		}
	}
	return l
}

func (j *judge) labelRun(c *chain.Chain, scores []float32) []uint64 {
	j.lattice.Sum(c, scores, nil)
	best := j.path.Best(c, scores)
	allowed := make([]uint64, len(best))
	for i := range best {
		allowed[i] = 1 << best[i]
		for label := range chain.Labels(len(types)) {
			if j.lattice.Label(i, label) >= doubt {
				allowed[i] |= 1 << label
			}
		}
	}
	return allowed
}

// within returns the names within names.
func (j *judge) within(names []occurrence, scores []float32) []occurrence {
	var out []occurrence
	each := chain.Labels(len(types))
	for _, n := range names {
		if n.end-n.start < 2 {
			continue
		}
		for _, m := range namesOf(j.path.Best(j.inner, scores[n.start*each:n.end*each])) {
			if m.end-m.start < n.end-n.start {
				out = append(out, occurrence{n.start + m.start, n.start + m.end, m.kind})
			}
		}
	}
	return out
}

// labelledTogether is how many sentences go through the networks at once.
const labelledTogether = 32

// label has a committee label plain text.
func (s *school) label(c committee, plain [][]string) []sentence {
	sentences := make([]sentence, len(plain))
	for i, forms := range plain {
		sentences[i].forms = forms
	}
	groups := slices.Collect(slices.Chunk(sentences, labelledTogether))
	learn.InEach(groups, func(group []sentence) {
		j := c.judge()
		j.eachSentence(s.batch(group), func(i int, scores, inner []float32) { group[i].labels = j.label(scores, inner) })
	})
	return sentences
}

func (s *school) batch(group []sentence) *learn.Batch {
	var examples []example
	for _, sent := range group {
		examples = append(examples, s.example(sent.forms, labels{}))
	}
	return learn.NewBatch(examples)
}

// namesOf returns the names of a sequence of labels.
func namesOf(labels []int) []occurrence {
	var names []occurrence
	start := 0
	for i, label := range labels {
		if label == chain.Outside {
			continue
		}
		kind, p := chain.Of(label)
		if p == chain.Begin || p == chain.Single {
			start = i
		}
		if p == chain.End || p == chain.Single {
			names = append(names, occurrence{start, i + 1, kind})
		}
	}
	return names
}
