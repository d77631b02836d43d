package party

import (
	"cmp"
	"maps"
	"slices"
)

// merging makes clusters of nodes whose names agree. What is merged hangs together by pairs that agree; of nodes that
// come and go, that alone is merged anew which hangs together with them.
type merging struct {
	documents documents
	shelves   *shelves[*node]
	pairs     map[*node][]pair
	clusters  map[*node]*cluster
}

// A pair is two nodes that agree, a before b.
type pair struct {
	a, b *node
	agreement
}

// other returns the one of a pair that is not n.
func (p pair) other(n *node) *node {
	if p.a == n {
		return p.b
	}
	return p.a
}

func newMerging(d documents) *merging {
	return &merging{
		documents: d, shelves: newShelves[*node](), pairs: map[*node][]pair{}, clusters: map[*node]*cluster{},
	}
}

// update takes nodes away and adds others. It returns the clusters that are no more, and those that are new.
func (x *merging) update(gone, come []*node) (goneClusters, comeClusters []*cluster) {
	touched := map[*node]bool{}
	keys, with := x.shelves.change(gone, come)
	for _, n := range gone {
		x.unpair(n, touched)
	}
	dirty := map[*node]bool{}
	for _, n := range come {
		dirty[n], x.clusters[n] = true, nil
	}
	for _, n := range x.shaken(keys, with) {
		if !dirty[n] {
			dirty[n] = true
			x.unpair(n, touched)
		}
	}
	x.compare(dirty, touched)
	stale := map[*cluster]bool{}
	for _, n := range gone {
		stale[x.clusters[n]] = true
		delete(x.clusters, n)
		delete(touched, n)
	}
	for n := range dirty {
		touched[n] = true
	}
	return x.mergeAll(touched, stale)
}

// unpair drops the pairs of a node.
func (x *merging) unpair(n *node, touched map[*node]bool) {
	for _, p := range x.pairs[n] {
		other := p.other(n)
		touched[other] = true
		x.pairs[other] = slices.DeleteFunc(x.pairs[other], func(q pair) bool { return q.other(other) == n })
	}
	delete(x.pairs, n)
}

// shaken returns the nodes that may find others than before, since shelves have crossed the size that can be looked
// through.
func (x *merging) shaken(keys []key, with []beside) []*node {
	var found []*node
	for _, k := range keys {
		found = appendThings(found, x.shelves.all[k])
	}
	for _, both := range with {
		for _, c := range x.documents[both.fellow] {
			for _, p := range c.profiles {
				if x.holds(p) && slices.Contains(p.node.full, both.key) {
					found = append(found, p.node)
				}
			}
		}
	}
	return found
}

// holds reports whether a profile is of a node here.
func (x *merging) holds(p *profile) bool {
	if p == nil || p.node == nil {
		return false
	}
	_, known := x.clusters[p.node]
	return known
}

// finders calls a function with nodes and those that find them.
func (x *merging) finders(of map[*node]bool, meet func(n, m *node)) {
	sought := x.shelves.wanting(slices.Collect(maps.Keys(of)))
	for k, nodes := range sought.by {
		for _, place := range x.shelves.all[k] {
			for _, n := range nodes {
				meet(place.thing, n)
			}
		}
	}
	for fellow, some := range sought.beside {
		for _, c := range x.documents[fellow] {
			for _, p := range c.profiles {
				for _, one := range some {
					if x.holds(p) && sought.isFound(one, p.node.full, fellow) {
						meet(p.node, one.thing)
					}
				}
			}
		}
	}
}

// compare compares nodes with all that they find, and those that find them.
func (x *merging) compare(dirty, touched map[*node]bool) {
	var met [][2]*node
	meet := func(n, m *node) {
		if n.number > m.number {
			n, m = m, n
		}
		if n != m {
			met = append(met, [2]*node{n, m})
		}
	}
	for n := range dirty {
		for _, m := range x.shelves.find(n.sought()) {
			meet(n, m)
		}
	}
	if len(dirty) < len(x.clusters) {
		x.finders(dirty, func(n, m *node) {
			if !dirty[n] {
				meet(n, m)
			}
		})
	}
	slices.SortFunc(met, func(a, b [2]*node) int {
		return cmp.Or(cmp.Compare(a[0].number, b[0].number), cmp.Compare(a[1].number, b[1].number))
	})
	for _, m := range slices.Compact(met) {
		a, b := m[0], m[1]
		if byFirst(b, a) < 0 {
			a, b = b, a
		}
		if agreed := compare(a, b); agreed.score > 0 {
			x.pairs[a], x.pairs[b] = append(x.pairs[a], pair{a, b, agreed}), append(x.pairs[b], pair{a, b, agreed})
			touched[a], touched[b] = true, true
		}
	}
}

// mergeAll merges anew what hangs together with nodes. Stale are clusters that are no more.
func (x *merging) mergeAll(touched map[*node]bool, stale map[*cluster]bool) (gone, come []*cluster) {
	seen := map[*node]bool{}
	for n := range touched {
		if seen[n] {
			continue
		}
		nodes := x.component(n, seen)
		merged := x.merge(nodes)
		kept := map[*cluster]bool{}
		for i, c := range merged {
			if old := x.clusters[c.nodes[0]]; old != nil && old.equals(c) {
				merged[i], kept[old] = old, true
			} else {
				come = append(come, c)
			}
		}
		for _, n := range nodes {
			if old := x.clusters[n]; old != nil && !kept[old] {
				stale[old] = true
			}
		}
		for _, c := range merged {
			for _, n := range c.nodes {
				x.clusters[n] = c
			}
		}
	}
	for c := range stale {
		gone = append(gone, c)
	}
	return gone, come
}

// component returns the nodes that hang together with one, sorted.
func (x *merging) component(n *node, seen map[*node]bool) []*node {
	nodes := []*node{n}
	seen[n] = true
	reach := func(m *node) {
		if !seen[m] {
			seen[m] = true
			nodes = append(nodes, m)
		}
	}
	for i := 0; i < len(nodes); i++ {
		for _, p := range x.pairs[nodes[i]] {
			reach(p.other(nodes[i]))
		}
		for _, p := range nodes[i].members {
			for _, m := range p.called() {
				reach(m)
			}
		}
	}
	slices.SortFunc(nodes, byFirst)
	return nodes
}

// called returns the nodes of which the document of a profile says that they are one with it.
func (p *profile) called() []*node {
	var nodes []*node
	for _, b := range p.context.bynames {
		for _, two := range [][2]int{{b.a, b.b}, {b.b, b.a}} {
			if other := p.context.profiles[two[1]]; two[0] == p.index && other != nil && other.node != nil {
				nodes = append(nodes, other.node)
			}
		}
	}
	return nodes
}

// merge joins clusters by pairs, the best first, unless something forbids it.
func (x *merging) merge(nodes []*node) []*cluster {
	if len(nodes) == 1 {
		return []*cluster{newCluster(nodes[0])}
	}
	at := make(map[*node]int, len(nodes))
	clusters := make([]*cluster, len(nodes))
	for i, n := range nodes {
		at[n], clusters[i] = i, newCluster(n)
	}
	sets := newForest(len(nodes))
	for _, p := range append(calledPairs(nodes), x.pairsOf(nodes, at)...) {
		i, j := sets.find(at[p.a]), sets.find(at[p.b])
		if i == j || p.rule != ruleByname && !mayJoin(clusters[i], clusters[j]) {
			continue
		}
		sets.join(i, j)
		i, j = min(i, j), max(i, j)
		clusters[i].absorb(clusters[j], p)
		clusters[j] = nil
	}
	return slices.DeleteFunc(clusters, func(c *cluster) bool { return c == nil })
}

// pairsOf returns the pairs of nodes that have places, the best first.
func (x *merging) pairsOf(nodes []*node, at map[*node]int) []pair {
	var pairs []pair
	for _, n := range nodes {
		for _, p := range x.pairs[n] {
			if p.a == n {
				pairs = append(pairs, p)
			}
		}
	}
	slices.SortFunc(pairs, func(p, q pair) int {
		return cmp.Or(cmp.Compare(q.score, p.score), cmp.Compare(at[p.a], at[q.a]), cmp.Compare(at[p.b], at[q.b]))
	})
	return pairs
}

// ruleByname joins names of which a document says that they are of one thing.
const ruleByname = "name/byname"

// calledPairs returns the nodes that are one by what a document says, in the order of the documents.
func calledPairs(nodes []*node) []pair {
	var pairs []pair
	for _, n := range nodes {
		for _, p := range n.members {
			for _, b := range p.context.bynames {
				other := p.context.profiles[b.b]
				if b.a == p.index && other != nil && other.node != nil {
					agreed := agreement{1, ruleByname, p.main().text, other.node.first().main().text}
					pairs = append(pairs, pair{n, other.node, agreed})
				}
			}
		}
	}
	return pairs
}
