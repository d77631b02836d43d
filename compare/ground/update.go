package ground

import (
	"slices"

	"rashomon"
	"rashomon/digest"
)

// Update adds digests, and puts the links of all documents in the place of those before. It must not be called while the
// ground is used. What was drawn of documents for which nothing has changed stays.
func (g *Ground) Update(added []*digest.Digest, links rashomon.Links) {
	before := g.Links
	g.Links, g.changed = links, map[string]bool{}
	added = slices.SortedFunc(slices.Values(added), byDocument)
	g.Digests = append(slices.Clip(g.Digests), added...)
	slices.SortFunc(g.Digests, byDocument)
	for _, d := range added {
		g.sites[d.Document], g.changed[d.Document] = newSite(d), true
	}
	parties, happenings := g.number(before)
	g.setEchoes()
	g.setPublishers()
	g.relate(added, parties, happenings)
	g.walk = g.newWalk()
	g.setHostilities()
	for document := range g.changed {
		g.sites[document].drawn.clear()
	}
}

// Settle drops what nothing but [Ground.Update] needs, which must not be called any more.
func (g *Ground) Settle() {
	g.having = nil
	for _, s := range g.sites {
		s.words = nil
	}
	g.parties.entries, g.happenings.entries = nil, nil
}

// Changed reports whether anything that the ground tells of a document has changed with the last update: its links, the
// documents that it is related to, or whom its parties fight.
func (g *Ground) Changed(document string) bool { return g.changed[document] }

// Touched reports whether a document or one that is related to it has changed with the last update.
func (g *Ground) Touched(document string) bool {
	return g.changed[document] || slices.ContainsFunc(g.sites[document].neighbours, g.Changed)
}

// ChangedHappening reports whether a happening is of other events than before the last update, or one of its accounts has
// changed.
func (g *Ground) ChangedHappening(h rashomon.Happening) bool {
	number := g.Happening(h.Events[0].Document, h.Events[0].Index)
	return number == rashomon.None || g.happenings.entries[number].changed || slices.ContainsFunc(h.Accounts, g.Changed)
}

// number gives parties and happenings numbers, and returns those that are of other documents than before.
func (g *Ground) number(before rashomon.Links) (parties, happenings [][2][]string) {
	known := make([]*rashomon.Party, len(g.parties.entries)) // as they were before
	for i, at := range g.parties.at {
		if at != rashomon.None {
			known[i] = &before.Parties[at]
		}
	}
	told := slices.Clone(g.happenings.entries)
	all := make([]linked, len(g.Links.Parties))
	for i := range all {
		all[i] = linked{g.Links.Parties[i].ID, g.Links.Parties[i].Entities}
	}
	parties = g.parties.update(all, func(e rashomon.Element) int { return g.Party(e.Document, e.Index) })
	all = make([]linked, len(g.Links.Happenings))
	for i := range all {
		all[i] = linked{g.Links.Happenings[i].ID, g.Links.Happenings[i].Events}
	}
	happenings = g.happenings.update(all, func(e rashomon.Element) int { return g.Happening(e.Document, e.Index) })
	partiesOf := g.parties.of(func(s *site) int { return len(s.parties) })
	g.take(partiesOf, func(s *site) *[]int { return &s.parties }, func(number int) bool {
		return number < len(known) && known[number] != nil && !alike(known[number], g.PartyAt(number))
	})
	happeningsOf := g.happenings.of(func(s *site) int { return len(s.happenings) })
	// a happening is another with another id, and where several told of it that one tells of now, or the other way
	g.take(happeningsOf, func(s *site) *[]int { return &s.happenings }, func(number int) bool {
		now := &g.happenings.entries[number]
		return number < len(told) && (told[number].id != now.id || (len(told[number].documents) > 1) != (len(now.documents) > 1))
	})
	return parties, happenings
}

// take takes over numbers of documents, of the party of each entity or of the happening of each event, in the place of their own.
// Renamed reports whether a number stands for what is another to comparisons than before.
func (g *Ground) take(of map[string][]int, own func(*site) *[]int, renamed func(number int) bool) {
	for document, s := range g.sites {
		known := own(s)
		if !slices.Equal(*known, of[document]) || anyOf(*known, renamed) {
			g.changed[document] = true
		}
		*known = of[document]
	}
}

func anyOf(numbers []int, is func(number int) bool) bool {
	return slices.ContainsFunc(numbers, func(number int) bool { return number != rashomon.None && is(number) })
}

// alike reports whether comparisons see no difference between two states of a party, besides what it is of.
func alike(a, b *rashomon.Party) bool { return a.ID == b.ID && a.Name == b.Name && a.Type == b.Type }
