package happening

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// happening describes one cluster of sorted events, the first of which gives the id, with some edges between them.
func (a *assembly) happening(members []int32, edges []edge) rashomon.Happening {
	h := rashomon.Happening{ID: a.elements[members[0]].ID("h")}
	types := map[string]int{}
	for _, i := range members {
		h.Events = append(h.Events, a.elements[i])
		types[a.label(a.event(i).kind)]++
		if document := a.elements[i].Document; len(h.Accounts) == 0 || h.Accounts[len(h.Accounts)-1] != document {
			h.Accounts = append(h.Accounts, document)
		}
	}
	h.Type = most(types)
	h.Title = a.title(members, edges)
	h.From, h.To = a.time(members)
	h.Place = a.place(members)
	return h
}

func (a *assembly) document(i int32) *document { return a.x.documents[a.number[i]] }
func (a *assembly) event(i int32) *sketch      { return &a.document(i).events[a.elements[i].Index] }
func (a *assembly) label(number int32) string  { return a.x.labels.words[number] }

// most returns the word that is counted most often, of equals the first by the alphabet, and "" only where there is no other.
func most(counts map[string]int) string {
	best := ""
	for word, n := range counts {
		if word != "" && (best == "" || cmp.Or(cmp.Compare(counts[best], n), cmp.Compare(word, best)) < 0) {
			best = word
		}
	}
	return best
}

// place returns the party that most events have as their place, first of those that name it with the event itself.
func (a *assembly) place(members []int32) string {
	for origin := range origins {
		counts := map[string]int{}
		for _, i := range members {
			if event := a.event(i); event.place != rashomon.None && int(event.placeFrom) == origin {
				counts[a.x.parties.id(a.document(i).parties[event.place])]++
			}
		}
		if place := most(counts); place != "" {
			return place
		}
	}
	return ""
}

// time returns when most events are told to have been, first of those that have the time with the event itself, and of equals
// the most exact.
func (a *assembly) time(members []int32) (from, to string) {
	for origin := range origins {
		counts := map[rashomon.Timex]int{}
		for _, i := range members {
			if event := a.event(i); event.from != none && int(event.timeFrom) == origin {
				counts[rashomon.Timex{From: a.label(event.from), To: a.label(event.to)}]++
			}
		}
		if len(counts) > 0 {
			best := mostTold(counts)
			return best.From, best.To
		}
	}
	return "", ""
}

func mostTold(counts map[rashomon.Timex]int) rashomon.Timex {
	var best rashomon.Timex
	for t, n := range counts {
		order := cmp.Or(
			cmp.Compare(n, counts[best]), cmp.Compare(len(t.From), len(best.From)), cmp.Compare(best.To, t.To), cmp.Compare(t.From, best.From),
		)
		if best.From == "" || order > 0 {
			best = t
		}
	}
	return best
}

// joins returns why the events of a happening are one: the likeliest edges that hold all of them together. Where parts have joined them
// these are others than those by which clusters are united. The edges between them are used up.
func (a *assembly) joins(members []int32, edges []edge) []rashomon.Join {
	least := linkages[a.x.grain].least
	strong := slices.DeleteFunc(edges, func(e edge) bool { return e.probability < least })
	if out := a.spanning(strong); len(out) == len(members)-1 {
		return out
	}
	return a.spanning(slices.DeleteFunc(a.inside(members, true), func(e edge) bool { return e.probability < leastEdge && !e.isOutcome() }))
}

// spanning returns the likeliest edges that hold together all that some edges do: those of a spanning tree (Kruskal 1956).
func (a *assembly) spanning(edges []edge) []rashomon.Join {
	slices.SortFunc(edges, func(x, y edge) int {
		return cmp.Or(cmp.Compare(y.probability, x.probability), cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b))
	})
	root := map[int32]int32{}
	find := func(i int32) int32 {
		for {
			above, known := root[i]
			if !known {
				return i
			}
			if next, known := root[above]; known { // so that nobody goes this way step by step again
				root[i] = next
			}
			i = above
		}
	}
	var out []rashomon.Join
	for _, e := range edges {
		if x, y := find(e.a), find(e.b); x != y {
			root[y] = x
			out = append(out, a.join(e))
		}
	}
	slices.SortFunc(out, func(x, y rashomon.Join) int {
		switch {
		case x.A != y.A && x.A.Less(y.A), x.A == y.A && x.B.Less(y.B):
			return -1
		}
		return 1
	})
	return out
}

func (a *assembly) join(e edge) rashomon.Join {
	x := a.x
	join := rashomon.Join{A: a.elements[e.a], B: a.elements[e.b]}
	if e.isOutcome() && e.probability < linkages[x.grain].least {
		join.Rule, join.Score = "happening/outcome", outcomeScore
		join.Reason = fmt.Sprintf("%q and %q stand together, and one is the outcome of the other", a.label(a.event(e.a).lemma), a.label(a.event(e.b).lemma))
		return join
	}
	documents := x.documents[a.number[e.a]].relation(a.number[e.b]).documents
	join.Rule, join.Score = "happening/likeness", float64(e.probability)/million
	join.Reason = a.words.Reason(documents, a.elements[e.a].Index, a.elements[e.b].Index)
	return join
}

// outcomeScore is the score of what is joined because one is told as the outcome of the other, which no model has weighed.
const outcomeScore = 0.5
