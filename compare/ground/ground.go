// Package ground is what comparing stands on: the digests and their links, with the ways from one to the other. It is
// made once, or brought up to date when documents come, and read by every comparison.
package ground

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/digest"
)

// A Ground is linked digests. Nothing but [Ground.Update] changes it.
type Ground struct {
	Digests []*digest.Digest // sorted by document
	Links   rashomon.Links

	sites       map[string]*site
	parties     *register
	happenings  *register
	having      map[string][]string // documents that have each rare word
	hostilities map[[2]int]bool
	fighting    map[int]bool // parties of hostilities
	changed     map[string]change
	touched     map[string]bool // see Touched
	reread      map[string]bool // see Reread
	rerelated   [][2]string     // see Rerelated
	retold      map[int]bool    // see Retold
	rerooted    map[int]bool    // happenings whose accounts have other publishers, as far as it matters
	recent      digest.Recent
	walk        []string // see Walk
	publishers  publishers
}

// A site is what the ground knows of a document.
type site struct {
	head       *digest.Digest    // as it was given, it may be folded
	triggers   []rashomon.Extent // of each event
	counting   []int32           // events that count something, or in whose sentence a figure stands
	sentences  []rashomon.Extent
	speeches   []speech
	attacks    [][2]int // entities of which the one attacks the other
	parties    []int    // of each entity: the number of its party, or None
	happenings []int    // of each event: the number of its happening, or None
	words      []string
	neighbours []string // related documents, sorted
	echoed     []echoed
	publisher  int // number of the party that published it, or None
	drawn      drawn
}

// New returns the ground of digests and their links.
func New(digests []*digest.Digest, links rashomon.Links) *Ground {
	sites := map[string]*site{}
	g := &Ground{sites: sites, parties: newRegister(sites), happenings: newRegister(sites), having: map[string][]string{}}
	g.Update(digests, links)
	return g
}

// newSite returns what the ground knows of a document by itself.
func newSite(d *digest.Digest) *site {
	whole := d.Whole()
	s := &site{head: d, words: rareWords(whole), attacks: attacks(whole), speeches: speeches(whole), publisher: rashomon.None}
	s.parties = slices.Repeat([]int{rashomon.None}, len(whole.Entities))
	s.happenings = slices.Repeat([]int{rashomon.None}, len(whole.Events))
	figured := map[int]bool{}
	for i := range whole.Quantities {
		figured[whole.Quantities[i].Sentence] = true
	}
	for i := range whole.Events {
		s.triggers = append(s.triggers, whole.Events[i].Extent)
		if len(whole.Events[i].Quantities) > 0 || figured[whole.Events[i].Sentence] {
			s.counting = append(s.counting, int32(i))
		}
	}
	for i := range whole.Sentences {
		s.sentences = append(s.sentences, whole.Sentences[i].Extent)
	}
	return s
}

// Head returns what a document says of itself, and its text, or nil: the digest as it was given, which may be folded.
func (g *Ground) Head(document string) *digest.Digest {
	if s := g.sites[document]; s != nil {
		return s.head
	}
	return nil
}

// Digest returns the digest of a document as a whole, or nil. Who keeps it keeps it in memory; two calls may return two copies: see
// [digest.Digest.Is].
func (g *Ground) Digest(document string) *digest.Digest {
	if s := g.sites[document]; s != nil {
		return g.recent.Whole(s.head)
	}
	return nil
}

// Party returns the number of the party that an entity of a document is, or None. A party keeps its number when
// documents come, even where it gets another id: see [Ground.PartyAt].
func (g *Ground) Party(document string, entity int) int {
	if s := g.sites[document]; s != nil && entity >= 0 && entity < len(s.parties) {
		return s.parties[entity]
	}
	return rashomon.None
}

// PartyAt returns the party of a number.
func (g *Ground) PartyAt(number int) *rashomon.Party {
	return &g.Links.Parties[g.parties.at[number]]
}

// Happening returns the number of the happening that an event of a document is of, or None. A happening keeps its number
// as a party does: see [Ground.HappeningAt].
func (g *Ground) Happening(document string, event int) int {
	if s := g.sites[document]; s != nil && event >= 0 && event < len(s.happenings) {
		return s.happenings[event]
	}
	return rashomon.None
}

// Happenings returns of each event of a document the number of its happening, or None. It must not be changed, and holds until the
// next update.
func (g *Ground) Happenings(document string) []int { return g.sites[document].happenings }

// Parties returns of each entity of a document the number of its party, or None, as [Ground.Happenings] does of its events.
func (g *Ground) Parties(document string) []int { return g.sites[document].parties }

// HappeningAt returns the happening of a number.
func (g *Ground) HappeningAt(number int) *rashomon.Happening {
	return &g.Links.Happenings[g.happenings.at[number]]
}

// HappeningID returns the id of the happening of a number, or "" for None. It changes where one of other events comes first: who keeps
// what is told of it keeps its number.
func (g *Ground) HappeningID(number int) string {
	if number == rashomon.None {
		return ""
	}
	return g.HappeningAt(number).ID
}

// Common returns the id of the first happening that two passages both tell of, in the order of the triggers in the first, or "".
func (g *Ground) Common(a, b rashomon.Passage) string {
	s, other := g.sites[a.Document], g.sites[b.Document]
	for i, trigger := range s.triggers {
		if h := s.happenings[i]; h != rashomon.None && a.Extent.Contains(trigger) && other.tells(b.Extent, h) {
			return g.HappeningAt(h).ID
		}
	}
	return ""
}

// tells reports whether a stretch of a document tells of a happening.
func (s *site) tells(e rashomon.Extent, happening int) bool {
	for i, number := range s.happenings {
		if number == happening && e.Contains(s.triggers[i]) {
			return true
		}
	}
	return false
}

// Sentence returns the sentence that a passage begins in, or the passage.
func (g *Ground) Sentence(p rashomon.Passage) rashomon.Passage {
	if at := g.SentenceAt(p); at != rashomon.None {
		if sentence := g.sites[p.Document].sentences[at]; sentence.Start <= p.Extent.Start && p.Extent.Start < sentence.End {
			return rashomon.Passage{Document: p.Document, Extent: sentence}
		}
	}
	return p
}

// SentenceAt returns the index of the sentence that a passage begins in, else of the next or last one, or None where there is none.
func (g *Ground) SentenceAt(p rashomon.Passage) int {
	sentences := g.sites[p.Document].sentences
	i, _ := slices.BinarySearchFunc(sentences, p.Extent.Start+1, func(sentence rashomon.Extent, end int) int {
		return cmp.Compare(sentence.End, end)
	})
	return min(i, len(sentences)-1) // of none -1
}

// Counts reports whether an event counts something, or a figure stands in its sentence.
func (g *Ground) Counts(e rashomon.Element) bool {
	_, counts := slices.BinarySearch(g.sites[e.Document].counting, int32(e.Index))
	return counts
}

// Event returns the digest and the event of an element.
func (g *Ground) Event(e rashomon.Element) (*digest.Digest, *digest.Event) {
	d := g.Digest(e.Document)
	return d, &d.Events[e.Index]
}

// byDocument sorts digests.
func byDocument(a, b *digest.Digest) int { return cmp.Compare(a.Document, b.Document) }
