// Package ground is what comparing stands on: the digests and their links, with the ways from one to the other. It is
// made once and read by every comparison.
package ground

import (
	"cmp"
	"slices"
	"sync"

	"rashomon"
	"rashomon/digest"
)

// A Ground is linked digests. Nothing may be changed in it.
type Ground struct {
	Digests []*digest.Digest // sorted by document
	Links   rashomon.Links

	byID       map[string]*digest.Digest
	party      map[rashomon.Element]int
	happening  map[rashomon.Element]int
	related    [][2]string
	neighbours map[string][]string

	echoed      map[string][]echoed
	publishers  func() map[string]string
	hostilities func() map[[2]int]bool
	drawn       sync.Map // what comparisons draw of documents, by [drawn]
}

// drawn is a key of what is drawn of a document.
type drawn struct{ kind, document string }

// New returns the ground of digests and their links.
func New(digests []*digest.Digest, links rashomon.Links) *Ground {
	g := &Ground{
		Digests: slices.SortedFunc(slices.Values(digests), func(a, b *digest.Digest) int { return cmp.Compare(a.Document, b.Document) }),
		Links:   links, byID: map[string]*digest.Digest{}, party: map[rashomon.Element]int{}, happening: map[rashomon.Element]int{},
	}
	for _, d := range digests {
		g.byID[d.Document] = d
	}
	for i, party := range links.Parties {
		for _, element := range party.Entities {
			g.party[element] = i
		}
	}
	for i, happening := range links.Happenings {
		for _, element := range happening.Events {
			g.happening[element] = i
		}
	}
	g.related, g.neighbours = g.relate(), map[string][]string{}
	for _, pair := range g.related {
		g.neighbours[pair[0]] = append(g.neighbours[pair[0]], pair[1])
		g.neighbours[pair[1]] = append(g.neighbours[pair[1]], pair[0])
	}
	g.echoed = echoedPassages(links.Echoes)
	g.publishers = sync.OnceValue(g.findPublishers)
	g.hostilities = sync.OnceValue(g.findHostilities)
	return g
}

// Digest returns the digest of a document, or nil.
func (g *Ground) Digest(document string) *digest.Digest { return g.byID[document] }

// Draw returns what a comparison draws of a document: it is drawn once, whoever asks first. The kind tells it from what others
// draw, and it must not be changed.
func Draw[T any](g *Ground, kind, document string, draw func(d *digest.Digest) T) T {
	key := drawn{kind, document}
	if known, found := g.drawn.Load(key); found {
		return known.(T)
	}
	known, _ := g.drawn.LoadOrStore(key, draw(g.Digest(document)))
	return known.(T)
}

// Party returns the index in Links.Parties of an entity of a document, or None.
func (g *Ground) Party(document string, entity int) int { return index(g.party, document, entity) }

// Happening returns the index in Links.Happenings of an event of a document, or None.
func (g *Ground) Happening(document string, event int) int {
	return index(g.happening, document, event)
}

func index(of map[rashomon.Element]int, document string, i int) int {
	if at, found := of[rashomon.Element{Document: document, Index: i}]; found {
		return at
	}
	return rashomon.None
}

// HappeningsIn returns the happenings that a passage tells of, as indexes of Links.Happenings, in the order of their
// triggers.
func (g *Ground) HappeningsIn(p rashomon.Passage) []int {
	var told []int
	for i, event := range g.byID[p.Document].Events {
		if p.Extent.Contains(event.Extent) {
			if happening := g.Happening(p.Document, i); happening != rashomon.None {
				told = append(told, happening)
			}
		}
	}
	return told
}

// Event returns the digest and the event of an element.
func (g *Ground) Event(e rashomon.Element) (*digest.Digest, *digest.Event) {
	d := g.byID[e.Document]
	return d, &d.Events[e.Index]
}
