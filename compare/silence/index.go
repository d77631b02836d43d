package silence

import (
	"slices"
	"sync"

	"rashomon"
	"rashomon/compare/ground"
)

// An Index keeps what was asked of documents, so that no more is asked when documents come than what they touch.
type Index struct {
	mu       sync.RWMutex
	accounts map[string]*account
	reports  map[rashomon.Element]*report // of happenings of many accounts
}

// NewIndex returns an index that was asked nothing.
func NewIndex() *Index {
	return &Index{accounts: map[string]*account{}, reports: map[rashomon.Element]*report{}}
}

// A change is what may be told otherwise of a happening than before.
type change struct {
	whole     bool     // all
	documents []string // which of them are silent; one may stand twice
}

// On returns the silences of a ground, which must be the same each time.
func (x *Index) On(g *ground.Ground) *Silences {
	s := &Silences{g: g, index: x, changes: map[int]*change{}}
	before := map[string]*account{}
	for _, d := range g.Digests {
		if known := x.accounts[d.Document]; known != nil && g.Relinked(d.Document) {
			before[d.Document], x.accounts[d.Document] = known, known.linkedTo(g, d.Document)
		}
		if g.Reechoed(d.Document) {
			s.hearAll(d.Document)
		}
	}
	for _, pair := range g.Rerelated() {
		s.hear(pair[0], pair[1])
		s.hear(pair[1], pair[0])
	}
	for document, was := range before {
		s.compare(document, was, before)
	}
	return s
}

// compare notes what may be told otherwise since an account was another before: of what it tells itself, to whom it was done and whose
// word it is; of what those tell that are related to it, whether it is silent on that, and they on what it tells.
func (s *Silences) compare(document string, was *account, before map[string]*account) {
	is := s.index.accounts[document]
	if !slices.Equal(was.people, is.people) {
		s.hearAll(document)
	}
	isOther := !slices.Equal(was.parties, is.parties) || !slices.Equal(was.own, is.own)
	if !isOther && slices.Equal(was.happenings, is.happenings) {
		return
	}
	for _, other := range s.g.Neighbours([]string{document}) {
		now, earlier := s.index.accounts[other], before[other]
		if earlier == nil {
			earlier = now
		}
		switch {
		case now == nil || was.tellsStoryOf(earlier) != is.tellsStoryOf(now):
			s.hear(document, other)
			s.hear(other, document)
		case isOther:
			s.hear(document, other)
		}
	}
}

// hear notes that one document may be silent, or not any more, on what another one tells.
func (s *Silences) hear(document, teller string) {
	for _, happening := range s.g.Happenings(teller) {
		c := s.change(happening)
		c.documents = append(c.documents, document)
	}
}

// hearAll notes that it is to be asked anew who is silent on what a document tells.
func (s *Silences) hearAll(teller string) {
	for _, happening := range s.g.Happenings(teller) {
		s.change(happening).whole = true
	}
}

func (s *Silences) change(happening int) *change {
	if s.changes[happening] == nil {
		s.changes[happening] = &change{}
	}
	return s.changes[happening]
}

// Overheard reports whether other documents than before the last update of the ground may be silent on a happening, given by its
// number.
func (s *Silences) Overheard(happening int) bool {
	return s.g.Revised(happening) || s.changes[happening] != nil
}

// Again returns what [Silences.Of] does of a happening, given with its number, on which some documents were silent before the last update
// of the ground. It asks those alone that may be no more, or since.
func (s *Silences) Again(happening rashomon.Happening, number int, before []string) []string {
	c := s.changes[number]
	if s.g.Revised(number) || c == nil || c.whole {
		return s.Of(happening)
	}
	slices.Sort(c.documents)
	asked := slices.Compact(c.documents)
	kept := slices.DeleteFunc(slices.Clone(before), func(document string) bool {
		_, isAsked := slices.BinarySearch(asked, document)
		return isAsked
	})
	near := slices.DeleteFunc(slices.Clone(asked), func(document string) bool {
		return !slices.ContainsFunc(happening.Accounts, func(teller string) bool { return s.g.AreRelated(document, teller) })
	})
	silent := append(kept, s.among(near, happening)...)
	if len(silent) == 0 {
		return nil
	}
	slices.Sort(silent)
	return silent
}

func (x *Index) account(s *Silences, document string) *account {
	x.mu.RLock()
	known := x.accounts[document]
	x.mu.RUnlock()
	if known == nil {
		known = newAccount(s.g, s.g.Digest(document))
		x.mu.Lock()
		x.accounts[document] = known
		x.mu.Unlock()
	}
	return known
}

// report returns what an event tells of a happening, which may be of many accounts.
func (s *Silences) report(element rashomon.Element, many bool) *report {
	x := s.index
	if x == nil || !many {
		return newReport(s.g.Event(element))
	}
	x.mu.RLock()
	known := x.reports[element]
	x.mu.RUnlock()
	if known == nil {
		known = newReport(s.g.Event(element))
		x.mu.Lock()
		x.reports[element] = known
		x.mu.Unlock()
	}
	return known
}
