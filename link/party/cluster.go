package party

import (
	"slices"

	"rashomon"
)

// A cluster is nodes that are taken for one party.
type cluster struct {
	nodes     []*node
	short     []*node // of short names and descriptions that stand for it
	functions []function
	documents map[string][]*profile
	joins     []rashomon.Join
	called    bool // a document says that it has several names
}

// element returns the first entity of a cluster.
func (c *cluster) element() rashomon.Element {
	first := c.nodes[0].first()
	for _, n := range slices.Concat(c.nodes, c.short) {
		if byElement(n.first(), first) < 0 {
			first = n.first()
		}
	}
	return first.element
}

func newCluster(n *node) *cluster {
	c := &cluster{nodes: []*node{n}, functions: n.functions, documents: map[string][]*profile{}}
	for i, p := range n.members {
		c.documents[p.element.Document] = append(c.documents[p.element.Document], p)
		if i > 0 {
			c.joins = append(c.joins, sameNode(n.members[0], p).join(n.members[0], p))
		}
	}
	return c
}

// sameNode tells why two profiles are of one node.
func sameNode(p, q *profile) agreement {
	x, y := p.main().text, q.main().text
	switch {
	case p.entity.Listed != "":
		return agreement{1, "name/listed", x, y}
	case p.isLocated():
		return agreement{1, "name/place", x, y}
	case slices.Equal(p.main().words, q.main().words):
		return agreement{1, "name/same", x, y}
	}
	return agreement{scoreOrder, "name/order", x, y}
}

// absorb puts another cluster into c.
func (c *cluster) absorb(other *cluster, join rashomon.Join) {
	c.nodes, c.functions = append(c.nodes, other.nodes...), appendNew(slices.Clone(c.functions), other.functions)
	for document, profiles := range other.documents {
		c.documents[document] = append(c.documents[document], profiles...)
	}
	c.joins = append(append(c.joins, other.joins...), join)
	c.called = c.called || other.called || join.Rule == ruleByname
}

// with returns a cluster with short names or descriptions that stand for it, or itself where there are none.
func (c *cluster) with(takers []*seeker) *cluster {
	if len(takers) == 0 {
		return c
	}
	whole := *c
	whole.short, whole.joins, whole.functions = slices.Clone(c.short), slices.Clone(c.joins), slices.Clone(c.functions)
	whole.documents = make(map[string][]*profile, len(c.documents))
	for document, profiles := range c.documents {
		whole.documents[document] = slices.Clip(profiles)
	}
	for _, s := range takers {
		whole.short, whole.functions = append(whole.short, s.node), appendNew(whole.functions, s.functions)
		document := s.first().element.Document
		whole.documents[document] = append(whole.documents[document], s.first())
		whole.joins = append(whole.joins, s.candidates[0].agreement.join(s.candidates[0].node.first(), s.first()))
	}
	return &whole
}

// equals reports whether two clusters are of the same nodes, joined alike, and nobody was given to them.
func (c *cluster) equals(other *cluster) bool {
	return slices.Equal(c.nodes, other.nodes) && slices.Equal(c.joins, other.joins)
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
	if len(a.documents) > len(b.documents) {
		a, b = b, a
	}
	for document, profiles := range a.documents {
		for _, p := range profiles {
			if slices.ContainsFunc(b.documents[document], func(q *profile) bool { return !fitsWithin(p, q) }) {
				return false
			}
		}
	}
	return true
}

// begins reports whether a name is the beginning of another one: "Free Council", "Free Council of the East".
func begins(x, y []string) bool { return len(x) > 1 && len(x) < len(y) && slices.Equal(x, y[:len(x)]) }

// fitsWithin reports whether two entities of one document, which its reader did not take for one, may be one all the
// same: they have the same full name, or were given types that kept them apart.
func fitsWithin(p, q *profile) bool {
	if p.entity.Listed != "" && p.entity.Listed == q.entity.Listed {
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
