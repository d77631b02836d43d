package correct

import (
	"slices"

	"rashomon"
)

// Compared leaves out of a comparison what people dismissed.
func (r *Replay) Compared(c rashomon.Comparison) rashomon.Comparison {
	c.Differences = without(r, c.Differences, rashomon.TargetDifference, func(d rashomon.Difference, t rashomon.Target) bool {
		return d.Rule == t.Rule && holds(t.Passages, []rashomon.Passage{d.A.Passage, d.B.Passage})
	})
	c.Agreements = without(r, c.Agreements, rashomon.TargetAgreement, func(a rashomon.Agreement, t rashomon.Target) bool {
		return a.Rule == t.Rule && holds(sides(a.Passages), t.Passages)
	})
	c.Positions = without(r, c.Positions, rashomon.TargetPosition, func(p rashomon.Position, t rashomon.Target) bool {
		element, found := r.entity(t.Passages[1])
		return found && p.Document == t.Passages[0].Document && r.isOf(p.Party, element)
	})
	c.Predictions = without(r, c.Predictions, rashomon.TargetPrediction, func(p rashomon.Prediction, t rashomon.Target) bool {
		return p.Passage == t.Passages[0]
	})
	return c
}

func sides(list []rashomon.Side) []rashomon.Passage {
	out := make([]rashomon.Passage, len(list))
	for i, side := range list {
		out[i] = side.Passage
	}
	return out
}

// isOf reports whether an entity is of the party with an id.
func (r *Replay) isOf(id string, element rashomon.Element) bool {
	return slices.ContainsFunc(r.parties, func(p rashomon.Party) bool {
		return p.ID == id && slices.Contains(p.Entities, element)
	})
}
