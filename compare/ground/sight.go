package ground

import (
	"encoding/binary"
	"hash"
	"hash/fnv"
	"slices"

	"rashomon"
)

// Sight returns a sum of all that comparing two documents, or one with itself, may see of the links: what parties their entities
// are, under what names and of what types, who fights whom, what happenings their events are, and what they echo. It is the same
// when parties or happenings have other ids, or are of other documents besides.
func (g *Ground) Sight(a, b string) [16]byte {
	s := sighting{g: g, sum: fnv.New128a()}
	s.add(a)
	if b != a {
		s.add(b)
	}
	s.addHostilities(a, b)
	return [16]byte(s.sum.Sum(nil))
}

// A sighting sums up what is seen.
type sighting struct {
	g   *Ground
	sum hash.Hash
}

func (s *sighting) add(document string) {
	site := s.g.sites[document]
	for _, party := range site.parties {
		if s.write(party); party != rashomon.None {
			p := s.g.PartyAt(party)
			s.writeText(p.Name)
			s.writeText(string(p.Type))
		}
	}
	for _, happening := range site.happenings {
		s.write(happening)
	}
	s.addEchoes(document, map[string]bool{})
}

// addEchoes adds the echoes of a document, and those of what it goes back to.
func (s *sighting) addEchoes(document string, added map[string]bool) {
	if added[document] {
		return
	}
	added[document] = true
	for _, e := range s.g.echoesOf(document) {
		s.write(e.extent.Start)
		s.write(e.extent.End)
		s.writeText(e.echo.ID)
		s.writeText(string(e.echo.Kind))
		s.writeText(e.echo.Root)
		for _, passage := range e.echo.Passages {
			s.writeText(passage.Document)
			s.write(passage.Extent.Start)
			s.write(passage.Extent.End)
		}
		s.addEchoes(e.echo.Root, added)
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

func (s *sighting) write(n int) { s.sum.Write(binary.AppendVarint(nil, int64(n))) }

func (s *sighting) writeText(text string) {
	s.write(len(text))
	s.sum.Write([]byte(text))
}
