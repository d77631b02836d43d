package party

import (
	"cmp"
	"slices"

	"rashomon"
)

// A cluster is nodes that are taken for one party.
type cluster struct {
	nodes     []*node
	short     []*node // of short names and descriptions that stand for it
	functions []function
	documents map[string][]*profile
	joins     []rashomon.Join
	called    bool // a document says that it has several names
}

func newCluster(n *node) *cluster {
	c := &cluster{nodes: []*node{n}, functions: n.functions, documents: map[string][]*profile{}}
	for i, p := range n.members {
		c.documents[p.element.Document] = append(c.documents[p.element.Document], p)
		if i > 0 {
			c.joins = append(c.joins, sameNode(n.members[0], p).join(n.members[0], p))
		}
	}
	return c
}

func newClusters(nodes []*node) []*cluster {
	clusters := make([]*cluster, len(nodes))
	for i, n := range nodes {
		clusters[i] = newCluster(n)
	}
	return clusters
}

// sameNode tells why two profiles are of one node.
func sameNode(p, q *profile) agreement {
	x, y := p.main().text, q.main().text
	switch {
	case p.entity.Listed != "":
		return agreement{1, "name/listed", x, y}
	case p.isLocated():
		return agreement{1, "name/place", x, y}
	case slices.Equal(p.main().words, q.main().words):
		return agreement{1, "name/same", x, y}
	}
	return agreement{scoreOrder, "name/order", x, y}
}

// absorb puts another cluster into c.
func (c *cluster) absorb(other *cluster, join rashomon.Join) {
	c.nodes, c.functions = append(c.nodes, other.nodes...), appendNew(slices.Clone(c.functions), other.functions)
	for document, profiles := range other.documents {
		c.documents[document] = append(c.documents[document], profiles...)
	}
	c.joins = append(append(c.joins, other.joins...), join)
	c.called = c.called || other.called || join.Rule == ruleByname
}

// take puts a short name or a description into c.
func (c *cluster) take(n *node, join rashomon.Join) {
	c.short, c.functions = append(c.short, n), appendNew(slices.Clip(c.functions), n.functions)
	for _, p := range n.members {
		c.documents[p.element.Document] = append(c.documents[p.element.Document], p)
	}
	c.joins = append(c.joins, join)
}

// mayJoin reports whether nothing in two clusters forbids that they are one.
func mayJoin(a, b *cluster) bool {
	for _, n := range a.nodes {
		for _, m := range b.nodes {
			if contradict(n.first(), m.first()) || !a.called && !b.called && differInName(n.first(), m.first()) {
				return false
			}
		}
	}
	if len(a.documents) > len(b.documents) {
		a, b = b, a
	}
	for document, profiles := range a.documents {
		for _, p := range profiles {
			if slices.ContainsFunc(b.documents[document], func(q *profile) bool { return !fitsWithin(p, q) }) {
				return false
			}
		}
	}
	return true
}

// fitsWithin reports whether two entities of one document, which its reader did not take for one, may be one all the
// same: they have the same full name, or were given types that kept them apart.
func fitsWithin(p, q *profile) bool {
	if p.entity.Listed != "" && p.entity.Listed == q.entity.Listed {
		return true
	}
	if p.description != nil || q.description != nil {
		return true
	}
	x, y := p.main().words, q.main().words
	if p.class == q.class && p.class != classBody || len(x) > 1 && len(y) > 1 {
		return len(x) > 1 && slices.Equal(x, y)
	}
	return slices.Contains(y, x[len(x)-1]) || slices.Contains(x, y[len(y)-1])
}

// A pair is two nodes that agree.
type pair struct {
	i, j int // of nodes
	agreement
}

// merge joins clusters by pairs, the best first, unless something forbids it.
func merge(nodes []*node, pairs []pair) []*cluster {
	slices.SortFunc(pairs, func(a, b pair) int {
		return cmp.Or(cmp.Compare(b.score, a.score), compareElements(nodes[a.i].first().element, nodes[b.i].first().element),
			compareElements(nodes[a.j].first().element, nodes[b.j].first().element))
	})
	sets := newForest(len(nodes))
	clusters := newClusters(nodes)
	for _, p := range append(calledPairs(nodes), pairs...) {
		i, j := sets.find(p.i), sets.find(p.j)
		if i == j || p.rule != ruleByname && !mayJoin(clusters[i], clusters[j]) {
			continue
		}
		sets.join(i, j)
		i, j = min(i, j), max(i, j)
		clusters[i].absorb(clusters[j], p.agreement.join(nodes[p.i].first(), nodes[p.j].first()))
		clusters[j] = nil
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return c == nil })
}

// ruleByname joins names of which a document says that they are of one thing.
const ruleByname = "name/byname"

// calledPairs returns the nodes that are one by what a document says, in the order of the documents.
func calledPairs(nodes []*node) []pair {
	at := map[rashomon.Element]int{}
	for i, n := range nodes {
		for _, p := range n.members {
			at[p.element] = i
		}
	}
	var pairs []pair
	for i, n := range nodes {
		for _, p := range n.members {
			for _, b := range p.context.bynames {
				j, found := at[rashomon.Element{Document: p.element.Document, Index: b.b}]
				if found && b.a == p.element.Index {
					pairs = append(pairs, pair{i, j, agreement{1, ruleByname, p.main().text, nodes[j].first().main().text}})
				}
			}
		}
	}
	return pairs
}

// compareAll returns the pairs of nodes that agree, of those that have a key in common.
func compareAll(nodes []*node) []pair {
	things := make([]shelved, len(nodes))
	for i, n := range nodes {
		things[i] = n.shelved()
	}
	shelves := newShelves(things)
	var met [][2]int
	for i, n := range nodes {
		for _, j := range shelves.find(n.sought()) {
			if i != j {
				met = append(met, [2]int{min(i, j), max(i, j)})
			}
		}
	}
	slices.SortFunc(met, func(a, b [2]int) int { return cmp.Or(cmp.Compare(a[0], b[0]), cmp.Compare(a[1], b[1])) })
	var pairs []pair
	for _, m := range slices.Compact(met) {
		if a := compare(nodes[m[0]], nodes[m[1]]); a.score > 0 {
			pairs = append(pairs, pair{m[0], m[1], a})
		}
	}
	return pairs
}
