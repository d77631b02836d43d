package ground

import (
	"maps"
	"slices"

	"rashomon"
	"rashomon/concurrent"
	"rashomon/digest"
)

// Update adds digests, and puts the links of all documents in the place of those before. It must not be called while the
// ground is used. What was drawn of documents for which nothing has changed stays.
func (g *Ground) Update(added []*digest.Digest, links rashomon.Links) {
	before := g.Links
	g.Links, g.changed, g.rerelated = links, map[string]change{}, nil
	added = slices.SortedFunc(slices.Values(added), byDocument)
	g.Digests = append(slices.Clip(g.Digests), added...)
	slices.SortFunc(g.Digests, byDocument)
	sites := make([]*site, len(added))
	concurrent.Each(len(added), func() func(int) {
		return func(i int) { sites[i] = newSite(added[i]) }
	})
	for i, d := range added {
		g.sites[d.Document], g.changed[d.Document] = sites[i], linkedAnew
	}
	parties, happenings, respelled := g.number(before)
	g.setEchoes()
	g.setPublishers(added, respelled)
	g.relate(added, parties, happenings)
	g.setWalk(added)
	g.setHostilities()
	for document := range g.changed {
		if g.Changed(document) {
			g.sites[document].drawn.clear()
		}
	}
	g.findTouched()
}

// A change is what has changed for a document with an update.
type change uint8

const (
	linkedAnew    change = 1 << iota // it is new, one of its entities or events is of another party or happening, or it tells alone of one, or no more
	echoedAnew                       // what it echoes
	relatedAnew                      // the documents that it is related to
	renamed                          // ids, names or types of its parties, or whom these fight
	publishedAnew                    // who published it, of which Roots alone tells
)

// Settle drops what nothing but [Ground.Update] needs, which must not be called any more.
func (g *Ground) Settle() {
	g.having, g.publishers = nil, publishers{}
	for _, s := range g.sites {
		s.words = nil
	}
	for _, r := range [...]*register{g.parties, g.happenings} {
		r.entries, r.numbers, r.changed = nil, nil, nil
	}
}

// Settled returns the ground as it is, settled, which later updates of this one do not change. Nothing that was drawn is in it.
func (g *Ground) Settled() *Ground {
	sites := make(map[string]*site, len(g.sites))
	for document, s := range g.sites {
		sites[document] = &site{
			head: s.head, triggers: s.triggers, counting: s.counting, sentences: s.sentences, speeches: s.speeches, attacks: s.attacks,
			parties: slices.Clone(s.parties), happenings: slices.Clone(s.happenings), neighbours: slices.Clone(s.neighbours),
			echoed: s.echoed, publisher: s.publisher,
		}
	}
	settled := &Ground{
		Digests: slices.Clone(g.Digests), Links: g.Links, sites: sites, parties: newRegister(sites), happenings: newRegister(sites),
		hostilities: g.hostilities, fighting: g.fighting, walk: g.walk,
	}
	settled.parties.at, settled.happenings.at = slices.Clone(g.parties.at), slices.Clone(g.happenings.at)
	return settled
}

// Changed reports whether what the ground tells of a document has changed with the last update: its links, what it echoes, or whom its
// parties fight, but neither the documents that it is related to nor who published it.
func (g *Ground) Changed(document string) bool {
	return g.changed[document]&(linkedAnew|echoedAnew|renamed) != 0
}

// Republished reports whether a document has another publisher than before the last update, so that [Ground.Roots] may tell otherwise
// of its passages.
func (g *Ground) Republished(document string) bool { return g.changed[document]&publishedAnew != 0 }

// Relinked reports whether an entity or event of a document is of another party or happening than before the last update, or one of its
// happenings is no more told by it alone, or is since.
func (g *Ground) Relinked(document string) bool { return g.changed[document]&linkedAnew != 0 }

// Reechoed reports whether a document echoes something else than before the last update, or what it echoes goes back to another.
func (g *Ground) Reechoed(document string) bool { return g.changed[document]&echoedAnew != 0 }

// Regrouped reports whether a document is related to other documents than before the last update.
func (g *Ground) Regrouped(document string) bool { return g.changed[document]&relatedAnew != 0 }

// Rerelated returns the pairs of documents that are related since the last update, or no more.
func (g *Ground) Rerelated() [][2]string { return g.rerelated }

// Touched reports whether a document or one that is related to it has changed with the last update, or which these are.
func (g *Ground) Touched(document string) bool { return g.touched[document] }

// Reread does what Touched does where it does not matter what documents echo.
func (g *Ground) Reread(document string) bool { return g.reread[document] }

// findTouched finds what the documents that have changed touch.
func (g *Ground) findTouched() {
	g.touched = make(map[string]bool, len(g.changed))
	g.retold = g.regrouped()
	g.rerooted = maps.Clone(g.retold)
	g.reread = map[string]bool{}
	for document, change := range g.changed {
		if change&relatedAnew != 0 {
			g.touched[document], g.reread[document] = true, true
		}
		if !g.Changed(document) {
			continue
		}
		s := g.sites[document]
		addAll(g.retold, s.happenings)
		for _, near := range append(s.neighbours[:len(s.neighbours):len(s.neighbours)], document) {
			g.touched[near] = true
			g.reread[near] = g.reread[near] || change&(linkedAnew|renamed) != 0
		}
	}
	for _, number := range g.happenings.changed {
		g.retold[number] = true
	}
}

func addAll(set map[int]bool, numbers []int) {
	for _, number := range numbers {
		set[number] = true
	}
}

// Retold reports whether a happening, given by its number, is of other events than before the last update, or one of its accounts
// has changed.
func (g *Ground) Retold(happening int) bool { return g.retold[happening] }

// Revised reports whether a happening, given by its number, is of other events than before the last update, or its passages may go back
// to others since its accounts have other publishers.
func (g *Ground) Revised(happening int) bool {
	return g.happenings.entries[happening].changed || g.rerooted[happening]
}

// number gives parties and happenings numbers, and returns the documents of those that are of other elements than before, and the parties
// that are, or are called otherwise.
func (g *Ground) number(before rashomon.Links) (parties, happenings [][2][]string, respelled []int) {
	now := g.Links
	partyAt := func(i int) linked { return linked{now.Parties[i].ID, now.Parties[i].Entities} }
	happeningAt := func(i int) linked { return linked{now.Happenings[i].ID, now.Happenings[i].Events} }
	if len(g.parties.entries)+len(g.happenings.entries) == 0 {
		g.parties.fill(len(now.Parties), partyAt)
		g.happenings.fill(len(now.Happenings), happeningAt)
		g.parties.number(func(s *site) []int { return s.parties })
		g.happenings.number(func(s *site) []int { return s.happenings })
		return nil, nil, g.parties.present()
	}
	owner := func(e rashomon.Element) int { return g.Party(e.Document, e.Index) }
	renamed := func(was, is int) bool {
		return was != rashomon.None && (is == rashomon.None || !alike(&before.Parties[was], &now.Parties[is]))
	}
	revised := g.parties.update(len(now.Parties), partyAt, owner, func(was, is int) {
		if !calledAlike(before.Parties[was].Spellings, now.Parties[is].Spellings) {
			respelled = append(respelled, int(g.parties.numbers[is]))
		}
		if renamed(was, is) {
			g.rename(g.parties.entries[g.parties.numbers[is]].documents)
		}
	})
	for _, r := range revised {
		respelled = append(respelled, r.number)
		if renamed(r.was, r.is) {
			g.rename(r.before.documents)
		}
	}
	parties = g.take(g.parties, revised, func(s *site) []int { return s.parties })
	owner = func(e rashomon.Element) int { return g.Happening(e.Document, e.Index) }
	revised = g.happenings.update(len(now.Happenings), happeningAt, owner, func(was, is int) {})
	for _, r := range revised {
		now := &g.happenings.entries[r.number]
		// a happening is another where several told of it that one tells of now, or the other way
		if (len(r.before.documents) > 1) != (len(now.documents) > 1) {
			g.mark(r.before.documents, linkedAnew)
		}
	}
	return parties, g.take(g.happenings, revised, func(s *site) []int { return s.happenings }), respelled
}

func (g *Ground) rename(documents []string) { g.mark(documents, renamed) }

func (g *Ground) mark(documents []string, as change) {
	for _, document := range documents {
		g.changed[document] |= as
	}
}

// take puts the numbers of revised entries in the place of those that documents had for their elements, and returns the documents of
// each, before and now.
func (g *Ground) take(r *register, revised []revision, own func(*site) []int) [][2][]string {
	changes, before := make([][2][]string, len(revised)), map[string][]int{}
	for i, revision := range revised {
		changes[i] = [2][]string{revision.before.documents, r.entries[revision.number].documents}
		for _, document := range slices.Concat(changes[i][:]...) {
			if before[document] == nil {
				before[document] = slices.Clone(own(g.sites[document]))
			}
		}
	}
	for _, revision := range revised {
		for _, e := range revision.before.elements {
			if place := r.placeOf(e, own); place != nil && *place == revision.number {
				*place = rashomon.None
			}
		}
	}
	for _, revision := range revised {
		r.numberOne(revision.number, own)
	}
	for document, known := range before {
		if !slices.Equal(known, own(g.sites[document])) {
			g.changed[document] |= linkedAnew
		}
	}
	return changes
}

// alike reports whether comparisons see no difference between two states of a party, besides what it is of.
func alike(a, b *rashomon.Party) bool { return a.ID == b.ID && a.Name == b.Name && a.Type == b.Type }
