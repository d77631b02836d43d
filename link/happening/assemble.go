package happening

import (
	"cmp"
	"maps"
	"slices"

	"rashomon"
)

// An assembly is the events of all documents by number, on the way into happenings.
type assembly struct {
	x        *Index
	elements []rashomon.Element // of each event, sorted
	number   []int32            // of the document of each event
	parent   []int32            // a forest whose trees are the events that edges connect
}

// assemble clusters what is connected, unless nothing in it has been compared anew, and returns all happenings.
func (x *Index) assemble() []rashomon.Happening {
	a := newAssembly(x)
	for both, edges := range x.edges {
		for _, e := range edges {
			a.connect(x.documents[both[0]].first+e.a, x.documents[both[1]].first+e.b)
		}
	}
	linked := make(map[rashomon.Element][]rashomon.Happening, len(x.linked))
	var all []rashomon.Happening
	for root, events := range a.components() {
		name := a.elements[root]
		happenings, known := x.linked[name]
		if !known || a.isDirty(events) {
			happenings = a.happenings(events)
		}
		linked[name] = happenings
		all = append(all, happenings...)
	}
	x.linked = linked
	clear(x.dirty)
	slices.SortFunc(all, func(a, b rashomon.Happening) int { return cmp.Compare(a.ID, b.ID) })
	return all
}

func newAssembly(x *Index) *assembly {
	a := &assembly{x: x}
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
func (a *assembly) components() map[int32][]int32 {
	out := map[int32][]int32{}
	for i := range a.elements {
		root := a.root(int32(i))
		out[root] = append(out[root], int32(i))
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

// edgesOf returns the edges between some events.
func (a *assembly) edgesOf(events []int32) []edge {
	if len(events) == 1 {
		return nil
	}
	in := map[int32]bool{}
	numbers := map[int32]bool{}
	for _, i := range events {
		in[i], numbers[a.number[i]] = true, true
	}
	var out []edge
	for number := range numbers {
		for _, other := range a.x.documents[number].related {
			both := a.x.ordered(number, other)
			if !numbers[other] || both[0] != number {
				continue
			}
			first, second := a.x.documents[both[0]].first, a.x.documents[both[1]].first
			for _, e := range a.x.edges[both] {
				if in[first+e.a] {
					out = append(out, edge{first + e.a, second + e.b, e.probability, e.apart, e.part, e.partBack})
				}
			}
		}
	}
	slices.SortFunc(out, func(x, y edge) int { return cmp.Or(cmp.Compare(x.a, y.a), cmp.Compare(x.b, y.b)) })
	return out
}
