package view

import (
	"slices"
	"strings"

	"rashomon"
)

// A Standing tells what a difference comes to.
type Standing string

// The standings, each in a list of its own: nobody shall take one for another.
const (
	StandingContradiction Standing = "contradiction" // a rule tells that both cannot hold
	StandingLikely        Standing = "likely"        // signs make it likely that they do not fit together
	StandingScope         Standing = "scope"         // another day, another place, a part of the whole: no contradiction
)

// StandingOf tells what a difference comes to.
func StandingOf(d rashomon.Difference) Standing {
	switch {
	case d.Scope != "":
		return StandingScope
	case d.IsLikely():
		return StandingLikely
	}
	return StandingContradiction
}

// GroupsOf returns the differences of one standing, those on one question together, the strongest first; those of scope each by
// itself.
func (v *View) GroupsOf(standing Standing) []Group {
	return v.groups.get(func() map[Standing][]Group {
		out := map[Standing][]Group{}
		for _, s := range []Standing{StandingContradiction, StandingLikely, StandingScope} {
			out[s] = v.groupsOf(s)
		}
		return out
	})[standing]
}

func (v *View) groupsOf(standing Standing) []Group {
	var differences []rashomon.Difference
	for _, d := range v.Comparison.Differences {
		if StandingOf(d) == standing {
			differences = append(differences, d)
		}
	}
	if standing != StandingScope {
		return Groups(differences)
	}
	groups := make([]Group, len(differences))
	for i, d := range differences {
		groups[i].Difference = d
	}
	return groups
}

// A Contrast is a group of differences as people see it.
type Contrast struct {
	ID        string             `json:"id"`
	Kind      rashomon.PointKind `json:"kind"`
	Standing  Standing           `json:"standing"`
	Strength  float64            `json:"strength"` // of the strongest, from 0 to 1
	Happening string             `json:"happening,omitempty"`
	Title     string             `json:"title,omitempty"` // of the happening
	Why       string             `json:"why"`
	Scope     string             `json:"scope,omitempty"`
	Rule      string             `json:"rule"`
	A         Quotation          `json:"a"`
	B         Quotation          `json:"b"`

	Others      []Quotation `json:"others" doc:"further passages on the same question, the first of them: /differences/{id}/passages has all"`
	OthersTotal int         `json:"others_total" doc:"how many further passages there are"`
	Differences int         `json:"differences" doc:"how many differences stand here as one question: /differences/{id} has the ids of all"`
}

// passagesShown is how many of the passages of a finding stand in a list, and how many of its roots: of a question that thousands
// answer, hundreds of pages would be sent that nobody reads.
const passagesShown = 12

// foremostOf returns the first of a list, as many as are shown.
func foremostOf[T any](all []T) []T { return all[:min(len(all), passagesShown)] }

// Contrast returns a group of differences as people see it.
func (v *View) Contrast(g Group) Contrast { return v.ContrastOf(g, passagesShown) }

// ContrastOf returns a group of differences with so many further passages at most.
func (v *View) ContrastOf(g Group, most int) Contrast {
	others := g.Others()
	return Contrast{
		ID: g.ID, Kind: g.Kind, Standing: StandingOf(g.Difference), Strength: g.Surest(), Happening: g.Happening,
		Title: v.Title(g.Happening), Why: g.Why, Scope: g.Scope, Rule: g.Rule, A: v.Quotation(g.A), B: v.Quotation(g.B),
		Others: v.Quotations(others[:min(len(others), most)]), OthersTotal: len(others), Differences: 1 + len(g.More),
	}
}

// GroupOf returns the group of a difference, which leads it, of all or of those on one happening, as they stand on its page.
func (v *View) GroupOf(d rashomon.Difference, happening string) (Group, bool) {
	groups := v.GroupsOf(StandingOf(d))
	if happening != "" {
		groups = Groups(v.differencesOn(happening, StandingOf(d)))
	}
	for _, g := range groups {
		if g.lets(d.ID) {
			return g, true
		}
	}
	return Group{}, false
}

// Title returns the title of a happening, or "".
func (v *View) Title(happening string) string {
	at, found := slices.BinarySearchFunc(v.Comparison.Happenings, happening, func(h rashomon.Happening, id string) int {
		return strings.Compare(h.ID, id)
	})
	if !found {
		return ""
	}
	return v.Comparison.Happenings[at].Title
}
