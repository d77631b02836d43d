package happening

import (
	"cmp"
	"encoding/binary"
	"slices"

	"rashomon"
	"rashomon/concurrent"
	"rashomon/link/happening/pair"
)

// An edge tells how likely it is that two events, given by their numbers, are the same. Probabilities are whole numbers of
// millionths.
type edge struct {
	a, b        int32 // a before b
	probability int32
	part, back  pair.Part // whether b is told as a part of a, and a as a part of b
}

func (e edge) isOutcome() bool { return e.part == pair.PartOutcome || e.back == pair.PartOutcome }

// An assembly is the events of all documents by number, on the way into happenings.
type assembly struct {
	x        *Index
	words    *pair.Words
	judge    *pair.Judge
	elements []rashomon.Element // of each event, sorted
	number   []int32            // of the document of each event
	was      []int32            // of each event: its number when happenings were given the last time, or None
	pairs    []pair.Pair        // of events of which it is being asked how likely they are the same
	asked    [][2]int32         // the events of each of them, by their numbers
	asks     []meeting          // and as their documents have them
}

// assemble clusters the events, as they were the last time where nothing has changed, and returns all happenings.
func (x *Index) assemble() []rashomon.Happening {
	a := newAssembly(x)
	c := newClusterer(len(a.elements), a, linkages[x.grain])
	c.cluster(a.changed(), a.before())
	parts := newParts(c, a.number)
	for _, e := range a.parts() {
		parts.count(e)
	}
	parts.unite(x.grain)
	first := c.clusters()
	x.told = a.tell(parts, first)
	x.united, x.first, x.number = c.united, first, len(a.elements)
	clear(x.dirty)
	for _, d := range x.documents {
		d.before, d.renamed = d.first, false
	}
	return sortedByID(x.told)
}

// sortedByID returns happenings as they are now, in the order of their ids.
func sortedByID(happenings []*rashomon.Happening) []rashomon.Happening {
	type place struct {
		start uint64 // of the id, which nearly always tells the order
		at    int32
	}
	order := make([]place, len(happenings)) // which is moved faster than they are
	for i := range order {
		var start [8]byte
		copy(start[:], happenings[i].ID)
		order[i] = place{binary.BigEndian.Uint64(start[:]), int32(i)}
	}
	slices.SortFunc(order, func(a, b place) int {
		if a.start != b.start {
			return cmp.Compare(a.start, b.start)
		}
		return cmp.Compare(happenings[a.at].ID, happenings[b.at].ID)
	})
	out := slices.Grow([]rashomon.Happening(nil), len(order))
	for _, place := range order {
		out = append(out, *happenings[place.at])
	}
	return out
}

func newAssembly(x *Index) *assembly {
	a := &assembly{x: x, words: x.words, judge: x.judge}
	order := make([]int32, len(x.documents))
	for i := range order {
		order[i] = int32(i)
	}
	slices.SortFunc(order, func(a, b int32) int { return cmp.Compare(x.documents[a].Document, x.documents[b].Document) })
	events := 0
	for _, d := range x.documents {
		events += len(d.events)
	}
	a.elements, a.number, a.was = make([]rashomon.Element, 0, events), make([]int32, 0, events), make([]int32, 0, events)
	for _, number := range order {
		d := x.documents[number]
		d.first = int32(len(a.elements))
		for i := range d.events {
			a.elements = append(a.elements, rashomon.Element{Document: d.Document, Index: i})
			a.number = append(a.number, number)
			was := int32(rashomon.None)
			if d.before != rashomon.None {
				was = d.before + int32(i)
			}
			a.was = append(a.was, was)
		}
	}
	return a
}

// changed returns the events of documents that have been compared anew.
func (a *assembly) changed() []int32 {
	var out []int32
	for i, number := range a.number {
		if a.x.dirty[number] {
			out = append(out, int32(i))
		}
	}
	return out
}

// before returns what was united the last time, by the numbers that the events have now.
func (a *assembly) before() []union {
	now := make([]int32, a.x.number)
	for i, was := range a.was {
		if was != rashomon.None {
			now[was] = int32(i)
		}
	}
	out := make([]union, len(a.x.united))
	for i, u := range a.x.united {
		out[i] = union{now[u.a], now[u.b], u.mean}
	}
	return out
}

// tell returns the happenings that clusters are, in their order.
func (a *assembly) tell(p *parts, clusters []int32) []*rashomon.Happening {
	out := make([]*rashomon.Happening, len(clusters))
	concurrent.Each(len(clusters), func() func(int) {
		own := *a
		own.words = a.x.words.Share()
		own.judge = a.x.judge.With(own.words)
		var members []int32
		return func(i int) {
			members = p.clusters.appendMembers(members[:0], clusters[i])
			slices.Sort(members)
			if known, same := own.known(members); same {
				if out[i] = known; own.areRenamed(members) {
					known.Place = own.place(members)
				}
			} else {
				edges := own.inside(members, false)
				h := own.happening(members, edges)
				h.Joins = own.joins(members, edges)
				out[i] = &h
			}
		}
	})
	for _, h := range out {
		h.PartOf = ""
	}
	for part, whole := range p.whole {
		at, _ := slices.BinarySearch(clusters, part)
		of, _ := slices.BinarySearch(clusters, p.clusters.rootOf(whole))
		out[at].PartOf = out[of].ID
	}
	return out
}

// known returns the happening that some events were the last time, if neither they nor their documents have changed.
func (a *assembly) known(members []int32) (*rashomon.Happening, bool) {
	at, known := slices.BinarySearch(a.x.first, a.was[members[0]])
	if !known || len(a.x.told[at].Events) != len(members) {
		return nil, false
	}
	for i, event := range members {
		if a.elements[event] != a.x.told[at].Events[i] || a.x.dirty[a.number[event]] {
			return nil, false
		}
	}
	return a.x.told[at], true
}

// areRenamed reports whether a party of the documents of some events has another id than the last time.
func (a *assembly) areRenamed(members []int32) bool {
	return slices.ContainsFunc(members, func(event int32) bool { return a.document(event).renamed })
}

// parts returns the edges by which one event is a part of another, which are within one document.
func (a *assembly) parts() []edge {
	var out []edge
	for number, d := range a.x.documents {
		both := [2]int32{int32(number), int32(number)}
		for _, l := range d.relation(int32(number)).edges {
			if l.isPart() {
				out = append(out, a.edge(both, l))
			}
		}
	}
	return out
}

// inside returns the edges between some events, which are sorted: those that are kept or, if all are asked for, also those that pull
// two events into one happening no more than leastEdge.
func (a *assembly) inside(members []int32, all bool) []edge {
	var out []edge
	var pairs []pair.Pair
	var asked []edge
	for i, x := range members {
		for _, y := range members[i+1:] {
			both, l := a.local(x, y)
			r := a.x.documents[both[0]].relation(both[1])
			if r == nil {
				continue
			}
			if e, kept := r.edge(l); kept {
				out = append(out, a.edge(both, e))
			} else if all && mayBeSame(a.judge, r.documents, int(l.a), int(l.b)) {
				pairs, asked = append(pairs, pair.Pair{Documents: r.documents, A: l.a, B: l.b}), append(asked, a.edge(both, l))
			}
		}
	}
	for i, probability := range likely(a.judge, pairs, leastEdge) {
		asked[i].probability = probability
		out = append(out, asked[i])
	}
	return out
}

// edge returns an edge between two documents as one between events by their numbers.
func (a *assembly) edge(both [2]int32, l local) edge {
	return edge{a.x.documents[both[0]].first + l.a, a.x.documents[both[1]].first + l.b, l.probability, l.part, l.partBack}
}

// local returns the documents of two events, the first by id first, and the two as they are in them.
func (a *assembly) local(i, j int32) (both [2]int32, l local) {
	i, j = min(i, j), max(i, j)
	both = [2]int32{a.number[i], a.number[j]}
	return both, local{a: i - a.x.documents[both[0]].first, b: j - a.x.documents[both[1]].first}
}

func (a *assembly) probabilities(events, others []int32, add func(event, other, probability int32)) {
	a.pairs, a.asked, a.asks = a.pairs[:0], a.asked[:0], a.asks[:0]
	for _, event := range events {
		for _, related := range a.x.documents[a.number[event]].related {
			d := a.x.documents[related.number]
			at, _ := slices.BinarySearch(others, d.first)
			for ; at < len(others) && others[at] < d.first+int32(len(d.events)); at++ {
				other := others[at]
				both, l := a.local(event, other)
				ask := a.meeting(both, l)
				if e, kept := related.edge(l); kept {
					add(event, other, e.probability)
				} else if p, known := a.x.asked[ask]; known {
					if p > 0 {
						add(event, other, p)
					}
				} else if mayBeSame(a.judge, related.documents, int(l.a), int(l.b)) {
					a.pairs = append(a.pairs, pair.Pair{Documents: related.documents, A: l.a, B: l.b})
					a.asked, a.asks = append(a.asked, [2]int32{event, other}), append(a.asks, ask)
				}
			}
		}
	}
	a.keep(0, a.asks...)
	for i, probability := range likely(a.judge, a.pairs, leastEdge) {
		add(a.asked[i][0], a.asked[i][1], probability)
		a.keep(probability, a.asks[i])
	}
}

func (a *assembly) meeting(both [2]int32, l local) meeting {
	return meeting(a.x.documents[both[0]].serial+uint32(l.a))<<32 | meeting(a.x.documents[both[1]].serial+uint32(l.b))
}

// keep keeps how likely some events are the same, where documents come one after another.
func (a *assembly) keep(probability int32, asks ...meeting) {
	if a.x.asked == nil {
		return
	}
	if len(a.x.asked)+len(asks) > mostAsked {
		clear(a.x.asked)
	}
	for _, ask := range asks {
		a.x.asked[ask] = probability
	}
}

// apart reports whether two events must stay apart, also those of documents that are not related: a third may be to both.
func (a *assembly) apart(i, j int32) bool {
	both, l := a.local(i, j)
	documents := pair.Bare(a.x.documents[both[0]].account, a.x.documents[both[1]].account)
	return a.judge.Apart(documents, int(l.a), int(l.b)) && a.judge.Comparable(documents, int(l.a), int(l.b))
}

// likely finds them anew each time, for it is asked once or twice of most events.
func (a *assembly) likely(event int32) []int32 {
	number := a.number[event]
	var out []int32
	for _, other := range a.x.documents[number].related {
		both := a.x.ordered(number, other.number)
		for _, l := range other.edges {
			if l.probability < linkages[a.x.grain].least {
				continue
			}
			switch e := a.edge(both, l); event {
			case e.a:
				out = append(out, e.b)
			case e.b:
				out = append(out, e.a)
			}
		}
	}
	return out
}
