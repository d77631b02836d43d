package party

import (
	"cmp"
	"maps"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// An Index keeps the parties of documents that come one after another. The parties are the same as if all documents had
// come at once, in any order. Only the components that a document touches are linked anew; where very many documents have
// the short names and functions of one subject in common, a component may be most of them.
type Index struct {
	profiles []*profile
	sets     *forest          // components: profiles that may have to do with each other by their names
	members  map[int][]int    // root of a component -> its profiles
	firsts   map[key]int      // key of full names -> the first profile that has it
	buckets  map[key]*bucket  // key -> who has it
	ids      map[int][]string // root of a component -> the ids of its parties
	changed  map[int]bool     // roots of components that must be linked anew
	stale    map[string]bool  // ids of parties that are no more
	fresh    []rashomon.Party // not among the parties yet
	parties  []rashomon.Party // as last given
}

// A bucket is the profiles that share a key by which short names find full ones. They hang together only when there is a
// short name among them.
type bucket struct {
	first    int
	waiting  []int // with full names, as long as there is no short one
	hasShort bool
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	return &Index{
		sets: newForest(0), members: map[int][]int{}, firsts: map[key]int{}, buckets: map[key]*bucket{}, ids: map[int][]string{},
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

// connect puts a profile into the component of those with the same keys.
func (x *Index) connect(at int, p *profile) {
	for _, key := range p.full {
		if first, found := x.firsts[key]; found {
			x.join(at, first)
		} else {
			x.firsts[key] = at
		}
	}
	for _, key := range p.short {
		b := x.buckets[key]
		if b == nil {
			b = &bucket{first: at}
			x.buckets[key] = b
		}
		b.waiting, b.hasShort = append(b.waiting, at), b.hasShort || !p.isAnchor()
		if b.hasShort {
			for _, other := range b.waiting {
				x.join(other, b.first)
			}
			b.waiting = nil
		}
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
