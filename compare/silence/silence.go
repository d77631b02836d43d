// Package silence tells which accounts could have told of a happening and do not. It holds an account to little: to
// what weighs, was told before it, belongs to what it tells of, and of which it has no word.
package silence

import (
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Silences answers for the happenings of one ground.
type Silences struct {
	g       *ground.Ground
	index   *Index          // nil where nothing is kept
	changes map[int]*change // of happenings, by their numbers
}

// New returns the silences of a ground, which keep nothing.
func New(g *ground.Ground) *Silences { return &Silences{g: g} }

// The kinds of what silence draws of documents.
const (
	drawn   = "silence"
	wordsOf = "silence words"
)

// DropWords drops what takes room of what was drawn to answer.
func (s *Silences) DropWords() { s.g.Forget(wordsOf) }

// Done drops what was drawn to answer, which nobody else asks for.
func (s *Silences) Done() {
	s.g.Forget(drawn)
	s.DropWords()
}

func (s *Silences) account(document string) *account {
	if s.index != nil {
		return s.index.account(s, document)
	}
	return ground.Draw(s.g, drawn, document, func(d *digest.Digest) *account { return newAccount(s.g, d) })
}

func (s *Silences) wording(document string) *wording {
	return ground.Draw(s.g, wordsOf, document, func(d *digest.Digest) *wording { return newWording(s.account(document), d) })
}

// Of returns the documents that could have told of a happening and do not, sorted. Such a document
//   - was published on a later day than that on which the happening was first told, and not before it happened; a
//     document without a date of publication is never called silent, nor is any while no account of the happening has
//     one;
//   - tells of the same story as an account of it: several other happenings or named parties are of both;
//   - is no correction, which puts right what it names and tells nothing else;
//   - has no word that may be one of the happening: see [wording.mayTell].
func (s *Silences) Of(happening rashomon.Happening) []string {
	return s.among(s.g.Neighbours(happening.Accounts), happening)
}

// among returns those of some documents that could have told of a happening and do not.
func (s *Silences) among(documents []string, happening rashomon.Happening) []string {
	first := s.firstTold(happening.Accounts)
	if first == "" {
		return nil
	}
	h := s.told(happening)
	if !s.weighs(h) {
		return nil
	}
	var silent []string
	for _, document := range documents {
		a := s.account(document)
		couldKnow := a.day > first && h.hasBegun(a.day) && !slices.Contains(happening.Accounts, document)
		if couldKnow && !a.corrects && s.sameStory(a, h) && !s.wording(document).mayTell(h, a) {
			silent = append(silent, document)
		}
	}
	return silent
}

// firstTold returns the earliest day on which one of some accounts was published, or "".
func (s *Silences) firstTold(accounts []string) string {
	var first string
	for _, document := range accounts {
		if day := s.account(document).day; day != "" && (first == "" || day < first) {
			first = day
		}
	}
	return first
}

// sharedOfStory is how many happenings and named parties two accounts have in common that tell of the same story.
const sharedOfStory = 3

// sameStory reports whether an account tells of the same story as one of those that tell of a happening.
func (s *Silences) sameStory(a *account, h *telling) bool {
	if len(h.Accounts) >= manyAccounts {
		return s.companyOf(h).tellsStoryOf(a)
	}
	for _, document := range h.Accounts {
		if a.tellsStoryOf(s.account(document)) {
			return true
		}
	}
	return false
}

func (a *account) tellsStoryOf(b *account) bool {
	happenings := shared(a.happenings, b.happenings)
	return happenings > 0 && happenings+shared(a.parties, b.parties) >= sharedOfStory
}

// shared counts what two sorted lists have in common.
func shared(a, b []int) int {
	n := 0
	for _, element := range a {
		if _, found := slices.BinarySearch(b, element); found {
			n++
		}
	}
	return n
}
