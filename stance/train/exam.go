package main

import (
	"fmt"
	"slices"

	"rashomon/network/learn"
	"rashomon/stance"
)

// marks count samples by what they are, and by what the network says.
type marks [stance.Values][stance.Values]int

// examine runs the network over samples.
func (j *judge) examine(samples []example) marks {
	var m marks
	var tape learn.Tape
	for part := range slices.Chunk(samples, 40) {
		tape.Reset(nil)
		b := learn.NewBatch(part)
		scores := j.tagger.Score(&tape, j.encoder.Encode(&tape, b, learn.Dropouts{}), learn.Dropouts{})
		for i, s := range b.Sequences {
			votes := stance.Weigh(tape.Floats(s.Length), rowsOf(scores, s), part[i].Labels.voters)
			m[part[i].Labels.value][slices.Index(votes[:], slices.Max(votes[:]))]++
		}
	}
	return m
}

// String tells macro-F1 and accuracy, in per cent.
func (m marks) String() string {
	f1, right, all := 0.0, 0, 0
	for value := range m {
		is, said := 0, 0
		for other := range m {
			is += m[value][other]
			said += m[other][value]
		}
		f1 += 200 * float64(m[value][value]) / float64(max(is+said, 1)) / stance.Values
		right, all = right+m[value][value], all+is
	}
	return fmt.Sprintf("macro-F1 %.2f, accuracy %.2f, of %d targets", f1, 100*float64(right)/float64(max(all, 1)), all)
}
