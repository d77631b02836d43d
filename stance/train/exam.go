package main

import (
	"fmt"
	"slices"

	"rashomon/network/learn"
	"rashomon/stance"
)

// marks count questions by what is right, and by what a judge says.
type marks [stance.Values][stance.Values]int

// examine asks a judge all questions of examples.
func (j *judge) examine(examples []example) marks {
	var m marks
	var tape learn.Tape
	for part := range slices.Chunk(examples, 40) {
		tape.Reset(nil)
		b := learn.NewBatch(part)
		a := ask(part, b)
		scores := j.score(&tape, b, a, learn.Dropouts{})
		for i, run := range a.runs {
			votes := stance.Weigh(tape.Floats(run.Length), rowsOf(scores, run))
			m[a.questions[i].value][slices.Index(votes[:], slices.Max(votes[:]))]++
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
