package main

import (
	"fmt"

	"rashomon/network/learn"
)

// measure tells how often a committee is right about examples, sentences and words given, in percent: about each question of the
// tags, about heads, and about heads with their relations.
func (c committee) measure(examples []example) string {
	var right losses
	tokens := 0
	t := &learn.Tape{}
	for at := 0; at < len(examples); at += labelledTogether {
		b := newBatch(examples[at:min(at+labelledTogether, len(examples))])
		t.Reset(nil)
		v := c.judge(t, b)
		for i := range b.heads {
			tokens++
			for q := range questions {
				right[q] += one(v.tags[q][i] == b.tags[q][i])
			}
			right[questions] += one(v.heads[i] == b.heads[i])
			right[questions+1] += one(v.heads[i] == b.heads[i] && v.relations[i] == b.relations[i])
		}
	}
	for q := range right {
		right[q] *= 100 / float64(tokens)
	}
	return fmt.Sprintf("UPOS, XPOS, features, scripts, heads, heads with relations: %.2f", right)
}

func one(yes bool) float64 {
	if yes {
		return 1
	}
	return 0
}
