package ground

import (
	"slices"
	"sync"

	"rashomon/digest"
)

// A drawn is what comparisons draw of a document, by its kind. There are a few kinds.
type drawn struct {
	mu     sync.Mutex
	kinds  []string
	values []any
}

// of returns what is drawn of a kind, or nil.
func (d *drawn) of(kind string) any {
	d.mu.Lock()
	defer d.mu.Unlock()
	if at := slices.Index(d.kinds, kind); at >= 0 {
		return d.values[at]
	}
	return nil
}

// keep keeps what is drawn of a kind, and returns it, or what another has kept meanwhile.
func (d *drawn) keep(kind string, value any) any {
	d.mu.Lock()
	defer d.mu.Unlock()
	if at := slices.Index(d.kinds, kind); at >= 0 {
		return d.values[at]
	}
	d.kinds, d.values = append(d.kinds, kind), append(d.values, value)
	return value
}

// forget drops what is drawn of a kind.
func (d *drawn) forget(kind string) {
	d.mu.Lock()
	defer d.mu.Unlock()
	if at := slices.Index(d.kinds, kind); at >= 0 {
		d.kinds, d.values = slices.Delete(d.kinds, at, at+1), slices.Delete(d.values, at, at+1)
	}
}

// clear drops all that is drawn.
func (d *drawn) clear() {
	d.mu.Lock()
	defer d.mu.Unlock()
	d.kinds, d.values = nil, nil
}

// Draw returns what a comparison draws of a document: it is drawn once, whoever asks first, and again when something has
// changed for the document. The kind tells it from what others draw, and it must not be changed.
func Draw[T any](g *Ground, kind, document string, draw func(d *digest.Digest) T) T {
	s := g.sites[document]
	return drawOnce(s, kind, func() T { return draw(g.recent.Whole(s.head)) })
}

// drawOnce draws without a lock, for what is drawn may ask for what else is.
func drawOnce[T any](s *site, kind string, draw func() T) T {
	known := s.drawn.of(kind)
	if known == nil {
		known = s.drawn.keep(kind, draw())
	}
	return known.(T)
}

// Forget drops what a comparison has drawn of documents, by its kind: it is drawn again if it is asked for.
func (g *Ground) Forget(kind string) {
	for _, s := range g.sites {
		s.drawn.forget(kind)
	}
}
