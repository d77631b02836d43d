package echo

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
)

// A grouping is passages joined with each other. Each leads to the first of those that it is joined with.
type grouping struct {
	joined map[rashomon.Passage]rashomon.Passage
	size   map[rashomon.Passage]int // of the first: how many joins are behind it
}

// group makes echoes of links: passages that links join, over others too, are one. A weak link joins no two echoes, for
// what each of its sides shares with a third text may be something else.
func group(links []*link, byID map[string]*account) []rashomon.Echo {
	g := grouping{map[rashomon.Passage]rashomon.Passage{}, map[rashomon.Passage]int{}}
	var strong, weak []*link
	for _, l := range links {
		if l.weak {
			weak = append(weak, l)
			continue
		}
		strong = append(strong, l)
		g.join(l)
	}
	slices.SortFunc(weak, compareLinks)
	kept := strong
	for _, l := range weak {
		if !g.areEchoes(l) {
			kept = append(kept, l)
			g.join(l)
		}
	}
	clusters := map[rashomon.Passage][]*link{}
	for _, l := range kept {
		first := g.find(l.a)
		clusters[first] = append(clusters[first], l)
	}
	var echoes []rashomon.Echo
	for _, cluster := range clusters {
		slices.SortFunc(cluster, compareLinks)
		echoes = append(echoes, newEcho(cluster, byID))
	}
	return echoes
}

// areEchoes reports whether the two passages of a link are of two echoes already.
func (g grouping) areEchoes(l *link) bool {
	first, second := g.find(l.a), g.find(l.b)
	return first != second && g.size[first] > 0 && g.size[second] > 0
}

// join makes the two passages of a link one group.
func (g grouping) join(l *link) {
	first, second := g.find(l.a), g.find(l.b)
	if second.Less(first) {
		first, second = second, first
	}
	if first != second {
		g.joined[second] = first
		g.size[first] += g.size[second] + 1
	}
}

// find returns the first passage of those that a passage is joined with, and shortens the way to it.
func (g grouping) find(p rashomon.Passage) rashomon.Passage {
	first := p
	for next, known := g.joined[first]; known; next, known = g.joined[first] {
		first = next
	}
	for p != first {
		p, g.joined[p] = g.joined[p], first
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
