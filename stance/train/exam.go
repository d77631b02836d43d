package main

import (
	"fmt"
	"slices"

	"rashomon/stance"
)

// marks count samples by what they are, and by what a committee says.
type marks [stance.Values][stance.Values]int

// examine asks a committee all questions of examples.
func (c committee) examine(examples []example) marks {
	var m marks
	said := c.shares(examples)
	for _, e := range examples {
		for _, q := range e.Labels {
			m[q.value][slices.Index(said[0][:], slices.Max(said[0][:]))]++
			said = said[1:]
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
