package prediction

import (
	"cmp"
	"slices"
	"sort"
	"strings"
	"weak"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A telling is a clause that tells what came, or did not come.
type telling struct {
	d      *digest.Digest
	clause int
	gist   gist
	when   string // the day that it tells of, or that its document was published on; "" where neither is known
	dated  bool   // it names the day itself
	lasts  bool   // it tells how things are by now: "has not altered", "is still held"
}

// An account is what one document tells, found by what it is of. It keeps keys alone, for tellings are drawn again faster
// than those of ten thousand documents are kept.
type account struct {
	g        *ground.Ground
	document string
	scanned  weak.Pointer[scan] // what scan returned
	read     *scans
	foretold []foretelling
	keys     []key // sorted
	parties  []int // that the document names, sorted
}

// A key leads from what is told to the clause that tells it.
type key struct {
	by     by
	word   string
	clause int
}

// By is what leads to a clause.
type by uint8

const (
	byDeed    by = iota // the stem of its verb, or of what takes place
	byScale             // a scale that it stands on
	byNoun              // the noun of its subject or object
	byDay               // the day that it names
	byUnmoved           // nothing but that it tells that things are as they were; it has no word
	byNone              // nothing but that it denies; it has no word
)

func compareKeys(a, b key) int {
	return cmp.Or(strings.Compare(a.word, b.word), cmp.Compare(a.by, b.by), cmp.Compare(a.clause, b.clause))
}

func ordinal(yes bool) int {
	if yes {
		return 1
	}
	return 0
}

// readAccount reads a document for what it foretells and tells.
func readAccount(g *ground.Ground, d *digest.Digest, read *scans) *account {
	a := &account{g: g, document: d.Document, read: read}
	s := a.scan()
	a.foretold = s.foretold()
	open := a.openClauses()
	for i := range s.d.Clauses {
		negated, told := s.told(i)
		if !told || open[i] {
			continue
		}
		said := gistOf(g, s, i)
		said.negated = negated
		for _, scale := range sortedScales(said.mark()) {
			a.keys = append(a.keys, key{byScale, scale, i})
		}
		if core := said.core(); core != "" && !inClass("slight", core) {
			a.keys = append(a.keys, key{byDeed, stem(core), i})
		}
		if said.taking != "" {
			a.keys = append(a.keys, key{byDeed, stem(said.taking), i})
		}
		a.keys = append(a.keys, s.further(i, said)...)
	}
	slices.SortFunc(a.keys, compareKeys)
	a.keys = slices.Clip(slices.Compact(a.keys))
	for i, entity := range s.d.Entities {
		if party := g.Party(s.d.Document, i); party != rashomon.None && nameOf(entity) != "" {
			a.parties = append(a.parties, party)
		}
	}
	slices.Sort(a.parties)
	a.parties = slices.Clip(slices.Compact(a.parties))
	return a
}

// scan returns the document as it is read for what it foretells and tells: again, where nobody has it any more.
func (a *account) scan() *scan {
	if s := a.scanned.Value(); s != nil {
		return s
	}
	s := newScan(a.g.Digest(a.document))
	a.scanned = weak.Make(s)
	a.read.keep(s)
	return s
}

// scans are the documents that were read last: more than a story has.
type scans struct {
	kept [128]*scan
	next int
}

func (s *scans) keep(read *scan) {
	s.kept[s.next] = read
	s.next = (s.next + 1) % len(s.kept)
}

// isNear reports whether two accounts are of the same story and place, so that what touches everybody is the same for both:
// they name the same person or organisation, or two places, for a country alone is in too many stories.
func (a *account) isNear(other *account) bool {
	places := 0
	for _, party := range a.parties {
		if _, found := slices.BinarySearch(other.parties, party); !found {
			continue
		}
		if a.g.PartyAt(party).Type != rashomon.EntityPlace {
			return true
		}
		places++
	}
	return places > 1 || a == other
}

// openClauses returns of each clause whether it stands in what is foretold.
func (a *account) openClauses() []bool {
	s := a.scan()
	d := s.d
	open := make([]bool, len(d.Clauses))
	for _, f := range a.foretold {
		for i := s.first[d.Clauses[f.clause].Sentence]; i < len(open) && d.Clauses[i].Head.Start < f.extent.End; i++ {
			open[i] = open[i] || f.extent.Contains(d.Clauses[i].Head)
		}
	}
	return open
}

// telling draws what a clause tells.
func (a *account) telling(i int) *telling {
	s := a.scan()
	t := &telling{d: s.d, clause: i, gist: gistOf(a.g, s, i), lasts: s.lasts(i)}
	t.gist.negated, _ = s.told(i)
	t.when, t.dated = s.when(i)
	return t
}

// nominalOf returns the events of a happening that nouns tell of with a time, where they are said to be so or not.
func (a *account) nominalOf(happening int) []int {
	var events []int
	if happening == rashomon.None {
		return nil
	}
	d := a.g.Digest(a.document)
	for i, e := range d.Events {
		if !e.Verbal && e.Time != rashomon.None && d.Timexes[e.Time].Sentence == e.Sentence && d.Timexes[e.Time].To != "" &&
			(e.Status == rashomon.StatusActual || e.Status == rashomon.StatusDenied) &&
			a.g.Happening(d.Document, i) == happening {
			events = append(events, i)
		}
	}
	return events
}

// of returns the clauses that tell of something, in the order of the text.
func (a *account) of(by by, word string) []int {
	var clauses []int
	at, _ := slices.BinarySearchFunc(a.keys, key{by, word, 0}, compareKeys)
	for ; at < len(a.keys) && a.keys[at].by == by && a.keys[at].word == word; at++ {
		clauses = append(clauses, a.keys[at].clause)
	}
	return clauses
}

// told reports whether a clause tells what came, and whether that it did not come.
func (s *scan) told(i int) (negated, told bool) {
	c := &s.d.Clauses[i]
	if !s.isProse(c.Sentence) || c.Modal != "" || s.isCondition(c) || s.isQuestion(c.Sentence) ||
		inClass("not told", c.Predicate) && s.infinitiveBelow(i) != rashomon.None ||
		c.Mark == "to" && (strings.HasPrefix(c.Predicate, "be ") || strings.HasPrefix(c.Relation, "acl")) {
		return false, false
	}
	negated = c.Negated
	if c.Event != rashomon.None {
		switch s.d.Events[c.Event].Status {
		case rashomon.StatusDenied:
			negated = true
		case rashomon.StatusActual:
		default:
			return false, false
		}
	}
	switch {
	case c.Tense == digest.TensePast && c.Perfect && !(negated && s.sinceThen(c)):
		return false, false // what had come before
	case inClass("not told", c.Predicate) && (c.Tense == digest.TenseNone || strings.HasPrefix(c.Relation, "acl")):
		return false, false // "the march, announced for Sunday"
	case c.Tense != digest.TenseNone:
		return negated, true
	case c.Above == rashomon.None || c.Relation == "root":
		return false, false
	}
	turned, told := s.carrier(c.Above)
	return negated != turned, told
}

// sinceThen reports whether a clause tells how things had been from some time on: "no train had left since dawn".
func (s *scan) sinceThen(c *digest.Clause) bool {
	return slices.ContainsFunc(c.Roles, func(r digest.Role) bool { return r.Preposition == "since" || r.Head == "since" })
}

// carrier reports whether what hangs on a clause is told as what came, and whether the clause says that it did not: "was
// prevented from meeting", "refused to leave".
func (s *scan) carrier(i int) (turned, told bool) {
	c := &s.d.Clauses[i]
	words := append(predicateWords(c.Predicate), c.Terms...)
	switch prevents := slices.ContainsFunc(words, func(w string) bool { return inClass("preventing", w) }); {
	case c.Modal != "" || inClass("not told", c.Predicate):
		return false, false
	case prevents:
		return !c.Negated, true
	}
	return c.Negated, true
}

// when returns the day that a clause tells of, and whether it names the day itself.
func (s *scan) when(i int) (when string, dated bool) {
	for _, role := range s.d.Clauses[i].Roles {
		if role.Timex != rashomon.None && role.Preposition != "than" && role.Preposition != "since" {
			if from := s.d.Timexes[role.Timex].From; from != "" && day(from) <= day(s.d.Published) {
				return day(s.d.Timexes[role.Timex].To), true
			}
		}
	}
	if at := s.dayIn(s.d.Clauses[i].Extent); at != rashomon.None && s.wordBefore(s.d.Timexes[at].Extent) == "on" {
		if t := &s.d.Timexes[at]; t.From != "" && day(t.From) <= day(s.d.Published) {
			return day(t.To), true // which hangs on a name in front of it: "in Port Moresby on Thursday"
		}
	}
	return day(s.d.Published), false
}

// lasts reports whether a clause tells how things are by the time of its document.
func (s *scan) lasts(i int) bool {
	c := &s.d.Clauses[i]
	return c.Tense == digest.TensePresent || slices.Contains(c.Adverbs, "never") || slices.Contains(c.Adverbs, "still")
}

// timexAt returns the first time expression that begins at or behind a byte of the text.
func (s *scan) timexAt(offset int) int {
	return sort.Search(len(s.d.Timexes), func(i int) bool { return s.d.Timexes[i].Extent.Start >= offset })
}

// dayIn returns the first time expression of a day or a longer time that lies in an extent, or None.
func (s *scan) dayIn(extent rashomon.Extent) int {
	for i := s.timexAt(extent.Start); i < len(s.d.Timexes) && s.d.Timexes[i].Extent.Start < extent.End; i++ {
		t := &s.d.Timexes[i]
		if t.Type == rashomon.TimexDate && extent.Contains(t.Extent) && t.Value != "PRESENT_REF" && t.Value != "PAST_REF" {
			return i
		}
	}
	return rashomon.None
}
