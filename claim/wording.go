package claim

import (
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/network"
)

// A Text is a document that has been read, prepared for comparison. It is prepared once, and its wordings may then be
// compared with many others, by several goroutines at once.
type Text struct {
	doc   *rashomon.Document
	words []word // of each token
}

// A Wording is the words of a stretch of a text, as they are compared: a claim, or what an account says of it.
type Wording struct {
	doc   *rashomon.Document
	span  rashomon.Span
	words []word // of each token of the span
}

// A word is a token as comparison sees it.
type word struct {
	form, lemma, tag string    // in lower case; the universal tag
	relation         string    // to its head, without subtype
	head             int       // how far behind it the word stands that it hangs on; 0 where there is none
	row              int32     // of the word vectors, or None
	weight           float64   // how much it tells: 0 for what has no meaning of its own, to 1 for a rare word
	name             bool      // it is part of a name
	mentioned        bool      // it is part of a name of, or a noun for, somebody or something
	place            int       // number in GeoNames of the place whose name it is part of, or 0
	number           *interval // what the figure that it is part of stands for
	classes          []string  // what it does to a claim
}

// An interval is what a figure may stand for.
type interval struct{ low, high float64 }

// longestWording is how many tokens are compared at most. The longest of the 488 sentences of news in GUM's
// development part has 74, so that a headline or any sentence fits, and comparing stays cheap whatever comes.
const longestWording = 100

// NewText prepares a document.
func NewText(doc *rashomon.Document) *Text {
	t := &Text{doc, make([]word, len(doc.Tokens))}
	for i := range t.words {
		t.words[i] = newWord(doc, i)
	}
	t.markMentions()
	t.setNumbers()
	for i := range t.words {
		t.words[i].weigh()
		t.words[i].classes = t.classesAt(i)
	}
	return t
}

// Wording returns the words of a span: as many of its first as one wording may have.
func (t *Text) Wording(span rashomon.Span) *Wording {
	span.End = min(span.End, span.Start+longestWording)
	return &Wording{t.doc, span, t.words[span.Start:span.End]}
}

// Span returns the tokens of the wording.
func (w *Wording) Span() rashomon.Span { return w.span }

// Quote returns the text of a span of the document.
func (w *Wording) Quote(span rashomon.Span) string { return w.doc.QuoteSpan(span) }

// head returns the word that a word hangs on, or None where that is outside of the wording or there is none.
func (w *Wording) head(i int) int {
	if head := i + w.words[i].head; w.words[i].head != 0 && head >= 0 && head < len(w.words) {
		return head
	}
	return rashomon.None
}

// has reports whether a lemma is among the words.
func (w *Wording) has(lemma string) bool {
	return slices.ContainsFunc(w.words, func(x word) bool { return x.lemma == lemma })
}

// spanOf returns a word as a span of the document.
func (w *Wording) spanOf(i int) rashomon.Span {
	return rashomon.Span{Start: w.span.Start + i, End: w.span.Start + i + 1}
}

func newWord(doc *rashomon.Document, i int) word {
	token := doc.Tokens[i]
	w := word{
		form: network.NormalForm(doc.Quote(token.Extent)), lemma: network.NormalForm(token.Lemma), tag: token.UPOS,
		row: rashomon.None,
	}
	if w.tag == "PROPN" || w.lemma == "" {
		w.lemma = w.form
	}
	if token.Relation != "" {
		w.relation, _, _ = strings.Cut(token.Relation, ":")
		w.head = token.Head
	}
	if row, found := vectors().Rows[w.form]; found {
		w.row = row
	}
	return w
}

// contentTags are the tags of words that have a meaning of their own.
var contentTags = []string{"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "SYM", "X"}

// informativeness is how rare a word is, from 0.2 for the commonest to 1 for one that has no vector: the vectors
// stand in the order of how often texts say the word, and by Zipf's law the logarithm of the rank goes with that of the
// frequency.
func informativeness(row int32) float64 {
	if row < 0 {
		return 1
	}
	return math.Log(float64(row)+10) / math.Log(float64(len(vectors().Rows))+10)
}

// weigh says how much a word tells. What is spoken of tells all that it can, whoever it is: it does not hang on how
// often texts speak of one party or of another.
func (w *word) weigh() {
	switch {
	case w.isParty():
		w.weight = 1
	case slices.Contains(contentTags, w.tag):
		w.weight = informativeness(w.row)
	}
}

// isParty reports whether a word speaks of somebody or something, by a name or by a noun.
func (w *word) isParty() bool { return w.mentioned || w.name || w.tag == "PROPN" }

// nominalTags are the tags of the words in a mention that tell who or what it is.
var nominalTags = []string{"NOUN", "PROPN", "ADJ"}

// markMentions marks the words by which the text speaks of somebody or something.
func (t *Text) markMentions() {
	for _, m := range t.doc.Mentions {
		for i := m.Span.Start; i < m.Span.End; i++ {
			w := &t.words[i]
			if m.Kind == rashomon.MentionName {
				w.name, w.place = true, placeOf(t.doc.Entities[m.Entity])
			}
			w.mentioned = w.mentioned || m.Kind != rashomon.MentionPronoun && slices.Contains(nominalTags, w.tag)
		}
	}
}

// placeOf returns the number of the place that an entity is, or 0.
func placeOf(e rashomon.Entity) int {
	if e.Location == nil {
		return 0
	}
	return e.Location.GeoNames
}

// classesAt returns the classes of a word, and of the phrases that begin with it.
func (t *Text) classesAt(i int) []string {
	classes := known().classesOf(t.words[i].lemma, t.words[i].tag)
	for _, phrase := range known().phrases[t.words[i].lemma] {
		if t.has(i, phrase.words) {
			classes = append(classes, phrase.class)
		}
	}
	return classes
}

// has reports whether a phrase stands at a word.
func (t *Text) has(at int, phrase []string) bool {
	if at+len(phrase) > len(t.words) {
		return false
	}
	for i, lemma := range phrase {
		if t.words[at+i].lemma != lemma {
			return false
		}
	}
	return true
}

// setNumbers gives the words of figures what the figures stand for.
func (t *Text) setNumbers() {
	for _, q := range t.doc.Quantities {
		value := boundsOf(q)
		for i := q.Span.Start; i < q.Span.End; i++ {
			if w := &t.words[i]; value != nil && (w.tag == "NUM" || strings.ContainsAny(w.form, "0123456789")) {
				w.number = value
			}
		}
	}
}

// boundsOf returns between what a figure lies, or nil where it has no bounds.
func boundsOf(q rashomon.Quantity) *interval {
	if q.Low == nil && q.High == nil {
		return nil
	}
	bounds := &interval{math.Inf(-1), math.Inf(1)}
	if q.Low != nil {
		bounds.low = *q.Low
	}
	if q.High != nil {
		bounds.high = *q.High
	}
	return bounds
}
