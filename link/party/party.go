// Package party finds the parties: which entities of different documents are the same.
package party

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// Link returns the parties of documents, sorted by id. Every entity is of one party.
func Link(digests []*digest.Digest) []rashomon.Party {
	var profiles []*profile
	var parties []rashomon.Party
	for _, d := range digests {
		context := newContext(d)
		for i := range d.Entities {
			if p := newProfile(d, i, context); p != nil {
				profiles = append(profiles, p)
				continue
			}
			parties = append(parties, lone(d, i))
		}
	}
	slices.SortFunc(profiles, func(a, b *profile) int { return compareElements(a.element, b.element) })
	for _, c := range link(profiles) {
		parties = append(parties, c.party())
	}
	slices.SortFunc(parties, byID)
	return parties
}

// link returns the clusters of the profiles of a component.
func link(profiles []*profile) []*cluster {
	var full, short []*node
	for _, n := range newNodes(profiles) {
		if n.first().isAnchor() {
			full = append(full, n)
		} else {
			short = append(short, n)
		}
	}
	clusters := merge(full, compareAll(full))
	left, several := joinShort(clusters, short)
	left = slices.DeleteFunc(left, func(n *node) bool {
		if n.first().description != nil {
			several = append(several, n)
		}
		return n.first().description != nil
	})
	for _, n := range several {
		clusters = append(clusters, newCluster(n))
	}
	rest := regrouped(left)
	return append(clusters, merge(rest, compareAll(rest))...)
}

// regrouped makes nodes of short names that stand for no full one, by their words and contexts.
func regrouped(short []*node) []*node {
	named := map[string][]*profile{}
	var names []string
	for _, n := range short {
		p := n.first()
		name := p.name()
		if named[name] == nil {
			names = append(names, name)
		}
		named[name] = append(named[name], p)
	}
	var nodes []*node
	for _, name := range names {
		for _, members := range byContext(named[name]) {
			nodes = append(nodes, newNode(members))
		}
	}
	return nodes
}
