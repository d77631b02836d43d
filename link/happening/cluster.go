package happening

import (
	"cmp"
	"container/heap"

	"rashomon/link/happening/pair"
)

// An edge tells how likely it is that two events, given by their numbers, are the same. Probabilities are whole numbers of
// millionths: sums of them do not hang on their order.
type edge struct {
	a, b        int32 // a before b
	probability int32
	apart       bool      // the two are never of one happening
	part, back  pair.Part // whether b is told as a part of a, and a as a part of b
}

const million = 1_000_000

// A clusterer unites clusters, always the two whose events are the likeliest to be the same on average (average-link
// agglomerative clustering), as long as that is likely enough and no two events in them must stay apart. A pair without an
// edge counts as unlike. Of equals those with the first events go first.
type clusterer struct {
	members map[int32][]int32         // of each cluster, by its first event
	near    map[int32]map[int32]joint // of each cluster: those that it shares an edge with
	queue   queue
	least   int32 // the least mean probability that unites
}

// joint is the edges between two clusters.
type joint struct {
	sum   int64
	apart bool
}

// clusters returns the clusters of some events, which must be sorted.
func clusters(events []int32, edges []edge, least int32) map[int32][]int32 {
	c := &clusterer{members: map[int32][]int32{}, near: map[int32]map[int32]joint{}, least: least}
	for _, event := range events {
		c.members[event] = []int32{event}
		c.near[event] = map[int32]joint{}
	}
	for _, e := range edges {
		c.put(e.a, e.b, joint{int64(e.probability), e.apart})
	}
	for a, near := range c.near {
		for b := range near {
			if a < b {
				c.offer(a, b)
			}
		}
	}
	for c.queue.Len() > 0 {
		best := heap.Pop(&c.queue).(proposal)
		if len(c.members[best.a]) == best.sizeA && len(c.members[best.b]) == best.sizeB {
			c.unite(best.a, best.b)
		}
	}
	return c.members
}

func (c *clusterer) put(a, b int32, j joint) { c.near[a][b], c.near[b][a] = j, j }

// offer proposes to unite two clusters if that may be.
func (c *clusterer) offer(a, b int32) {
	a, b = min(a, b), max(a, b)
	j, n, m := c.near[a][b], len(c.members[a]), len(c.members[b])
	if mean := j.sum / int64(n*m); !j.apart && mean >= int64(c.least) {
		heap.Push(&c.queue, proposal{a, b, n, m, int32(mean)})
	}
}

// unite puts the events of b, which is the later one, to those of a.
func (c *clusterer) unite(a, b int32) {
	c.members[a] = append(c.members[a], c.members[b]...)
	delete(c.members, b)
	delete(c.near[a], b)
	for other, j := range c.near[b] {
		delete(c.near[other], b)
		if other == a {
			continue
		}
		known := c.near[a][other]
		c.put(a, other, joint{known.sum + j.sum, known.apart || j.apart})
	}
	delete(c.near, b)
	for other := range c.near[a] {
		c.offer(a, other)
	}
}

// A proposal is to unite two clusters as they were when it was made: one of them has grown since if its size is another.
type proposal struct {
	a, b         int32
	sizeA, sizeB int
	mean         int32
}

type queue []proposal

func (q queue) Len() int      { return len(q) }
func (q queue) Swap(i, j int) { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)   { *q = append(*q, x.(proposal)) }

func (q queue) Less(i, j int) bool {
	return cmp.Or(cmp.Compare(q[j].mean, q[i].mean), cmp.Compare(q[i].a, q[j].a), cmp.Compare(q[i].b, q[j].b)) < 0
}

func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
