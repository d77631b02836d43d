// Package attribution finds on whose word a document tells what it tells: every statement, thought or intention that the
// text lays to somebody other than its author, with the source, the cue and the content.
//
//	quotations   what stands in quotation marks, over sentences and paragraphs         quotation.go
//	cues         verbs, nouns, adjectives; adverbs and fixed phrases; credits          verb.go, noun.go, adjective.go, phrase.go, credit.go
//	insertions   "..., the mayor said, ...", told by their borders                     insertion.go
//	contents     what stands with a cue in the tree, by construction, and how far      complement.go, clause.go, object.go, passive.go,
//	             it reaches                                                            content.go, raise.go
//	sources      whose word it is, in the words of the text                            source.go
//	speakers     which cue a quotation belongs to; those that have none                speaker.go, lone.go
//	holders      which entity of the document the source is, and what kind of source   holder.go
//	nesting      which statement stands within which                                   nesting.go
//
// The constructions are those of English grammar on dependency trees; which words stand in them, and what they mean, is in
// data files (lexicon.go). What counts as an attribution, and how far each part reaches, follows PolNeAR (Newell, Margolin
// and Ruths, LREC 2018) and PARC 3.0 (Pareti, LREC 2016).
package attribution

import (
	"cmp"
	"slices"

	"rashomon"
)

// Find returns the statements of a document that has sentences, tags, trees and entities, in the order of the text. What no
// statement covers is in the author's own voice.
func Find(doc *rashomon.Document) []rashomon.Statement {
	if len(doc.Tokens) == 0 {
		return nil
	}
	r := newReading(doc)
	for i := range doc.Tokens {
		r.addVerb(i)
		r.addNoun(i)
		r.addAdjective(i)
		r.addPhrase(i)
		r.addAdverb(i)
		r.addSurvey(i)
	}
	for i := range doc.Sentences {
		r.addCredit(i)
	}
	r.sort()
	r.giveQuotations()
	r.sort()
	r.sorted = len(r.drafts)
	r.takeOutPhrases()
	r.trimContents()
	r.nest()
	r.keepReports()
	r.nest()
	return r.statements()
}

// A draft is a statement on its way through the steps.
type draft struct {
	source   rashomon.Span
	speaker  int // the token that heads the source, or None
	cue      rashomon.Span
	head     int           // the token that heads the cue, or that a cue would stand at
	content  spans         // may be empty until quotations are given
	verbatim bool          // a block of somebody's words without marks
	clausal  bool          // the content is a clause or a quotation
	outside  rashomon.Span // the whole phrase of one, which is no part of any content around it
	within   int           // index of the draft that this one stands within, or None
	entry
}

// A reading is a document on its way through the steps.
type reading struct {
	doc        *rashomon.Document
	tree       *rashomon.Tree
	words      []string // the forms of the tokens, in lower case
	quotations []quotation
	quoted     []int       // of each token: the innermost quotation that holds it, or None
	mentions   []int       // of each token: the longest mention that it heads, or None
	timed      []bool      // of each token: it is part of a time
	spokenOf   []bool      // of each entity: the author's own words speak of it by a name or a noun
	named      []bool      // of each entity: it has a name
	speakers   map[int]int // of verbs in insertions: who speaks
	drafts     []draft
	sorted     int      // how many of the drafts are in the order of their cues
	counts     []counts // before each token, and behind the last
}

// sort puts the drafts in the order of the text.
func (r *reading) sort() {
	slices.SortStableFunc(r.drafts, func(a, b draft) int {
		return cmp.Or(cmp.Compare(a.head, b.head), cmp.Compare(a.cue.Start, b.cue.Start))
	})
}

func (r *reading) statements() []rashomon.Statement {
	if len(r.drafts) == 0 {
		return nil
	}
	out := make([]rashomon.Statement, len(r.drafts))
	for i, d := range r.drafts {
		out[i] = rashomon.Statement{
			Within: d.within, Source: d.source, Cue: d.cue, Content: d.content, Kind: r.draftKind(d), Type: d.typ, Act: d.act,
			Rule: d.rule,
		}
		r.setHolder(out, i)
	}
	return out
}

// trimContents takes cue, source and punctuation out of the contents, and leaves out drafts that then have none.
func (r *reading) trimContents() {
	kept := r.drafts[:0]
	for _, d := range r.drafts {
		if q := r.quoted[d.head]; q != rashomon.None { // what stands in quotation marks speaks of nothing outside
			d.content = d.content.within(r.quotations[q].span)
		}
		d.content = r.closed(d.content)
		if d.content = r.trimAll(d.content.without(d.cue).without(d.source)); len(d.content) > 0 && !r.isOwnVoice(d) {
			kept = append(kept, d)
		}
	}
	r.drafts = kept
}
