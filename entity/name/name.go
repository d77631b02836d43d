// Package name finds names in sentences: of persons, organizations, groups of people, places, events and other things.
//
//	forms, lists ─ encoder, tagger ─> scores of labels ─ chain ─> names ─ words in them ─> finer types
//
// A small neural network (package network), trained by entity/name/train, scores for every token whether and where it
// stands in a name of a type, and package chain finds the sequence of labels that fits together best. The network is
// told which words stand in lists of names (listed.go): of countries, of known parties, of organizations, of brands,
// of towns, of given and family names. What a token's letters rule out is left out (constraint.go), and what the
// parser takes for a common word is doubted (common.go). Listed parties that the network passed over are added
// (sentence.go), and what it does not know: weapons by their designations (designation.go), addresses and tags
// (address.go), abbreviated states behind a place (state.go), events, diseases, faiths, programs that are known
// everywhere (thing.go), persons behind their titles (title.go), acronyms behind what they stand for (acronym.go). A person and what the person
// is of are taken apart (member.go).
// Words in a name tell finer types: that an airport is a FACILITY and a treaty a WORK (noun.go); a company's name
// goes on to its legal form (legal_form.go), a person's holds its initials (initial.go), a ruler's its number
// (numeral.go), a place's its first word (place_word.go), and a common noun behind a person's or a place's is none of
// it (tail.go). The engine knows no words.
//
// The name of a place may lie in another one ("Bergen" in "University of Bergen"), and that of a person in what is
// named after her or him: a second row of scores tells, and a second chain (inner.go). Else names do not overlap.
// Titles, articles and possessive endings are no part of a name, adjectives of countries are names of the country,
// and a country that acts is a PLACE.
package name

import (
	"fmt"
	"slices"

	"rashomon"
	"rashomon/entity/name/chain"
	"rashomon/network"
)

// A Name is a name in a document.
type Name struct {
	Span   rashomon.Span
	Type   rashomon.EntityType
	Share  float64 // of this name among all that could stand there, by the network, from 0 to 1
	Others []Other // what else it may be, of names that the network found
	Rule   string
	Inner  bool // it lies in the name before it
}

// An Other is another type that a name may have, with its share.
type Other struct {
	Type  rashomon.EntityType
	Share float64
}

// A Recognizer finds names. It is safe for concurrent use.
type Recognizer struct {
	vectors *network.Vectors
	encoder *network.Encoder
	tagger  *network.Tagger
	chain   *chain.Chain
	within  *chain.Chain // of names within names
	types   []rashomon.EntityType
	works   *network.Pool[*work]
}

// New returns a recognizer with a trained network and the word vectors that it was trained with. The error is that of
// files that do not belong together or miss a part.
func New(file *network.File, vectors *network.Vectors) (*Recognizer, error) {
	reader := &network.LayerReader{File: file}
	r := &Recognizer{vectors: vectors, encoder: reader.Encoder(vectors)}
	r.tagger = reader.Tagger(r.encoder)
	if reader.Err != nil {
		return nil, reader.Err
	}
	for _, name := range file.Strings("types") {
		r.types = append(r.types, rashomon.EntityType(name))
	}
	pairs, innerPairs := file.Float32("pairs"), file.Float32("inner pairs")
	if err := r.fit(len(pairs), len(innerPairs)); err != nil {
		return nil, err
	}
	r.chain, r.within = chain.New(len(r.types), pairs), chain.New(len(r.types), innerPairs)
	r.chain.Prepare()
	r.within.Prepare()
	r.works = network.NewPool(func() *work { return &work{network: r.encoder.NewWork()} })
	return r, nil
}

// fit verifies that the parts of the model belong together.
func (r *Recognizer) fit(pairs, innerPairs int) error {
	kinds := len(r.types)
	if kinds == 0 || 2*chain.Labels(kinds) != r.tagger.Labels() || chain.Pairs(kinds) != pairs || pairs != innerPairs {
		return fmt.Errorf("%d types do not belong to %d labels, %d and %d pairs", kinds, r.tagger.Labels(), pairs, innerPairs)
	}
	if got, want := r.encoder.Categories(), Categories(); !slices.Equal(got, want) {
		return fmt.Errorf("the network knows categories of %v values, the lists have %v", got, want)
	}
	return nil
}

// Find returns the names of a document that has sentences and tokens, in the order of the text, those within a name
// behind it. Parts of speech help, but need not be known; trees are not asked for.
func (r *Recognizer) Find(doc *rashomon.Document) []Name {
	w := r.works.Take()
	defer r.works.GiveBack(w)
	var names []Name
	for blocks := range network.Chunks(doc) {
		r.score(w, doc, blocks)
		for _, b := range blocks {
			s := r.sentence(w, doc.Tokens[b.Start:b.End], b.Start-blocks[0].Start)
			names = s.appendNames(names, b.Start)
		}
	}
	return names
}

// score runs the network over the blocks of a chunk.
func (r *Recognizer) score(w *work, doc *rashomon.Document, blocks []network.Block) {
	w.forms, w.categories, w.sequences = w.forms[:0], w.categories[:0], w.sequences[:0]
	for _, b := range blocks {
		first := len(w.forms)
		w.forms = appendForms(w.forms, doc, rashomon.Span{Start: b.Start, End: b.End})
		w.categories = AppendCategories(w.categories, w.forms[first:])
		w.sequences = append(w.sequences, network.Sequence{First: first, Length: b.End - b.Start})
	}
	encoding := r.encoder.Encode(w.network, w.forms, w.categories, w.sequences)
	both, labels := network.Resize(&w.both, len(w.forms)*r.tagger.Labels()), chain.Labels(len(r.types))
	r.tagger.Score(w.network, both, encoding)
	w.scores, w.innerScores = w.scores[:0], w.innerScores[:0]
	for row := range slices.Chunk(both, 2*labels) {
		w.scores, w.innerScores = append(w.scores, row[:labels]...), append(w.innerScores, row[labels:]...)
	}
	r.forbid(w.scores, w.forms)
	r.doubtCommon(w.scores, doc.Tokens[blocks[0].Start:blocks[len(blocks)-1].End], w.forms)
}

func appendForms(forms []string, doc *rashomon.Document, span rashomon.Span) []string {
	for _, token := range doc.Tokens[span.Start:span.End] {
		forms = append(forms, doc.Quote(token.Extent))
	}
	return forms
}

// appendNames adds the names of a sentence, of which the first token is token first of the document.
func (s sentence) appendNames(names []Name, first int) []Name {
	s.work.found = s.listed(withInitials(s.ofNetwork(s.work.found[:0]), s.forms))
	last := 0
	for i, n := range s.work.found {
		n.withPlaceWord(s.forms, last)
		s.complete(&n, s.nextName(i))
		last = n.Span.End
		n.refine(s.forms[n.Span.Start:n.Span.End])
		from := len(names)
		names = s.addInner(append(names, n))
		for k := range names[from:] {
			span := &names[from+k].Span
			span.Start, span.End = span.Start+first, span.End+first
		}
	}
	return names
}

// listed adds the names that the network passed over, and puts those in the place of its own that need no weighing.
func (s sentence) listed(names []Name) []Name {
	names = withThings(withStates(s.ofLists(names), s.forms), s.forms)
	names = addressed(designated(names, s.forms), s.forms)
	return s.withMembers(s.withProper(withAcronyms(s.withBracketed(s.withCompanies(s.withTitled(s.withNumbered(names)))), s.forms)))
}

// complete gives a name that was cut short its end, and takes off what is no name. The next one begins at a token.
func (s sentence) complete(n *Name, next int) {
	n.withLegalForm(s.forms[:next])
	n.withSurname(s.tokens[:next], s.forms[:next])
	n.withNumeral(s.tokens[:next], s.forms[:next])
	n.withoutTail(s.tokens, s.forms)
}
