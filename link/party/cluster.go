package party

import (
	"cmp"
	"slices"

	"rashomon"
)

// A cluster is nodes that are taken for one party.
type cluster struct {
	nodes     []*node
	functions []function
	members   []*profile // of its nodes, and short names and descriptions that stand for it, sorted by element
	joined    []pair     // by which its nodes are one, in the order in which they were joined
	called    bool       // a document says that it has several names
}

// element returns the first entity of a cluster.
func (c *cluster) element() rashomon.Element { return c.members[0].element() }

func newCluster(n *node) *cluster {
	return &cluster{nodes: []*node{n}, functions: n.functions, members: n.members}
}

// absorb puts another cluster into c.
func (c *cluster) absorb(other *cluster, by pair) {
	c.nodes, c.functions = append(c.nodes, other.nodes...), appendNew(slices.Clone(c.functions), other.functions)
	c.members = merged(c.members, other.members)
	c.joined = append(append(c.joined, other.joined...), by)
	c.called = c.called || other.called || by.rule == ruleByname
}

// merged returns the members of two sorted lists, sorted.
func merged(a, b []*profile) []*profile {
	all := make([]*profile, 0, len(a)+len(b))
	for len(a) > 0 && len(b) > 0 {
		if byElement(b[0], a[0]) < 0 {
			a, b = b, a
		}
		all, a = append(all, a[0]), a[1:]
	}
	return append(append(all, a...), b...)
}

// with returns a cluster with short names or descriptions that stand for it, or itself where there are none.
func (c *cluster) with(takers []*seeker) *cluster {
	if len(takers) == 0 {
		return c
	}
	whole := *c
	whole.joined, whole.functions = slices.Clone(c.joined), slices.Clone(c.functions)
	var members []*profile
	for _, s := range takers {
		members, whole.functions = append(members, s.first()), appendNew(whole.functions, s.functions)
		whole.joined = append(whole.joined, pair{s.candidates[0].node, s.node, s.candidates[0].agreement})
	}
	whole.members = merged(c.members, members)
	return &whole
}

// equals reports whether two clusters are of the same nodes, joined alike, and nobody was given to them.
func (c *cluster) equals(other *cluster) bool {
	return slices.Equal(c.nodes, other.nodes) && slices.Equal(c.joined, other.joined)
}

// in returns the members of a cluster that a document names.
func (c *cluster) in(context *context) []*profile {
	from, _ := slices.BinarySearchFunc(c.members, context.document, func(p *profile, document string) int {
		return cmp.Compare(p.context.document, document)
	})
	to := from
	for to < len(c.members) && c.members[to].context == context {
		to++
	}
	return c.members[from:to]
}

// joins tells why the members of a cluster are one.
func (c *cluster) joins() []rashomon.Join {
	var joins []rashomon.Join
	for _, n := range c.nodes {
		for _, p := range n.members[1:] {
			joins = append(joins, sameNode(n.first(), p).join(n.first(), p))
		}
	}
	for _, p := range c.joined {
		joins = append(joins, p.join(p.a.first(), p.b.first()))
	}
	slices.SortFunc(joins, func(a, b rashomon.Join) int {
		return cmp.Or(compareElements(a.A, b.A), compareElements(a.B, b.B))
	})
	return joins
}

// sameNode tells why two profiles are of one node.
func sameNode(p, q *profile) agreement {
	x, y := p.main().text, q.main().text
	switch {
	case p.listed != "":
		return agreement{1, "name/listed", x, y}
	case p.isLocated():
		return agreement{1, "name/place", x, y}
	case slices.Equal(p.main().words, q.main().words):
		return agreement{1, "name/same", x, y}
	}
	return agreement{scoreOrder, "name/order", x, y}
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
	if len(a.members) > len(b.members) {
		a, b = b, a
	}
	return !slices.ContainsFunc(a.members, func(p *profile) bool { return !b.fits(p) })
}

// fits reports whether a profile may be one with those that its document names of a cluster.
func (c *cluster) fits(p *profile) bool {
	return !slices.ContainsFunc(c.in(p.context), func(q *profile) bool { return !fitsWithin(q, p) })
}

// begins reports whether a name is the beginning of another one: "Free Council", "Free Council of the East".
func begins(x, y []string) bool { return len(x) > 1 && len(x) < len(y) && slices.Equal(x, y[:len(x)]) }

// fitsWithin reports whether two entities of one document, which its reader did not take for one, may be one all the
// same: they have the same full name, or were given types that kept them apart.
func fitsWithin(p, q *profile) bool {
	if p.listed != "" && p.listed == q.listed {
		return true
	}
	if p.description != nil || q.description != nil {
		return true
	}
	x, y := p.main().words, q.main().words
	if p.main().isCompanyOf(y[0]) && len(y) == 1 || q.main().isCompanyOf(x[0]) && len(x) == 1 {
		return true
	}
	if p.class == q.class && p.class != classBody || len(x) > 1 && len(y) > 1 {
		return len(x) > 1 && (slices.Equal(x, y) || p.class != classPerson && q.class != classPerson && (begins(x, y) || begins(y, x)))
	}
	return slices.Contains(y, x[len(x)-1]) || slices.Contains(x, y[len(y)-1])
}
