package ground

import (
	"sync"

	"rashomon/digest"
)

// mostWhole is how many folded digests are kept whole, those that were unfolded last: what is compared with what stands near each
// other in [Ground.Walk], and one takes some 50 kB.
const mostWhole = 128

// A whole keeps digests that were unfolded.
type whole struct {
	mu    sync.RWMutex
	kept  map[string]*digest.Digest
	order [mostWhole]string // in which they came, round and round
	next  int
}

// of returns a digest whole.
func (w *whole) of(d *digest.Digest) *digest.Digest {
	if d.Folded == "" {
		return d
	}
	w.mu.RLock()
	known := w.kept[d.Document]
	w.mu.RUnlock()
	if known == nil {
		known = w.keep(d.Whole())
	}
	return known
}

// keep puts a digest in the place of the one that has been kept longest, and returns it, or what another has put there meanwhile.
func (w *whole) keep(d *digest.Digest) *digest.Digest {
	w.mu.Lock()
	defer w.mu.Unlock()
	if known := w.kept[d.Document]; known != nil {
		return known
	}
	if w.kept == nil {
		w.kept = make(map[string]*digest.Digest, mostWhole)
	}
	delete(w.kept, w.order[w.next])
	w.kept[d.Document], w.order[w.next] = d, d.Document
	w.next = (w.next + 1) % mostWhole
	return d
}
