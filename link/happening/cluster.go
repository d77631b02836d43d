package happening

import (
	"cmp"
	"math"
	"slices"
)

const million = 1_000_000

// A clusterer unites clusters, always the two whose events are the likeliest to be the same (agglomerative clustering), as long as
// that is likely enough and no two events in them must stay apart. A pair without an edge counts as unlike. Of equals those with the
// first events go first.
//
// What it did the last time it does again without a look at any edge. A cluster is open, so that it is looked at, as soon as
// one of its events is, or as what it was united with the last time is another cluster now: what two clusters become hangs
// on the two alone.
type clusterer struct {
	events likenesses
	linkage
	root   []int32
	next   []int32 // of each event: the next one of its cluster, or none
	last   []int32 // of each cluster, by its first event
	size   []int32
	open   []bool
	near   [][]joint // of each open cluster: with those that it may be united with; of others: with such that are open
	best   []union   // of each cluster: what it is in the queue with, which goes before all that it may be united with, or earlier
	queue  queue
	united []union // in their order
	asked  []int32 // of each cluster whose likeness to another is being found: its place among those, from 1
}

// A linkage tells how like two clusters are by how likely their events are the same: between average linkage and single linkage.
type linkage struct {
	least   int32   // the least likeness that unites
	growth  float64 // by what power of the number of pairs the mean grows
	nearest float64 // the share of the likeliest pair in the likeness; the mean has the rest
}

// likeness returns how like two clusters of n and m events are.
func (l linkage) likeness(j joint, n, m int32) float64 {
	pairs := float64(n) * float64(m)
	mean := float64(j.sum) / pairs * math.Pow(pairs, l.growth)
	return l.nearest*float64(j.best) + (1-l.nearest)*mean
}

// Likenesses tell of events, by their numbers, how likely they are the same.
type likenesses interface {
	// likely returns the events that are likely enough the same as one.
	likely(event int32) []int32
	// probabilities calls add for some events with each of some others, sorted, that they may be the same as, and with how likely it is
	// that they are, in whole millionths, so that sums do not hang on their order.
	probabilities(events, others []int32, add func(event, other, probability int32))
	// apart reports whether two events are never of one happening.
	apart(a, b int32) bool
}

// joint is what stands between a cluster and another. Those of a cluster are sorted by the others. There are millions.
type joint struct {
	sum  int64 // of all probabilities
	best int32 // the greatest of them, or keptApart
	with int32 // the other cluster
}

// keptApart is the best of two clusters of which two events are known that must stay apart.
const keptApart = -1

// between returns the same joint as the other cluster has it.
func (j joint) between(cluster int32) joint { return joint{j.sum, j.best, cluster} }

// jointWith returns where among joints that with a cluster is, or would be.
func jointWith(cluster int32, joints []joint) (at int, known bool) {
	return slices.BinarySearchFunc(joints, cluster, func(j joint, cluster int32) int { return cmp.Compare(j.with, cluster) })
}

// with returns joints with one more, which may stand in the place of another.
func with(joints []joint, j joint) []joint {
	at, known := jointWith(j.with, joints)
	if known {
		joints[at] = j
		return joints
	}
	return slices.Insert(joints, at, j)
}

func without(joints []joint, cluster int32) []joint {
	if at, known := jointWith(cluster, joints); known {
		return slices.Delete(joints, at, at+1)
	}
	return joints
}

// A union is two clusters that were united, the earlier first, by their first events.
type union struct{ a, b, mean int32 }

// before reports whether a union goes before another.
func (u union) before(v union) bool {
	switch {
	case u.mean != v.mean:
		return u.mean > v.mean
	case u.a != v.a:
		return u.a < v.a
	}
	return u.b < v.b
}

const none = -1

// newClusterer returns one in which each of a number of events is a cluster of its own.
func newClusterer(number int, events likenesses, how linkage) *clusterer {
	c := &clusterer{
		events: events, linkage: how, root: make([]int32, number), next: make([]int32, number), last: make([]int32, number),
		size: make([]int32, number), open: make([]bool, number), near: make([][]joint, number), best: make([]union, number),
		asked: make([]int32, number),
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
		for len(c.queue) > 0 && c.queue[0].before(u) {
			c.take(c.queue.pop())
		}
		c.again(u)
	}
	for len(c.queue) > 0 {
		c.take(c.queue.pop())
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
func (c *clusterer) take(u union) {
	switch {
	case c.best[u.a] != u && c.best[u.b] != u: // something else was proposed since
	case !c.stands(u):
		for _, cluster := range [...]int32{u.a, u.b} {
			if c.best[cluster] == u {
				c.propose(cluster)
			}
		}
	case c.mustStayApart(u.a, u.b):
		c.put(u.a, joint{with: u.b, best: keptApart})
		c.propose(u.a)
		c.propose(u.b)
	default:
		for _, cluster := range [...]int32{u.a, u.b} {
			if !c.open[cluster] {
				c.release(cluster)
			}
		}
		c.unite(u)
	}
}

// stands reports whether two clusters are as like as when it was proposed to unite them.
func (c *clusterer) stands(u union) bool {
	at, known := jointWith(u.b, c.near[u.a])
	return known && c.near[u.a][at].best != keptApart && c.union(u.a, c.near[u.a][at]) == u
}

// release makes a cluster an open one, and proposes to unite it with another.
func (c *clusterer) release(cluster int32) {
	c.open[cluster] = true
	var others []joint
	for event := cluster; event != none; event = c.next[event] {
		for _, like := range c.events.likely(event) {
			other := c.rootOf(like)
			if _, met := jointWith(other, c.near[cluster]); !met && other != cluster {
				others = with(others, joint{with: other})
			}
		}
	}
	if len(others) > 0 {
		c.addBetween(cluster, others)
	}
	for _, j := range others {
		c.put(cluster, j)
	}
	c.near[cluster] = slices.Clone(c.near[cluster]) // as long as it is, for there are as many as events
	c.propose(cluster)
}

func (c *clusterer) rootOf(event int32) int32 {
	for c.root[event] != event {
		c.root[event] = c.root[c.root[event]]
		event = c.root[event]
	}
	return event
}

// put puts a joint between a cluster and another.
func (c *clusterer) put(cluster int32, j joint) {
	c.near[cluster] = with(c.near[cluster], j)
	c.near[j.with] = with(c.near[j.with], j.between(cluster))
}

// addBetween adds to the joints with some clusters what stands between those and one more, as far as probabilities go. It goes through
// the events of that one or of the others, whichever are fewer.
func (c *clusterer) addBetween(cluster int32, joints []joint) {
	events, others := c.appendMembers(nil, cluster), []int32(nil)
	for i, j := range joints {
		c.asked[j.with] = int32(i) + 1
		others = c.appendMembers(others, j.with)
	}
	if len(events) > len(others) {
		events, others = others, events
	}
	slices.Sort(others)
	c.events.probabilities(events, others, func(event, other, p int32) {
		if c.rootOf(other) == cluster {
			other = event
		}
		joints[c.asked[c.rootOf(other)]-1].add(joint{sum: int64(p), best: p})
	})
	for _, j := range joints {
		c.asked[j.with] = 0
	}
}

// appendMembers appends the events of a cluster, in no order.
func (c *clusterer) appendMembers(out []int32, cluster int32) []int32 {
	out = slices.Grow(out, int(c.size[cluster]))
	for event := cluster; event != none; event = c.next[event] {
		out = append(out, event)
	}
	return out
}

// add adds what stands between more events of the two.
func (j *joint) add(more joint) {
	if j.best == keptApart || more.best == keptApart {
		j.best = keptApart
		return
	}
	j.sum, j.best = j.sum+more.sum, max(j.best, more.best)
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

// propose puts into the queue what goes before all else that a cluster may be united with. So of any two that may be united what one of
// them is in the queue with goes before that, or is it, and far less is in there than there are such two.
func (c *clusterer) propose(cluster int32) {
	best := union{}
	for _, j := range c.near[cluster] {
		if j.best == keptApart {
			continue
		}
		if u := c.union(cluster, j); u.mean >= c.least && (best == union{} || u.before(best)) {
			best = u
		}
	}
	if c.best[cluster] = best; best != (union{}) {
		c.queue.push(best)
	}
}

// union returns what a cluster and another would be united by.
func (c *clusterer) union(cluster int32, j joint) union {
	a, b := min(cluster, j.with), max(cluster, j.with)
	return union{a, b, int32(min(c.likeness(j, c.size[a], c.size[b]), math.MaxInt32))}
}

// unite puts the events of the later cluster to those of the earlier.
func (c *clusterer) unite(u union) {
	joints := c.together(u.a, u.b)
	c.append(u.a, u.b)
	c.united = append(c.united, u)
	c.near[u.a], c.near[u.b], c.best[u.b] = joints, nil, union{}
	for _, j := range joints {
		c.near[j.with] = with(without(c.near[j.with], u.b), j.between(u.a))
	}
	c.propose(u.a)
}

// append puts the events of a cluster behind those of an earlier one.
func (c *clusterer) append(to, cluster int32) {
	c.root[cluster], c.next[c.last[to]], c.last[to] = to, cluster, c.last[cluster]
	c.size[to] += c.size[cluster]
}

// together returns what stands between two clusters as one and the others.
func (c *clusterer) together(a, b int32) []joint {
	x, y := without(c.near[a], b), without(c.near[b], a)
	out := make([]joint, 0, len(x)+len(y))
	var onlyA, onlyB []joint // with such that the other of the two was none to be united with, so that more must be asked
	for len(x) > 0 || len(y) > 0 {
		switch {
		case len(y) == 0 || len(x) > 0 && x[0].with < y[0].with:
			onlyA, x = append(onlyA, x[0]), x[1:]
		case len(x) == 0 || y[0].with < x[0].with:
			onlyB, y = append(onlyB, y[0]), y[1:]
		default:
			x[0].add(y[0])
			out, x, y = append(out, x[0]), x[1:], y[1:]
		}
	}
	out = append(out, c.more(onlyA, b)...)
	out = append(out, c.more(onlyB, a)...)
	slices.SortFunc(out, func(x, y joint) int { return cmp.Compare(x.with, y.with) })
	return out
}

// more returns joints with one more cluster on this side.
func (c *clusterer) more(joints []joint, cluster int32) []joint {
	if len(joints) == 0 {
		return nil
	}
	asked := slices.DeleteFunc(slices.Clone(joints), func(j joint) bool { return j.best == keptApart }) // whose sum is never asked again
	c.addBetween(cluster, asked)
	return append(slices.DeleteFunc(joints, func(j joint) bool { return j.best != keptApart }), asked...)
}

// clusters returns the clusters by their first events, in order.
func (c *clusterer) clusters() []int32 {
	var out []int32
	for i, root := range c.root {
		if root == int32(i) {
			out = append(out, root)
		}
	}
	return out
}
