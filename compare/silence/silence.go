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
type Silences struct{ g *ground.Ground }

// New returns the silences of a ground.
func New(g *ground.Ground) *Silences { return &Silences{g} }

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
	return ground.Draw(s.g, drawn, document, func(d *digest.Digest) *account { return newAccount(s.g, d) })
}

func (s *Silences) wording(document string) *wording {
	return ground.Draw(s.g, wordsOf, document, func(d *digest.Digest) *wording { return newWording(s.g, d) })
}

// Of returns the documents that could have told of a happening and do not, sorted. Such a document
//   - was published on a later day than that on which the happening was first told, and not before it happened; a
//     document without a date of publication is never called silent, nor is any while no account of the happening has
//     one;
//   - tells of the same story as an account of it: several other happenings or named parties are of both;
//   - is no correction, which puts right what it names and tells nothing else;
//   - has no word that may be one of the happening: see [wording.mayTell].
func (s *Silences) Of(happening rashomon.Happening) []string {
	h := s.told(happening)
	first := s.firstTold(happening.Accounts)
	if first == "" || !s.weighs(h) {
		return nil
	}
	var silent []string
	for _, document := range s.g.Neighbours(happening.Accounts) {
		a := s.account(document)
		couldKnow := a.day > first && h.hasBegun(a.day) && !slices.Contains(happening.Accounts, document)
		if couldKnow && !a.corrects && s.sameStory(a, h) && !s.wording(document).mayTell(h, a, s.g.Digest(document)) {
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
	for _, document := range h.Accounts {
		teller := s.account(document)
		happenings := shared(a.happenings, teller.happenings)
		if happenings > 0 && happenings+shared(a.parties, teller.parties) >= sharedOfStory {
			return true
		}
	}
	return false
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
