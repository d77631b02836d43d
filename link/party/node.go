package party

import (
	"cmp"
	"slices"
	"strconv"
	"strings"

	"rashomon"
)

// A node is profiles of one name in one context: they are one party before anything is compared. A profile whose name
// is short for another's is a node of its own.
type node struct {
	*setting            // of all members
	number   int        // no other node has it
	members  []*profile // sorted by element
	fellows  []fellow   // of all contexts
	full     []key      // by which others are found that it may be merged with: see fullKeys
}

// newNode makes a node of profiles, which are sorted.
func newNode(members []*profile) *node {
	first := members[0]
	n := &node{setting: &first.setting, members: members, fellows: first.context.fellows}
	if len(members) == 1 { // as most have
		return n
	}
	n.setting, n.fellows = &setting{}, nil
	for _, p := range members {
		n.fellows, n.near = append(n.fellows, p.context.fellows...), append(n.near, p.near...)
		n.own, n.functions = appendNew(n.own, p.own), appendNew(n.functions, p.functions)
	}
	n.fellows, n.near = distinct(n.fellows), distinct(n.near)
	return n
}

// shortKeys returns what short names and descriptions have in common with any member.
func (n *node) shortKeys() []key {
	var keys []key
	for _, p := range n.members {
		keys = append(keys, p.shortKeys()...)
	}
	return sorted(keys)
}

// appendNew appends what a list does not hold yet.
func appendNew[T comparable](list, more []T) []T {
	for _, one := range more {
		if !slices.Contains(list, one) {
			list = append(list, one)
		}
	}
	return list
}

func (n *node) first() *profile { return n.members[0] }

func (n *node) element() rashomon.Element { return n.first().element() }

func (p *profile) element() rashomon.Element {
	return rashomon.Element{Document: p.context.document, Index: p.index}
}

func byElement(p, q *profile) int { return compareElements(p.element(), q.element()) }

func compareElements(a, b rashomon.Element) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Index, b.Index))
}

// name returns what profiles of one name share: the line that lists them, the place that they are, or their words.
func (p *profile) name() string {
	switch {
	case p.listed != "":
		return "listed|" + p.listed
	case p.isLocated() && p.location.GeoNames != 0:
		return "place|" + strconv.Itoa(p.location.GeoNames)
	case p.isLocated():
		return "place|" + p.location.Name + "|" + p.location.Country
	case p.class == classPerson:
		return "person|" + strings.Join(p.main().words, " ") + "|" + p.country + "|" + strconv.Itoa(int(p.gender))
	}
	return strconv.Itoa(int(p.class)) + "|" + strconv.FormatUint(uint64(p.main().bag), 36) + "|" + p.place + "|" + p.country
}

// needsContext reports whether two of one name are one only in one context: ministries and squares are called alike in
// many countries, and so are people of the most frequent names.
func (p *profile) needsContext() bool {
	switch {
	case p.listed != "" || p.isLocated():
		return false
	case p.class == classPerson:
		return inClass("frequent", p.main().words[len(p.main().words)-1])
	}
	return true
}

// fewFellows is how many others a document names at least that tells a context.
const fewFellows = 2

// byContext divides profiles of one name into those whose contexts hang together: documents that name the same
// others, or the same country before all. Documents that name hardly anybody go with the rest, where that is one.
func byContext(profiles []*profile) [][]*profile {
	if !profiles[0].needsContext() || len(profiles) == 1 {
		return [][]*profile{profiles}
	}
	groups := newForest(len(profiles))
	of := map[fellow]int{}
	var bare []int
	for i, p := range profiles {
		keys := p.contextKeys()
		if len(keys) < fewFellows {
			bare = append(bare, i)
		}
		for _, key := range keys {
			if j, found := of[key]; found {
				groups.join(i, j)
			} else {
				of[key] = i
			}
		}
	}
	roots := groups.roots(bare)
	for _, i := range bare {
		switch {
		case len(roots) == 0:
			groups.join(i, bare[0])
		case len(roots) == 1:
			groups.join(i, roots[0])
		}
	}
	return divide(profiles, groups)
}

// contextKeys returns what tells the context of a profile.
func (p *profile) contextKeys() []fellow {
	var keys []fellow
	for _, f := range p.context.fellows {
		if !f.isListed() && !slices.Contains(p.own, f) {
			keys = append(keys, f)
		}
	}
	if p.context.country != noFellow {
		keys = append(keys, p.context.country)
	}
	return keys
}

func divide(profiles []*profile, groups *forest) [][]*profile {
	var divided [][]*profile
	at := map[int]int{}
	for i, p := range profiles {
		root := groups.find(i)
		if _, found := at[root]; !found {
			at[root] = len(divided)
			divided = append(divided, nil)
		}
		divided[at[root]] = append(divided[at[root]], p)
	}
	return divided
}
