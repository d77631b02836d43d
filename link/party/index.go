package party

import (
	"cmp"
	"maps"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// An Index keeps the parties of documents that come one after another. The parties are the same as if all documents
// had come at once, in any order. Adding a document costs as much as the names that it shares with others: only the
// components that it touches are linked anew.
type Index struct {
	profiles []*profile
	sets     *forest          // components: profiles that may have to do with each other by their names
	members  map[int][]int    // root of a component -> its profiles
	alike    map[key][]int    // key -> profiles that have it, one of each signature
	ids      map[int][]string // root of a component -> the ids of its parties
	changed  map[int]bool     // roots of components that must be linked anew
	stale    map[string]bool  // ids of parties that are no more
	fresh    []rashomon.Party // not among the parties yet
	parties  []rashomon.Party // as last given
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	return &Index{
		sets: newForest(0), members: map[int][]int{}, alike: map[key][]int{}, ids: map[int][]string{},
		changed: map[int]bool{}, stale: map[string]bool{},
	}
}

// Add takes up a document, which must not have been added before.
func (x *Index) Add(d *digest.Digest) {
	context, own := newContext(d), map[int]int{}
	for i := range d.Entities {
		p := newProfile(d, i, context)
		if p == nil {
			x.fresh = append(x.fresh, lone(d, i))
			continue
		}
		at := len(x.profiles)
		own[i] = at
		x.profiles = append(x.profiles, p)
		x.sets.add()
		x.members[at], x.changed[at] = []int{at}, true
		x.connect(at, p)
	}
	for _, b := range context.bynames {
		if i, found := own[b.a]; found {
			if j, found := own[b.b]; found {
				x.join(i, j)
			}
		}
	}
}

// connect puts a profile into the component of those that its names may have to do with, and of those like itself. No
// profile has to do with any of another component, so that each can be linked without knowing of the others.
func (x *Index) connect(at int, p *profile) {
	for _, key := range p.full {
		x.connectBy(key, at, agreeInName)
	}
	for _, key := range p.short {
		x.connectBy(key, at, mayStand)
	}
}

func (x *Index) connectBy(key key, at int, related func(p, q *profile) bool) {
	p, known := x.profiles[at], false
	for _, other := range x.alike[key] {
		q := x.profiles[other]
		isLike := q.signature == p.signature
		if isLike || x.sets.find(at) != x.sets.find(other) && related(p, q) {
			x.join(at, other)
		}
		known = known || isLike
	}
	if !known {
		x.alike[key] = append(x.alike[key], at)
	}
}

// join makes one component of two.
func (x *Index) join(i, j int) {
	i, j = x.sets.find(i), x.sets.find(j)
	if i == j {
		return
	}
	i, j = min(i, j), max(i, j) // i stays the root
	x.sets.join(i, j)
	a, b := x.members[i], x.members[j]
	if len(a) < len(b) {
		a, b = b, a
	}
	x.members[i], x.changed[i] = append(a, b...), true
	x.forget(i)
	x.forget(j)
	delete(x.members, j)
	delete(x.changed, j)
}

// forget marks the parties of a component as stale.
func (x *Index) forget(root int) {
	for _, id := range x.ids[root] {
		x.stale[id] = true
	}
	delete(x.ids, root)
}

// Parties returns the parties of all documents, sorted by id. Every entity is of one.
func (x *Index) Parties() []rashomon.Party {
	for _, root := range slices.Sorted(maps.Keys(x.changed)) {
		x.forget(root)
		profiles := make([]*profile, len(x.members[root]))
		for i, at := range x.members[root] {
			profiles[i] = x.profiles[at]
		}
		slices.SortFunc(profiles, byElement)
		for _, c := range link(profiles) {
			party := c.party()
			x.fresh, x.ids[root] = append(x.fresh, party), append(x.ids[root], party.ID)
		}
	}
	slices.SortFunc(x.fresh, byID)
	x.parties = merged(x.parties, x.fresh, x.stale)
	x.fresh = nil
	clear(x.changed)
	clear(x.stale)
	return x.parties
}

func byID(a, b rashomon.Party) int { return cmp.Compare(a.ID, b.ID) }

// merged returns the sorted parties that are still there with fresh ones.
func merged(old, fresh []rashomon.Party, stale map[string]bool) []rashomon.Party {
	all := make([]rashomon.Party, 0, len(old)+len(fresh))
	for _, party := range old {
		if stale[party.ID] {
			continue
		}
		for len(fresh) > 0 && fresh[0].ID < party.ID {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
		all = append(all, party)
	}
	return append(all, fresh...)
}
