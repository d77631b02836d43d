package view

import (
	"cmp"
	"slices"

	"rashomon"
)

// Changes returns how what is told changed: first what its own source put right or took back, then what changed most
// often.
func (v *View) Changes() []rashomon.Change { return v.changed.get(v.changes) }

func (v *View) changes() []rashomon.Change {
	changes := slices.Clone(v.Comparison.Changes)
	slices.SortStableFunc(changes, func(a, b rashomon.Change) int {
		return cmp.Or(cmp.Compare(amends(b), amends(a)), cmp.Compare(len(b.Reports), len(a.Reports)))
	})
	return changes
}

// amends counts the reports of a change by which a source puts its own right or takes it back.
func amends(c rashomon.Change) int {
	n := 0
	for _, r := range c.Reports {
		if r.Kind == rashomon.ReportCorrection || r.Kind == rashomon.ReportRetraction {
			n++
		}
	}
	return n
}
