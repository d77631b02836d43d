package main

import (
	"fmt"
	"slices"

	"rashomon/stance"
)

// marks count samples by what they are, and by what a committee says.
type marks [stance.Values][stance.Values]int

// examine asks a committee about samples.
func (c committee) examine(samples []example) marks {
	var m marks
	for i, shares := range c.shares(samples) {
		m[samples[i].Labels.value][slices.Index(shares[:], slices.Max(shares[:]))]++
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
