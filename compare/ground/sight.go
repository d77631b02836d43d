package ground

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"slices"

	"rashomon"
)

// Sight returns a sum of all that comparing two documents, or one with itself, may see of the links: what parties their entities
// are, under what names and of what types, who fights whom, which of their events are one happening, and what they echo. It is the
// same when parties or happenings have other ids, or are of other documents besides.
func (g *Ground) Sight(a, b string) [16]byte {
	s := newSighting(g)
	for _, document := range [...]string{a, b} {
		sum := g.sightOf(document)
		s.sum.Write(sum[:])
	}
	s.addHappenings(a, b)
	s.addHostilities(a, b)
	return s.total()
}

// sightOf returns a sum of all that may be seen of one document by itself.
func (g *Ground) sightOf(document string) [16]byte {
	return drawOnce(g.sites[document], "sight", func() [16]byte {
		s := newSighting(g)
		s.add(document)
		return s.total()
	})
}

// A sighting sums up what is seen.
type sighting struct {
	g   *Ground
	sum hash.Hash
	buf []byte
}

func newSighting(g *Ground) *sighting { return &sighting{g: g, sum: fnv.New128a()} }

func (s *sighting) total() [16]byte { return [16]byte(s.sum.Sum(nil)) }

func (s *sighting) add(document string) {
	site := s.g.sites[document]
	for _, party := range site.parties {
		if s.write(party); party != rashomon.None {
			p := s.g.PartyAt(party)
			s.writeText(p.Name)
			s.writeText(string(p.Type))
		}
	}
	for _, e := range site.echoed {
		s.write(e.extent.Start)
		s.write(e.extent.End)
		s.sum.Write(e.sum[:])
	}
}

// waySum returns a sum of all that echoes by which a passage goes back to its root tell to comparisons: what else they are of does not
// matter.
func waySum(steps []*rashomon.Echo) [16]byte {
	s := newSighting(nil)
	for _, echo := range steps {
		s.writeText(string(echo.Kind))
		s.writeText(echo.Root)
		s.writeText(echo.Source)
	}
	return s.total()
}

// addHappenings adds which events of two documents are one happening: the happenings by the order in which they are met.
func (s *sighting) addHappenings(a, b string) {
	met := map[int]int{rashomon.None: rashomon.None}
	for _, document := range [...]string{a, b} {
		for _, happening := range s.g.sites[document].happenings {
			if _, known := met[happening]; !known {
				met[happening] = len(met)
			}
			s.write(met[happening])
		}
	}
}

func (s *sighting) addHostilities(a, b string) {
	of := func(document string) []int {
		return slices.DeleteFunc(slices.Clone(s.g.sites[document].parties), func(party int) bool { return !s.g.fighting[party] })
	}
	others := of(b)
	for _, x := range of(a) {
		for _, y := range others {
			if s.g.Hostile(x, y) {
				s.write(x)
				s.write(y)
			}
		}
	}
}

func (s *sighting) write(n int) {
	s.buf = binary.AppendVarint(s.buf[:0], int64(n))
	s.sum.Write(s.buf)
}

func (s *sighting) writeText(text string) {
	s.write(len(text))
	s.buf = append(s.buf[:0], text...)
	s.sum.Write(s.buf)
}
