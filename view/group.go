package view

import (
	"cmp"
	"slices"

	"rashomon"
)

// A Group is differences on one question: found by one rule, each with a passage in common with another of them, or between the
// same passages.
type Group struct {
	rashomon.Difference                       // the strongest
	More                []rashomon.Difference // weaker ones, in order of strength
}

// Groups puts differences that ask the same together, in the order of the strongest of each. One that asks the same as those of
// two groups joins them.
func Groups(differences []rashomon.Difference) []Group {
	var groups []Group
	for _, d := range differences {
		at := slices.IndexFunc(groups, func(g Group) bool { return g.takes(d) })
		if at < 0 {
			groups = append(groups, Group{Difference: d})
			continue
		}
		groups[at].More = append(groups[at].More, d)
		for i := len(groups) - 1; i > at; i-- {
			if groups[i].takes(d) {
				groups[at].More = append(append(groups[at].More, groups[i].Difference), groups[i].More...)
				groups = slices.Delete(groups, i, i+1)
			}
		}
		slices.SortStableFunc(groups[at].More, func(x, y rashomon.Difference) int { return cmp.Compare(y.Strength, x.Strength) })
	}
	for i := range groups {
		groups[i].lead(groups[:i])
	}
	return groups
}

// nearlyAsStrong is by how much a difference may be weaker than the strongest of its group and stand for it.
const nearlyAsStrong = 0.1

// lead lets a difference stand for the group of which no passage was shown by a group before, if it is about as strong as the
// strongest.
func (g *Group) lead(before []Group) {
	isShown := func(side rashomon.Side) bool {
		return slices.ContainsFunc(before, func(o Group) bool {
			return o.Kind != rashomon.PointName && (overlap(side, o.A) || overlap(side, o.B))
		})
	}
	if !isShown(g.A) && !isShown(g.B) {
		return
	}
	for i, d := range g.More {
		if g.Strength-d.Strength <= nearlyAsStrong && !isShown(d.A) && !isShown(d.B) {
			g.Difference, g.More[i] = d, g.Difference
			return
		}
	}
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
