package view

import (
	"slices"

	"rashomon"
)

// A Group is differences on one question: found by one rule, each with a passage in common with another of them.
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

// takes reports whether a difference is on the question of the group.
func (g Group) takes(d rashomon.Difference) bool {
	return g.Rule == d.Rule && slices.ContainsFunc(append([]rashomon.Difference{g.Difference}, g.More...), func(own rashomon.Difference) bool {
		return own.A.Passage == d.A.Passage || own.A.Passage == d.B.Passage || own.B.Passage == d.A.Passage || own.B.Passage == d.B.Passage
	})
}

// Others returns the sides of weaker differences that do not stand in the strongest, each passage once.
func (g Group) Others() []rashomon.Side {
	seen := map[rashomon.Passage]bool{g.A.Passage: true, g.B.Passage: true}
	var out []rashomon.Side
	for _, d := range g.More {
		for _, side := range []rashomon.Side{d.A, d.B} {
			if !seen[side.Passage] {
				seen[side.Passage] = true
				out = append(out, side)
			}
		}
	}
	return out
}
