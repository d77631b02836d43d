package happening

import (
	"cmp"
	"maps"
	"slices"

	"rashomon/link/happening/pair"
)

// parts unites clusters with those that they are told as the outcome of, and finds of what larger one each of the others is
// a part.
type parts struct {
	members map[int32][]int32 // of each cluster, by its first event, sorted
	of      map[int32]int32   // of each event: its cluster before any was united
	into    map[int32]int32   // of each cluster that was united with an earlier or later one: that
	whole   map[int32]int32   // of each cluster that is a part: of which one
	votes   map[int32]map[int32]vote
	apart   map[int32][]int32 // of each event: those that it must stay apart from
}

// A vote is how many edges say that a cluster is the outcome of another, or a part of it.
type vote struct{ outcome, within, documents int }

func newParts(members map[int32][]int32, edges []edge, documents []int32) *parts {
	p := &parts{
		members: members, of: map[int32]int32{}, into: map[int32]int32{}, whole: map[int32]int32{}, votes: map[int32]map[int32]vote{},
		apart: map[int32][]int32{},
	}
	for first, events := range members {
		for _, event := range events {
			p.of[event] = first
		}
	}
	type seen struct{ part, whole, document int32 }
	counted := map[seen]bool{}
	for _, e := range edges {
		if e.apart {
			p.apart[e.a], p.apart[e.b] = append(p.apart[e.a], e.b), append(p.apart[e.b], e.a)
		}
		for _, told := range [...]struct {
			part, whole int32
			kind        pair.Part
		}{{p.of[e.b], p.of[e.a], e.part}, {p.of[e.a], p.of[e.b], e.back}} {
			if told.kind == pair.PartNone || told.part == told.whole {
				continue
			}
			key := seen{told.part, told.whole, documents[e.a]}
			p.vote(told.part, told.whole, told.kind, !counted[key])
			counted[key] = true
		}
	}
	return p
}

func (p *parts) vote(part, whole int32, kind pair.Part, first bool) {
	if p.votes[part] == nil {
		p.votes[part] = map[int32]vote{}
	}
	v := p.votes[part][whole]
	if kind == pair.PartOutcome {
		v.outcome++
	} else {
		v.within++
	}
	if first {
		v.documents++
	}
	p.votes[part][whole] = v
}

// unite goes through the clusters in their order and asks of each what most documents tell it as a part of.
func (p *parts) unite(grain Grain) {
	for _, part := range slices.Sorted(maps.Keys(p.votes)) {
		votes := p.votes[part]
		whole := slices.MinFunc(slices.Collect(maps.Keys(votes)), func(a, b int32) int {
			return cmp.Or(cmp.Compare(votes[b].documents, votes[a].documents), cmp.Compare(a, b))
		})
		switch {
		case p.root(part) == p.root(whole), p.mustStayApart(p.root(part), p.root(whole)):
		case grain == Coarse && votes[whole].outcome > votes[whole].within:
			p.join(p.root(part), p.root(whole))
		default:
			p.whole[p.root(part)] = whole
		}
	}
	for part, whole := range p.whole {
		if p.root(part) == p.root(whole) {
			delete(p.whole, part)
		}
	}
}

func (p *parts) root(cluster int32) int32 {
	for {
		above, known := p.into[cluster]
		if !known {
			return cluster
		}
		cluster = above
	}
}

// mustStayApart reports whether an event of one cluster must stay apart from one of another.
func (p *parts) mustStayApart(a, b int32) bool {
	return slices.ContainsFunc(p.members[a], func(event int32) bool {
		return slices.ContainsFunc(p.apart[event], func(other int32) bool { return slices.Contains(p.members[b], other) })
	})
}

// join puts the events of the later of two clusters to those of the earlier.
func (p *parts) join(a, b int32) {
	a, b = min(a, b), max(a, b)
	p.into[b] = a
	p.members[a] = append(p.members[a], p.members[b]...)
	slices.Sort(p.members[a])
	delete(p.members, b)
	if whole, known := p.whole[b]; known {
		delete(p.whole, b)
		if _, taken := p.whole[a]; !taken {
			p.whole[a] = whole
		}
	}
}

// inside returns of each cluster the edges between its events by which they may have been joined.
func (p *parts) inside(edges []edge) map[int32][]edge {
	out := map[int32][]edge{}
	for _, e := range edges {
		if a, b := p.root(p.of[e.a]), p.root(p.of[e.b]); a == b && (e.probability >= leastEdge || isOutcome(e)) {
			out[a] = append(out[a], e)
		}
	}
	return out
}
