package event

import "rashomon"

// farthestFigure is how many steps of the tree lead from a figure to the event that it counts for: "killed at least 40 of
// the men" takes three.
const farthestFigure = 5

// countFigures gives every figure to the event that it hangs on, but for ages, which count nothing that was done.
func (r *reading) countFigures() {
	heads := map[int]bool{}
	for _, d := range r.drafts {
		heads[d.head] = true
	}
	r.counting = map[int][]int{}
	for q, quantity := range r.doc.Quantities {
		if quantity.Kind == rashomon.QuantityAge || r.isNotSo(quantity.Span) {
			continue
		}
		at := quantity.Span.End - 1
		for step := 0; at != rashomon.None && step < farthestFigure; step++ {
			if heads[at] {
				r.counting[at] = append(r.counting[at], q)
				break
			}
			at = r.tree.Head(at)
		}
	}
}

// isNotSo reports whether a text says of a figure that it is none: "two boxes, not three".
func (r *reading) isNotSo(figure rashomon.Span) bool {
	return figure.Start > 1 && r.words[figure.Start-1] == "not" && r.words[figure.Start-2] == ","
}
