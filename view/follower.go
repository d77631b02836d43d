package view

import (
	"bytes"
	"context"

	"rashomon"
	"rashomon/archive"
	"rashomon/compare"
	"rashomon/compare/ground"
	"rashomon/correct"
	"rashomon/digest"
	"rashomon/link"
)

// A Follower opens an archive again and again, so that a view costs no more than what has changed since the last one: a dismissed
// finding next to nothing, a document more what it touches. The views are the same as if each were opened by itself. It is not
// safe for concurrent use; its views are.
type Follower struct {
	last  *View
	drawn map[string]*digest.Digest // what the archive held the last time, by document
	index index
}

// Open returns a view of the archive as it is now.
func (f *Follower) Open(ctx context.Context, a *archive.Archive) (*View, error) {
	o, err := gather(ctx, a)
	if err != nil {
		return nil, err
	}
	f.recognise(o.digests)
	return f.open(ctx, a, o)
}

// recognise puts the digests of the last time in the place of such as are the same, which need not be in memory twice.
func (f *Follower) recognise(digests []*digest.Digest) {
	drawn := make(map[string]*digest.Digest, len(digests))
	for i, d := range digests {
		if known := f.drawn[d.Document]; known != nil && isSame(known, d) {
			digests[i] = known
		}
		drawn[d.Document] = digests[i]
	}
	f.drawn = drawn
}

func isSame(a, b *digest.Digest) bool {
	return a == b || a.Folded != "" && a.Folded == b.Folded || bytes.Equal(digest.Encode(a), digest.Encode(b))
}

func (f *Follower) open(ctx context.Context, a *archive.Archive, o *opening) (*View, error) {
	m, err := newMaking(o)
	if err != nil {
		return nil, err
	}
	replay := correct.New(o.digests, o.corrections)
	v := newView(replay.Digests)
	if f.last != nil && bytes.Equal(f.last.making.of, m.of) {
		m.made, v.Ground = f.last.making.made, f.last.Ground
		m.kept.Store(f.last.making.kept.Load())
		replay.Resume(m.made.Comparison.Parties, m.made.Unapplied)
	} else if err := f.make(ctx, a, o, v, m, replay); err != nil {
		return nil, err
	}
	v.making = m
	v.Comparison, v.Unapplied = replay.Compared(m.made.Comparison), replay.Unapplied()
	f.last = v
	return v, nil
}

// make restores what the archive keeps of a view, or makes it: the first one from nothing, for which less must be held in memory,
// and later ones from what is indexed.
func (f *Follower) make(ctx context.Context, a *archive.Archive, o *opening, v *View, m *making, replay *correct.Replay) error {
	if err := m.restore(ctx, a); err != nil {
		return err
	}
	switch {
	case m.kept.Load():
		c := m.made.Comparison
		v.Ground = ground.New(v.Digests, rashomon.Links{Parties: c.Parties, Happenings: c.Happenings, Echoes: c.Echoes})
		v.Ground.Settle()
		replay.Resume(c.Parties, m.made.Unapplied)
		return nil
	case f.last == nil:
		v.Ground = ground.New(v.Digests, replay.Links())
		m.made.Comparison = compare.Compare(v.Ground)
	default:
		comparison, err := f.index.compare(replay, m.said)
		if err != nil {
			return err
		}
		v.Ground = f.index.found.Ground.Settled() // of its own: that of the index changes
		m.made.Comparison = comparison
	}
	m.made.Unapplied = replay.Unapplied()
	for _, c := range o.corrections {
		if correct.IsAfterwards(c) {
			delete(m.made.Unapplied, c.Number)
		}
	}
	return nil
}

// An index is documents, linked and compared, with the corrections that they were linked by.
type index struct {
	said      []byte
	documents map[string]*digest.Digest
	links     *link.Index
	found     *compare.Index
}

// compare links and compares documents: those that are not in the index besides those that are or, where one of these is no more
// or is another, or other corrections hold, all.
func (x *index) compare(replay *correct.Replay, said []byte) (rashomon.Comparison, error) {
	added, isMore := x.added(replay.Digests)
	if x.links == nil || !isMore || !bytes.Equal(x.said, said) {
		links, err := link.NewIndex()
		if err != nil {
			return rashomon.Comparison{}, err
		}
		*x = index{said, map[string]*digest.Digest{}, links, compare.NewIndex()}
		added = replay.Digests
	}
	for _, d := range added {
		x.links.Add(d)
		x.documents[d.Document] = d
	}
	return x.found.Compare(added, replay.LinksOf(x.links)), nil
}

// added returns which digests are not in the index, and reports whether all that are in it are among them.
func (x *index) added(digests []*digest.Digest) (added []*digest.Digest, isMore bool) {
	known := 0
	for _, d := range digests {
		switch indexed := x.documents[d.Document]; {
		case indexed == nil:
			added = append(added, d)
		case isSame(indexed, d):
			known++
		}
	}
	return added, known == len(x.documents)
}
