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
	clusters  *clusterer
	documents []int32           // of each event: the number of its document
	members   map[int32][]int32 // of each cluster, by its first event
	into      map[int32]int32   // of each cluster that was united with an earlier or later one: that
	whole     map[int32]int32   // of each cluster that is a part: of which one
	votes     map[int32]map[int32]vote
	counted   map[ballot]bool
}

// A vote is how many edges say that a cluster is the outcome of another, or a part of it.
type vote struct{ outcome, within, documents int }

// A ballot is that a document tells one cluster as a part of another.
type ballot struct{ part, whole, document int32 }

func newParts(c *clusterer, documents []int32) *parts {
	return &parts{
		clusters: c, documents: documents, members: c.clusters(), into: map[int32]int32{}, whole: map[int32]int32{},
		votes: map[int32]map[int32]vote{}, counted: map[ballot]bool{},
	}
}

// count counts what an edge says of the clusters of its events, before any was united with another.
func (p *parts) count(e edge) {
	a, b := p.clusters.rootOf(e.a), p.clusters.rootOf(e.b)
	for _, told := range [...]struct {
		part, whole int32
		kind        pair.Part
	}{{b, a, e.part}, {a, b, e.back}} {
		if told.kind == pair.PartNone || told.part == told.whole {
			continue
		}
		key := ballot{told.part, told.whole, p.documents[e.a]}
		p.vote(told.part, told.whole, told.kind, !p.counted[key])
		p.counted[key] = true
	}
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
		return slices.ContainsFunc(p.members[b], func(other int32) bool { return p.clusters.events.apart(event, other) })
	})
}

// join puts the events of the later of two clusters to those of the earlier.
func (p *parts) join(a, b int32) {
	a, b = min(a, b), max(a, b)
	p.into[b] = a
	p.members[a] = append(p.members[a], p.members[b]...)
	delete(p.members, b)
	if whole, known := p.whole[b]; known {
		delete(p.whole, b)
		if _, taken := p.whole[a]; !taken {
			p.whole[a] = whole
		}
	}
}
