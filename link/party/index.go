package party

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// An Index keeps the parties of documents that come one after another. The parties are the same as if all documents
// had come at once, in any order. Every step keeps what it made, and makes anew what hangs on that which has changed:
// the work of one document more grows with those that its names meet.
type Index struct {
	vocabulary *vocabulary
	documents  documents
	anchors    *naming // full names, into nodes
	full       *merging
	short      *choosing // short names, among the clusters of full ones
	others     *naming   // short names that stand for no full one, into nodes
	rest       *merging
	described  *choosing // descriptions, among all clusters
	added      added
	parties    []rashomon.Party // as last given
	once       bool             // no documents will come: what a step keeps is dropped behind it
}

// documents are those that name a fellow, on no list; and each by the fellow that it is itself.
type documents map[fellow][]*context

// added is what has come since parties were asked for, but for full names.
type added struct {
	contexts         []*context
	short, described []*profile
}

// NewIndex returns an index without documents.
func NewIndex() *Index {
	d := documents{}
	return &Index{
		vocabulary: newVocabulary(), documents: d, anchors: newNaming(), full: newMerging(d), short: newChoosing(d), others: newNaming(),
		rest: newMerging(d), described: newChoosing(d),
	}
}

// Add takes up a document, which must not have been added before.
func (x *Index) Add(d *digest.Digest) {
	d = d.Whole()
	r := newReading(d, x.vocabulary)
	r.profiles = make([]*profile, len(d.Entities))
	for i := range d.Entities {
		p := newProfile(d, i, r)
		r.profiles[i] = p
		switch {
		case p == nil:
			r.unnamed = append(r.unnamed, newUnnamed(&d.Entities[i], i))
		case p.isAnchor(r.called[i]):
			x.anchors.put(p)
		case p.description != nil:
			x.added.described = append(x.added.described, p)
		default:
			x.added.short = append(x.added.short, p)
		}
	}
	r.unnamed = slices.Clone(r.unnamed) // as long as it is
	x.documents.add(r.context)
	x.added.contexts = append(x.added.contexts, r.context)
}

func (d documents) add(c *context) {
	d[c.own] = append(d[c.own], c)
	for _, f := range c.fellows {
		if !f.isListed() {
			d[f] = append(d[f], c)
		}
	}
}

// Parties returns the parties of all documents, sorted by id. Every entity is of one.
func (x *Index) Parties() []rashomon.Party {
	gone, come := x.full.update(x.anchors.update())
	if x.once {
		x.vocabulary, x.anchors, x.full = nil, nil, nil
		x.short.once()
		x.described.once()
	}
	short := x.short.update(gone, come, x.added.short)
	for _, p := range short.found {
		x.others.take(p)
	}
	for _, p := range short.left {
		x.others.put(p)
	}
	gone, come = x.rest.update(x.others.update())
	if x.once {
		x.short, x.others, x.rest = nil, nil, nil
	}
	described := x.described.update(append(gone, short.gone...), append(come, short.come...), x.added.described)
	if x.once {
		x.described, x.documents = nil, nil
		for _, c := range x.added.contexts {
			c.profiles = nil // so that each of them goes with its party
		}
	}
	x.publish(described)
	x.added = added{}
	return x.parties
}

// publish exchanges the parties that have changed.
func (x *Index) publish(c chosen) {
	var stale []string
	for _, c := range c.gone {
		stale = append(stale, c.element().ID("p"))
	}
	for _, p := range c.found {
		stale = append(stale, p.element().ID("p"))
	}
	n := len(c.come) + len(c.left)
	for _, c := range x.added.contexts {
		n += len(c.unnamed)
	}
	fresh := make([]rashomon.Party, 0, n)
	for i, of := range c.come {
		fresh, c.come[i] = append(fresh, of.party()), nil
	}
	for _, p := range c.left {
		fresh = append(fresh, newCluster(newNode([]*profile{p})).party())
	}
	for _, c := range x.added.contexts {
		for _, u := range c.unnamed {
			fresh = append(fresh, u.party(c.document))
		}
		c.unnamed = nil
	}
	slices.Sort(stale)
	slices.SortFunc(fresh, func(p, q rashomon.Party) int { return cmp.Compare(p.ID, q.ID) })
	x.parties = exchanged(x.parties, stale, fresh)
}

// exchanged returns sorted parties without the stale and with the fresh ones, which are sorted too.
func exchanged(old []rashomon.Party, stale []string, fresh []rashomon.Party) []rashomon.Party {
	if len(old) == 0 {
		return fresh
	}
	all := make([]rashomon.Party, 0, len(old)+len(fresh)-len(stale))
	for len(stale) > 0 || len(fresh) > 0 {
		isStale := len(fresh) == 0 || len(stale) > 0 && stale[0] <= fresh[0].ID
		id := ""
		if isStale {
			id = stale[0]
		} else {
			id = fresh[0].ID
		}
		at, _ := slices.BinarySearchFunc(old, id, func(p rashomon.Party, id string) int { return cmp.Compare(p.ID, id) })
		all, old = append(all, old[:at]...), old[at:]
		if isStale {
			stale, old = stale[1:], old[1:]
		} else {
			all, fresh = append(all, fresh[0]), fresh[1:]
		}
	}
	return append(all, old...)
}
