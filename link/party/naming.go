package party

import "slices"

// naming makes nodes of profiles by their names and contexts.
type naming struct {
	named   map[key][]*profile
	nodes   map[key][]*node
	changed map[key]bool
	made    int // how many nodes there have been
}

func newNaming() *naming {
	return &naming{named: map[key][]*profile{}, nodes: map[key][]*node{}, changed: map[key]bool{}}
}

func (x *naming) put(p *profile) {
	x.named[p.nameKey] = append(x.named[p.nameKey], p)
	x.changed[p.nameKey] = true
}

func (x *naming) take(p *profile) {
	x.named[p.nameKey] = without(x.named[p.nameKey], p)
	x.changed[p.nameKey] = true
	p.node = nil
}

// update makes the nodes of names that were put or taken. It returns those that are no more, and those that are new.
func (x *naming) update() (gone, come []*node) {
	for name := range x.changed {
		was, is := x.nodes[name], x.group(name)
		for _, n := range was {
			if !slices.Contains(is, n) {
				gone = append(gone, n)
			}
		}
		for _, n := range is {
			if !slices.Contains(was, n) {
				come = append(come, n)
			}
		}
		if x.nodes[name] = is; len(is) == 0 {
			delete(x.nodes, name)
			delete(x.named, name)
		}
	}
	clear(x.changed)
	slices.SortFunc(come, byFirst)
	for _, n := range come {
		x.made++
		n.number = x.made
	}
	return gone, come
}

// group returns the nodes of a name, and leaves those that are as they were.
func (x *naming) group(name key) []*node {
	profiles := x.named[name]
	if len(profiles) == 0 {
		return nil
	}
	slices.SortFunc(profiles, byElement)
	var nodes []*node
	for _, members := range byContext(slices.Clone(profiles)) {
		n := members[0].node
		if n == nil || !slices.Equal(n.members, members) {
			n = newNode(members)
			n.full = members[0].fullKeys()
		}
		nodes = append(nodes, n)
	}
	for _, n := range nodes {
		for _, p := range n.members {
			p.node = n
		}
	}
	return nodes
}

func byFirst(n, m *node) int { return byElement(n.first(), m.first()) }
