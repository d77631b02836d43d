package event

import (
	"strings"

	"rashomon"
)

// A reading is a document on its way through the steps.
type reading struct {
	doc      *rashomon.Document
	tree     *rashomon.Tree
	words    []string // the forms of the tokens, in lower case
	mentions []int    // of each token: the longest mention that it heads, or None
	inName   []bool   // of each token: it is part of a name
	timed    []bool   // of each token: it is part of a time
	headline []bool   // of each token: it stands in a headline
	figured  []bool   // of each token: it is part of a figure, with what hedges it: "at least 12"
	senses   []chosen // of each token, once it was asked for
	depth    int      // how deep one sense is looked for within another
	drafts   []draft

	doers    map[int][]int   // of nouns that speak of deeds: whose they are, once it was asked for
	lemmas   map[string]bool // all of the text, once they were asked for
	country  int             // that the text is about, an entity, or None
	places   []int           // the tokens that head names of places behind a preposition of place, in order
	times    []int           // of each token: the time that it is part of, or None
	frames   []int           // of each time: that which dates what is told behind it
	counting map[int][]int   // of the heads of drafts: the quantities that tell how many
}

func newReading(doc *rashomon.Document) *reading {
	n := len(doc.Tokens)
	r := &reading{
		doc: doc, tree: doc.Tree(), words: make([]string, n), mentions: make([]int, n), inName: make([]bool, n),
		timed: make([]bool, n), senses: make([]chosen, n), times: make([]int, n),
		doers: map[int][]int{}, figured: make([]bool, n), headline: make([]bool, n),
	}
	for i, token := range doc.Tokens {
		r.words[i], r.mentions[i], r.times[i] = strings.ToLower(doc.Quote(token.Extent)), rashomon.None, rashomon.None
	}
	for i, mention := range doc.Mentions {
		if at := r.mentions[mention.Head]; at == rashomon.None || doc.Mentions[at].Span.Len() < mention.Span.Len() {
			r.mentions[mention.Head] = i
		}
		if mention.Kind == rashomon.MentionName && doc.Entities[mention.Entity].Type != rashomon.EntityEvent {
			mark(r.inName, mention.Span)
		}
	}
	r.frames = framesOf(doc)
	for i, timex := range doc.Timexes {
		mark(r.timed, timex.Span)
		for t := timex.Span.Start; t < timex.Span.End; t++ {
			r.times[t] = i
		}
	}
	for _, quantity := range doc.Quantities {
		mark(r.figured, quantity.Span)
	}
	r.findHeadlines()
	for i := range doc.Tokens {
		if r.namedAt(i) != rashomon.None {
			r.places = append(r.places, i)
		}
	}
	r.findCountry()
	return r
}

// findHeadlines marks the tokens of headlines, which like the parts are in order.
func (r *reading) findHeadlines() {
	i := 0
	for _, part := range r.doc.Parts {
		for ; i < len(r.headline) && r.doc.Tokens[i].Extent.Start < part.Extent.End; i++ {
			r.headline[i] = part.Kind == rashomon.PartHeadline && r.doc.Tokens[i].Extent.Start >= part.Extent.Start
		}
	}
}

func mark(tokens []bool, span rashomon.Span) {
	for i := span.Start; i < span.End; i++ {
		tokens[i] = true
	}
}

func (r *reading) lemma(i int) string { return strings.ToLower(r.doc.Tokens[i].Lemma) }
