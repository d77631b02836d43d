package happening

import (
	"cmp"
	"container/heap"
	"math"
)

const million = 1_000_000

// A clusterer unites clusters, always the two whose events are the likeliest to be the same on average (average-link
// agglomerative clustering), as long as that is likely enough and no two events in them must stay apart. A pair without an
// edge counts as unlike. Of equals those with the first events go first.
//
// What it did the last time it does again without a look at any edge. A cluster is open, so that it is looked at, as soon as
// one of its events is, or as what it was united with the last time is another cluster now: what two clusters become hangs
// on the two alone.
type clusterer struct {
	events likenesses
	least  int32   // the least likeness that unites
	growth float64 // by what power of the number of pairs likeness grows
	root   []int32
	next   []int32 // of each event: the next one of its cluster, or none
	last   []int32 // of each cluster, by its first event
	size   []int32
	open   []bool
	near   map[int32]map[int32]joint // of each open cluster: those that it may be united with; of others: such that are open
	queue  queue
	united []union // in their order
}

// Likenesses tell of events, by their numbers, how likely they are the same.
type likenesses interface {
	// likely returns the events that are likely enough the same as one.
	likely(event int32) []int32
	// probability returns how likely it is that two events are the same, in whole millionths, so that sums do not hang on
	// their order.
	probability(a, b int32) int32
	// apart reports whether two events are never of one happening.
	apart(a, b int32) bool
}

// joint is what stands between two clusters.
type joint struct {
	sum   int64 // of all probabilities
	apart bool  // two events are known that must stay apart
}

// A union is two clusters that were united, the earlier first, by their first events.
type union struct{ a, b, mean int32 }

func (u union) compare(v union) int {
	return cmp.Or(cmp.Compare(v.mean, u.mean), cmp.Compare(u.a, v.a), cmp.Compare(u.b, v.b))
}

const none = -1

// newClusterer returns one in which each of a number of events is a cluster of its own.
func newClusterer(number int, events likenesses, least int32, growth float64) *clusterer {
	c := &clusterer{
		events: events, least: least, growth: growth, root: make([]int32, number), next: make([]int32, number), last: make([]int32, number),
		size: make([]int32, number), open: make([]bool, number), near: map[int32]map[int32]joint{},
	}
	for i := range c.root {
		c.root[i], c.next[i], c.last[i], c.size[i] = int32(i), none, int32(i), 1
	}
	return c
}

// cluster unites what is likely enough. Changed are the events with other edges than the last time, when all others were
// united in the order of before.
func (c *clusterer) cluster(changed []int32, before []union) {
	for _, event := range changed {
		c.release(event)
	}
	for _, u := range before {
		for c.queue.Len() > 0 && c.queue[0].compare(u) < 0 {
			c.take(heap.Pop(&c.queue).(proposal))
		}
		c.again(u)
	}
	for c.queue.Len() > 0 {
		c.take(heap.Pop(&c.queue).(proposal))
	}
}

// again unites what was united the last time, if both are as they were then.
func (c *clusterer) again(u union) {
	a, b := c.rootOf(u.a), c.rootOf(u.b)
	if !c.open[a] && !c.open[b] {
		c.unite(u)
		return
	}
	for _, cluster := range [...]int32{a, b} {
		if !c.open[cluster] {
			c.release(cluster)
		}
	}
}

// take unites what was proposed, if both are as they were then and may be one.
func (c *clusterer) take(p proposal) {
	switch {
	case c.root[p.a] != p.a || c.root[p.b] != p.b || c.size[p.a] != p.sizeA || c.size[p.b] != p.sizeB:
	case c.mustStayApart(p.a, p.b):
		c.put(p.a, p.b, joint{apart: true})
	default:
		for _, cluster := range [...]int32{p.a, p.b} {
			if !c.open[cluster] {
				c.release(cluster)
			}
		}
		c.unite(p.union)
	}
}

// release makes a cluster an open one, and proposes to unite it with others.
func (c *clusterer) release(cluster int32) {
	c.open[cluster] = true
	for event := cluster; event != none; event = c.next[event] {
		for _, like := range c.events.likely(event) {
			other := c.rootOf(like)
			if _, met := c.near[cluster][other]; !met && other != cluster {
				c.put(cluster, other, joint{sum: c.sum(cluster, other)})
				c.offer(cluster, other)
			}
		}
	}
}

func (c *clusterer) rootOf(event int32) int32 {
	for c.root[event] != event {
		c.root[event] = c.root[c.root[event]]
		event = c.root[event]
	}
	return event
}

func (c *clusterer) put(a, b int32, j joint) {
	for _, cluster := range [...]int32{a, b} {
		if c.near[cluster] == nil {
			c.near[cluster] = map[int32]joint{}
		}
	}
	c.near[a][b], c.near[b][a] = j, j
}

// sum adds up the probabilities between the events of two clusters.
func (c *clusterer) sum(a, b int32) int64 {
	var sum int64
	for i := a; i != none; i = c.next[i] {
		for j := b; j != none; j = c.next[j] {
			sum += int64(c.events.probability(i, j))
		}
	}
	return sum
}

func (c *clusterer) mustStayApart(a, b int32) bool {
	for i := a; i != none; i = c.next[i] {
		for j := b; j != none; j = c.next[j] {
			if c.events.apart(i, j) {
				return true
			}
		}
	}
	return false
}

// offer proposes to unite two clusters if that may be.
func (c *clusterer) offer(a, b int32) {
	a, b = min(a, b), max(a, b)
	j, n, m := c.near[a][b], c.size[a], c.size[b]
	pairs := float64(n) * float64(m)
	if likeness := float64(j.sum) / pairs * math.Pow(pairs, c.growth); !j.apart && likeness >= float64(c.least) {
		heap.Push(&c.queue, proposal{union{a, b, int32(min(likeness, math.MaxInt32))}, n, m})
	}
}

// unite puts the events of the later cluster to those of the earlier.
func (c *clusterer) unite(u union) {
	a, b := u.a, u.b
	for other := range c.near[b] {
		if _, met := c.near[a][other]; !met && other != a {
			c.put(a, other, joint{sum: c.sum(a, other)})
		}
	}
	for other, j := range c.near[a] {
		if other == b {
			continue
		}
		added, met := c.near[b][other]
		if !met {
			added.sum = c.sum(b, other)
		}
		c.put(a, other, joint{j.sum + added.sum, j.apart || added.apart})
	}
	c.append(a, b)
	c.united = append(c.united, u)
	for other := range c.near[a] {
		c.offer(a, other)
	}
}

// append makes the events of b events of a.
func (c *clusterer) append(a, b int32) {
	for other := range c.near[b] {
		delete(c.near[other], b)
	}
	delete(c.near, b)
	c.root[b], c.next[c.last[a]], c.last[a] = a, b, c.last[b]
	c.size[a] += c.size[b]
}

// clusters returns the events of each cluster, in no order, by its first event.
func (c *clusterer) clusters() map[int32][]int32 {
	out := map[int32][]int32{}
	for i := range c.root {
		if event := int32(i); c.root[event] == event {
			members := make([]int32, 0, c.size[event])
			for ; event != none; event = c.next[event] {
				members = append(members, event)
			}
			out[int32(i)] = members
		}
	}
	return out
}

// A proposal is to unite two clusters as they were when it was made: one of them has grown since if its size is another.
type proposal struct {
	union
	sizeA, sizeB int32
}

type queue []proposal

func (q queue) Len() int           { return len(q) }
func (q queue) Less(i, j int) bool { return q[i].compare(q[j].union) < 0 }
func (q queue) Swap(i, j int)      { q[i], q[j] = q[j], q[i] }
func (q *queue) Push(x any)        { *q = append(*q, x.(proposal)) }

func (q *queue) Pop() any {
	last := (*q)[len(*q)-1]
	*q = (*q)[:len(*q)-1]
	return last
}
