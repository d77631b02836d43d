package echo

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// A grouping is passages joined with each other, by their numbers.
type grouping struct {
	passages []rashomon.Passage
	first    []int32 // of each passage: an earlier one that it is joined with, or itself
	joins    []int32 // of each that is the first of those that it is joined with: how many joins are behind it
}

// group joins the passages of links, those that links join over others too. A weak link joins no two echoes, for what each of its
// sides shares with a third text may be something else. It returns the links that hold the passages together.
func (x *chains) group() ([]*link, *grouping) {
	g := &grouping{x.passages, make([]int32, len(x.passages)), make([]int32, len(x.passages))}
	for i := range g.first {
		g.first[i] = int32(i)
	}
	kept := make([]*link, 0, len(x.strong)+len(x.weak))
	for _, l := range x.strong {
		g.join(l)
	}
	kept = append(kept, x.strong...)
	for _, l := range x.weak {
		if !g.areEchoes(l) {
			kept = append(kept, l)
			g.join(l)
		}
	}
	return kept, g
}

// areEchoes reports whether the two passages of a link are of two echoes already.
func (g *grouping) areEchoes(l *link) bool {
	first, second := g.find(l.ends[0]), g.find(l.ends[1])
	return first != second && g.joins[first] > 0 && g.joins[second] > 0
}

// join makes the two passages of a link one group.
func (g *grouping) join(l *link) {
	first, second := g.find(l.ends[0]), g.find(l.ends[1])
	if first == second {
		return
	}
	if g.passages[second].Less(g.passages[first]) {
		first, second = second, first
	}
	g.first[second] = first
	g.joins[first] += g.joins[second] + 1
}

// find returns the first passage of those that a passage is joined with, and shortens the way to it.
func (g *grouping) find(p int32) int32 {
	first := p
	for g.first[first] != first {
		first = g.first[first]
	}
	for p != first {
		p, g.first[p] = g.first[p], first
	}
	return first
}

// compareLinks puts the strongest first.
func compareLinks(x, y *link) int {
	switch {
	case x.score != y.score:
		return cmp.Compare(y.score, x.score)
	case x.a != y.a:
		return order(x.a, y.a)
	case x.b != y.b:
		return order(x.b, y.b)
	}
	return cmp.Or(cmp.Compare(x.rule, y.rule), cmp.Compare(x.reason, y.reason))
}

func order(p, q rashomon.Passage) int {
	switch {
	case p.Less(q):
		return -1
	case q.Less(p):
		return 1
	}
	return 0
}

// newEcho makes the echo of links that hang together, the strongest first.
func newEcho(links []*link, byID map[string]*account) rashomon.Echo {
	e := rashomon.Echo{Kind: links[0].kind, Rule: links[0].rule, Reason: links[0].reason, Score: links[0].score}
	for _, l := range links {
		e.Passages = append(e.Passages, l.a, l.b)
	}
	slices.SortFunc(e.Passages, order)
	e.Passages = slices.Clone(slices.Compact(e.Passages)) // as long as it is: most of its links are between the same
	root := originOf(e.Passages, links, byID)
	if root.owned && e.Rule == "reprint/agency" {
		e.Kind = rashomon.EchoReprint
	}
	e.Root, e.Source = root.Document, root.source(e)
	e.ID = rashomon.ShortID("k", fmt.Sprint("k", e.Passages[0]))
	return e
}
