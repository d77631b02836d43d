package digest

import "sync"

// mostRecent is how many folded digests are kept whole: who goes through documents that have to do with each other meets most of them
// again soon, and one takes some 50 kB.
const mostRecent = 256

// Recent are the digests that were unfolded last. It is safe for concurrent use, and ready as it is.
type Recent struct {
	mu    sync.RWMutex
	kept  map[string]*Digest
	order [mostRecent]string // in which they came, round and round
	next  int
}

// Whole returns a digest whole. Who keeps it keeps it in memory; two calls may return two copies: see [Digest.Is].
func (r *Recent) Whole(d *Digest) *Digest {
	if d.Folded == "" {
		return d
	}
	r.mu.RLock()
	known := r.kept[d.Document]
	r.mu.RUnlock()
	if known == nil {
		known = r.keep(d.Whole())
	}
	return known
}

// keep puts a digest in the place of the one that has been kept longest, and returns it, or what another has put there meanwhile.
func (r *Recent) keep(d *Digest) *Digest {
	r.mu.Lock()
	defer r.mu.Unlock()
	if known := r.kept[d.Document]; known != nil {
		return known
	}
	if r.kept == nil {
		r.kept = make(map[string]*Digest, mostRecent)
	}
	delete(r.kept, r.order[r.next])
	r.kept[d.Document], r.order[r.next] = d, d.Document
	r.next = (r.next + 1) % mostRecent
	return d
}
