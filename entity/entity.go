// Package entity finds who and what a document speaks of: persons, organisations, groups, places, weapons and so on, every
// mention of each by name, by a noun or by a pronoun, and which mentions speak of the same one.
//
//	names       entity/name finds them; titles and what holds them at a distance are told apart   name.go
//	nationals   adjectives of countries, and their people                                         national.go
//	nominals    common nouns that name a party, a place, a weapon, a document ...                 nominal.go
//	pronouns    with what each can stand for                                                      pronoun.go
//	joining     a sieve for each reason why two mentions are of one entity, the surest first      sieve.go
//	codes       the country and the sectors of each entity                                        coding.go
//
// The sieves follow Lee and others 2013 ("Deterministic coreference resolution based on entity-centric, precision-ranked
// rules", Computational Linguistics 39): a sieve joins clusters, not mentions, and later ones see what earlier ones did.
// Every merge keeps its reason. What a noun names and which words are pronouns stands in data files.
package entity

import (
	"cmp"
	"slices"

	"rashomon"
	"rashomon/entity/name"
)

// A Finder finds entities. It is safe for concurrent use.
type Finder struct {
	names *name.Recognizer
}

// New returns a finder that takes its names from a recogniser.
func New(names *name.Recognizer) *Finder { return &Finder{names: names} }

// Find returns the entities and mentions of a document that has sentences, tags and trees. Times and quantities, where the
// document has them already, are no entities: a name within a time ("May") is left out. Mentions stand in the order of the
// text, the longer of two that begin together first; entities in the order of their first mentions.
func (f *Finder) Find(doc *rashomon.Document) ([]rashomon.Entity, []rashomon.Mention) {
	return find(doc, f.names.Find(doc))
}

func find(doc *rashomon.Document, names []name.Name) ([]rashomon.Entity, []rashomon.Mention) {
	r := newReading(doc)
	r.addNames(names)
	r.addNationals()
	r.addNominals()
	r.addPronouns()
	slices.SortStableFunc(r.drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.Span.Start, b.Span.Start), cmp.Compare(b.Span.End, a.Span.End))
	})
	c := newClusters(r)
	for _, s := range sieves {
		s(c)
	}
	return c.entities()
}

// A reading is a document on its way through the steps.
type reading struct {
	doc    *rashomon.Document
	tree   *rashomon.Tree
	drafts []draft
	named  []bool // of each token: it is part of a name
	titled []bool // of each token: it is part of the title of a name
	timed  []bool // of each token: it is part of a time
	counts []bool // of each token: it is part of a figure
	taken  map[rashomon.Span]bool

	countries map[string]int // how often each is named, by code
}

func newReading(doc *rashomon.Document) *reading {
	r := &reading{doc: doc, tree: doc.Tree(), taken: map[rashomon.Span]bool{}, countries: map[string]int{}}
	for _, marks := range []*[]bool{&r.named, &r.titled, &r.timed, &r.counts} {
		*marks = make([]bool, len(doc.Tokens))
	}
	for _, timex := range doc.Timexes {
		mark(r.timed, timex.Span)
	}
	for _, quantity := range doc.Quantities {
		mark(r.counts, quantity.Span)
	}
	return r
}

func mark(tokens []bool, span rashomon.Span) {
	for i := span.Start; i < span.End; i++ {
		tokens[i] = true
	}
}

// add takes a draft, unless there is one of the same span already.
func (r *reading) add(d draft) {
	if d.Span.Empty() || r.taken[d.Span] {
		return
	}
	r.taken[d.Span] = true
	if d.Kind == rashomon.MentionName {
		mark(r.named, d.Span)
	}
	r.drafts = append(r.drafts, d)
}
