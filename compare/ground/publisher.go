package ground

import (
	"slices"
	"strings"
	"unicode/utf8"

	"rashomon"
	"rashomon/digest"
)

// publishers are the sources of documents, and the parties that are called as they are.
type publishers struct {
	sources map[string]*source // by their names in lower case
	lengths map[int]bool       // of these
	of      map[int][]*source  // of each party, by its number: those that it is called as
	changed map[int]bool       // parties that were the publishers of documents before the last update and are no more, or the other way
}

// A source is who published documents.
type source struct {
	documents []string
	parties   []int // by their numbers: those that are called so
	party     int   // of them the one with the last id, or None
}

// setPublishers finds of each document the party that published it: of those that are called as its source is, the one with the last id.
// Respelled are the numbers of the parties that are called otherwise than before, or have another id.
func (g *Ground) setPublishers(added []*digest.Digest, respelled []int) {
	p := &g.publishers
	if p.add(added) {
		respelled = g.parties.present()
	}
	for _, number := range respelled {
		for _, s := range p.of[number] {
			s.parties = slices.DeleteFunc(s.parties, func(other int) bool { return other == number })
		}
		delete(p.of, number)
		if g.parties.at[number] != rashomon.None {
			p.take(number, g.PartyAt(number).Spellings)
		}
	}
	p.changed = map[int]bool{}
	for _, s := range p.sources {
		g.publish(s)
	}
	for _, d := range added {
		g.sites[d.Document].publisher = p.sources[strings.ToLower(d.Source)].party
	}
}

// add adds documents to their sources, and reports whether one of these is new.
func (p *publishers) add(added []*digest.Digest) bool {
	if p.sources == nil {
		*p = publishers{sources: map[string]*source{}, lengths: map[int]bool{}, of: map[int][]*source{}}
	}
	before := len(p.sources)
	for _, d := range added {
		name := strings.ToLower(d.Source)
		if p.sources[name] == nil {
			p.sources[name], p.lengths[len(name)] = &source{party: rashomon.None}, true
		}
		p.sources[name].documents = append(p.sources[name].documents, d.Document)
	}
	return len(p.sources) > before
}

// take notes the sources that a party is called as.
func (p *publishers) take(number int, spellings []rashomon.Spelling) {
	for i := range spellings {
		form := spellings[i].Form
		if spellings[i].Kind != rashomon.MentionName || isPlain(form) && !p.lengths[len(form)] {
			continue
		}
		if s := p.sources[strings.ToLower(form)]; s != nil && !slices.Contains(s.parties, number) {
			s.parties, p.of[number] = append(s.parties, number), append(p.of[number], s)
		}
	}
}

// publish sets which party a source is, and notes for its documents if it is another one than before.
func (g *Ground) publish(s *source) {
	party := rashomon.None
	for _, number := range s.parties {
		if party == rashomon.None || g.PartyAt(party).ID < g.PartyAt(number).ID {
			party = number
		}
	}
	if party == s.party {
		return
	}
	g.publishers.changed[s.party], g.publishers.changed[party] = true, true
	delete(g.publishers.changed, rashomon.None)
	s.party = party
	for _, document := range s.documents {
		g.sites[document].publisher = party
		g.changed[document] |= publishedAnew
	}
}

// calledAlike reports whether two states of a party are called the same: as a rule the spellings lie where they lay.
func calledAlike(before, now []rashomon.Spelling) bool {
	same := len(before) == len(now)
	if same && len(now) > 0 && &before[0] != &now[0] {
		same = slices.EqualFunc(before, now, func(a, b rashomon.Spelling) bool { return a.Form == b.Form && a.Kind == b.Kind })
	}
	return same
}

// isPlain reports whether a text is as long in lower case.
func isPlain(text string) bool {
	for i := range len(text) {
		if text[i] >= utf8.RuneSelf {
			return false
		}
	}
	return true
}

// regrouped returns the happenings of whose passages [Ground.Roots] may tell otherwise since documents have other publishers.
func (g *Ground) regrouped() map[int]bool {
	found, looked, hear := map[int]bool{}, map[int]bool{}, map[string]bool{}
	for document, change := range g.changed {
		if change&publishedAnew == 0 {
			continue
		}
		for _, number := range g.sites[document].happenings {
			if number != rashomon.None && !looked[number] {
				looked[number] = true
				found[number] = g.areRegrouped(g.HappeningAt(number).Accounts, document, hear)
			}
		}
	}
	return found
}

// areRegrouped reports whether passages of some documents, of which one has another publisher than before, may go back to others than
// before. Those of one source are one whoever that is: it is told of a passage laid to the party that it was or is, or of one of another
// source that is or was the same. Documents known to hold passages of the former are kept in hear.
func (g *Ground) areRegrouped(documents []string, changed string, hear map[string]bool) bool {
	source := strings.ToLower(g.sites[changed].head.Source)
	return slices.ContainsFunc(documents, func(document string) bool {
		s := g.sites[document]
		if s == nil {
			return false
		}
		hears, known := hear[document]
		if !known {
			hears = slices.ContainsFunc(s.speeches, func(said speech) bool { return g.publishers.changed[g.Party(document, said.holder)] })
			hear[document] = hears
		}
		return hears || strings.ToLower(s.head.Source) != source &&
			(g.changed[document]&publishedAnew != 0 || g.publishers.changed[s.publisher])
	})
}
