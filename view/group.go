package view

import (
	"slices"

	"rashomon"
)

// A Group is differences on one question: found by one rule, each with a passage in common with another of them, or between the
// same passages.
type Group struct {
	rashomon.Difference                       // the strongest
	More                []rashomon.Difference // weaker ones, in order of strength
}

// Groups puts differences that ask the same together, in the order of the strongest of each.
func Groups(differences []rashomon.Difference) []Group {
	var groups []Group
	for _, d := range differences {
		found := false
		for i := range groups {
			if found = groups[i].takes(d); found {
				groups[i].More = append(groups[i].More, d)
				break
			}
		}
		if !found {
			groups = append(groups, Group{Difference: d})
		}
	}
	return groups
}

// takes reports whether a difference is on the question of the group: found by the same rule and with a passage in common, or
// between the same passages.
func (g Group) takes(d rashomon.Difference) bool {
	return slices.ContainsFunc(append([]rashomon.Difference{g.Difference}, g.More...), func(own rashomon.Difference) bool {
		return own.Rule == d.Rule && shareSide(own, d) || overlap(own.A, d.A) && overlap(own.B, d.B) || overlap(own.A, d.B) && overlap(own.B, d.A)
	})
}

// shareSide reports whether two differences have a passage in common.
func shareSide(x, y rashomon.Difference) bool {
	return x.A.Passage == y.A.Passage || x.A.Passage == y.B.Passage || x.B.Passage == y.A.Passage || x.B.Passage == y.B.Passage
}

// overlap reports whether two sides have words in common.
func overlap(x, y rashomon.Side) bool {
	return x.Document == y.Document && x.Extent.Start < y.Extent.End && y.Extent.Start < x.Extent.End
}

// Others returns the sides of weaker differences that have no words in common with the strongest or with each other.
func (g Group) Others() []rashomon.Side {
	shown := []rashomon.Side{g.A, g.B}
	for _, d := range g.More {
		for _, side := range []rashomon.Side{d.A, d.B} {
			if !slices.ContainsFunc(shown, func(other rashomon.Side) bool { return overlap(side, other) }) {
				shown = append(shown, side)
			}
		}
	}
	return shown[2:]
}
