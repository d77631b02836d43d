package happening

import (
	"cmp"
	"maps"
	"slices"

	"rashomon"
	"rashomon/concurrent"
	"rashomon/link/happening/pair"
)

// An assembly is the events of all documents by number, on the way into happenings.
type assembly struct {
	x        *Index
	words    *pair.Words
	judge    *pair.Judge
	elements []rashomon.Element // of each event, sorted
	number   []int32            // of the document of each event
	parent   []int32            // a forest whose trees are the events that edges connect
}

// assemble clusters what is connected, unless nothing in it has been compared anew, and returns all happenings.
func (x *Index) assemble() []rashomon.Happening {
	a := newAssembly(x)
	for both, edges := range x.edges {
		for _, e := range edges {
			if e.connects(x.grain) {
				a.connect(x.documents[both[0]].first+e.a, x.documents[both[1]].first+e.b)
			}
		}
	}
	components := a.components()
	found := make([][]rashomon.Happening, len(components))
	concurrent.Each(len(components), func() func(int) {
		own := *a
		own.words = x.words.Share()
		own.judge = x.judge.With(own.words)
		return func(i int) { found[i] = own.linked(components[i]) }
	})
	linked := make(map[rashomon.Element][]rashomon.Happening, len(components))
	var all []rashomon.Happening
	for i, events := range components {
		linked[a.elements[events[0]]] = found[i]
		all = append(all, found[i]...)
	}
	x.linked = linked
	clear(x.dirty)
	slices.SortFunc(all, func(a, b rashomon.Happening) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

// connects reports whether an edge may make one happening of two: clusters are united whose mean is likely enough, and then so
// is one of their edges. All others count only between events that are connected by such.
func (e local) connects(grain Grain) bool {
	return e.probability >= least[grain] || e.part != pair.PartNone || e.partBack != pair.PartNone
}

// linked returns the happenings of one component, as they were where neither its events nor their documents have changed.
func (a *assembly) linked(events []int32) []rashomon.Happening {
	known := a.x.linked[a.elements[events[0]]]
	before := 0
	for _, happening := range known {
		before += len(happening.Events)
	}
	if before != len(events) || a.isDirty(events) {
		return a.happenings(events)
	}
	return known
}

func newAssembly(x *Index) *assembly {
	a := &assembly{x: x, words: x.words, judge: x.judge}
	order := make([]int32, len(x.documents))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(x.documents[a].Document, x.documents[b].Document) })
	for _, number := range order {
		d := x.documents[number]
		d.first = int32(len(a.elements))
		for i := range d.Events {
			a.parent = append(a.parent, int32(len(a.elements)))
			a.elements = append(a.elements, rashomon.Element{Document: d.Document, Index: i})
			a.number = append(a.number, number)
		}
	}
	return a
}

func (a *assembly) root(i int32) int32 {
	for a.parent[i] != i {
		a.parent[i] = a.parent[a.parent[i]]
		i = a.parent[i]
	}
	return i
}

// connect makes two events one tree, under the earlier root.
func (a *assembly) connect(i, j int32) {
	i, j = a.root(i), a.root(j)
	a.parent[max(i, j)] = min(i, j)
}

// components returns the events that hang together, sorted, by their first.
func (a *assembly) components() [][]int32 {
	var out [][]int32
	at := make([]int32, len(a.elements)) // of each root: its component
	for i := range a.elements {
		root := a.root(int32(i)) // the first event of its tree
		if root == int32(i) {
			at[root] = int32(len(out))
			out = append(out, nil)
		}
		out[at[root]] = append(out[at[root]], int32(i))
	}
	return out
}

func (a *assembly) isDirty(events []int32) bool {
	return slices.ContainsFunc(events, func(i int32) bool { return a.x.dirty[a.number[i]] })
}

// happenings clusters the events of one component.
func (a *assembly) happenings(events []int32) []rashomon.Happening {
	edges := a.edgesOf(events)
	parts := newParts(clusters(events, edges, least[a.x.grain]), edges, a.number)
	parts.unite(a.x.grain)
	inside := parts.inside(edges)
	var out []rashomon.Happening
	for _, first := range slices.Sorted(maps.Keys(parts.members)) {
		h := a.happening(parts.members[first], inside[first])
		if whole, known := parts.whole[first]; known {
			h.PartOf = a.elements[parts.root(whole)].ID("h")
		}
		out = append(out, h)
	}
	return out
}

// edgesOf returns the edges between some events, and what tells that two of them must stay apart.
func (a *assembly) edgesOf(events []int32) []edge {
	if len(events) == 1 {
		return nil
	}
	in := map[int32][]int32{} // of each document: its events, sorted
	for _, i := range events {
		in[a.number[i]] = append(in[a.number[i]], i)
	}
	var out []edge
	for number := range in {
		for _, other := range a.x.documents[number].related {
			if both := a.x.ordered(number, other); in[other] != nil && both[0] == number {
				out = append(out, a.edgesBetween(both, in[number], in[other])...)
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}

// edgesBetween returns the edges between events of two documents.
func (a *assembly) edgesBetween(both [2]int32, events, others []int32) []edge {
	first, second := a.x.documents[both[0]], a.x.documents[both[1]]
	documents, edges := a.words.Documents(first.account, second.account), a.x.edges[both]
	var out []edge
	for _, i := range events {
		for _, j := range others {
			if both[0] == both[1] && j <= i {
				continue
			}
			l := local{a: i - first.first, b: j - second.first}
			at, known := slices.BinarySearchFunc(edges, l, func(e, l local) int { return cmp.Or(cmp.Compare(e.a, l.a), cmp.Compare(e.b, l.b)) })
			if known {
				l = edges[at]
			}
			x, y := int(l.a), int(l.b)
			apart := a.judge.Apart(documents, x, y) && a.judge.Comparable(documents, x, y)
			if known || apart {
				out = append(out, edge{i, j, l.probability, apart, l.part, l.partBack})
			}
		}
	}
	return out
}
