package claim

import (
	"iter"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/network"
)

// A Passage is a stretch of a document that is compared with others: a claim, or what an account says of it. It is
// prepared once and may then be compared with many, by several goroutines at once.
type Passage struct {
	doc   *rashomon.Document
	span  rashomon.Span
	words []word // of each token of the span
}

// A word is a token as comparison sees it.
type word struct {
	form, lemma, tag string    // in lower case; the universal tag
	relation         string    // to its head, without subtype
	head             int       // the word that it hangs on, or None where that is outside or there is none
	row              int32     // of the word vectors, or None
	weight           float64   // how much it tells: 0 for what has no meaning of its own, to 1 for a rare word
	name             bool      // it is part of a name
	mentioned        bool      // it is part of a name of, or a noun for, somebody or something
	number           *interval // what the figure that it is part of stands for
	classes          []string  // what it does to a claim
}

// An interval is what a figure may stand for.
type interval struct{ low, high float64 }

// longestPassage is how many tokens are compared at most. Of a hundred sentences of news one has more than 60; with 100
// a headline, or a sentence and its neighbours, fit, and comparing stays cheap whatever comes.
const longestPassage = 100

// NewPassage prepares a span of a document that has been read: as much of it as one passage may have.
func NewPassage(doc *rashomon.Document, span rashomon.Span) *Passage {
	span.End = min(span.End, span.Start+longestPassage)
	p := &Passage{doc, span, make([]word, span.Len())}
	for i := range p.words {
		p.words[i] = newWord(doc, span, i)
	}
	p.markMentions()
	p.setNumbers()
	p.weigh()
	p.classify()
	return p
}

// Span returns the tokens of the passage.
func (p *Passage) Span() rashomon.Span { return p.span }

func newWord(doc *rashomon.Document, span rashomon.Span, i int) word {
	token := doc.Tokens[span.Start+i]
	w := word{
		form: network.NormalForm(doc.Quote(token.Extent)), lemma: network.NormalForm(token.Lemma), tag: token.UPOS,
		head: rashomon.None, row: rashomon.None,
	}
	if w.tag == "PROPN" || w.lemma == "" {
		w.lemma = w.form
	}
	w.relation, _, _ = strings.Cut(token.Relation, ":")
	if head := i + token.Head; token.Head != 0 && w.relation != "" && head >= 0 && head < span.Len() {
		w.head = head
	}
	if row, found := vectors().Rows[w.form]; found {
		w.row = row
	}
	return w
}

// contentTags are the tags of words that have a meaning of their own.
var contentTags = []string{"NOUN", "PROPN", "VERB", "ADJ", "ADV", "NUM", "INTJ", "SYM", "X"}

// informativeness is how rare a word is, from about 0.3 for the commonest to 1 for one that has no vector: the vectors
// stand in the order of how often texts say the word, and by Zipf's law the logarithm of the rank goes with that of the
// frequency.
func informativeness(row int32) float64 {
	if row < 0 {
		return 1
	}
	return math.Log(float64(row)+10) / math.Log(float64(len(vectors().Rows))+10)
}

// weigh says how much each word tells. What is spoken of tells all that it can, whoever it is: it does not hang on how
// often texts speak of one party or of another.
func (p *Passage) weigh() {
	for i := range p.words {
		switch w := &p.words[i]; {
		case w.mentioned:
			w.weight = 1
		case slices.Contains(contentTags, w.tag):
			w.weight = informativeness(w.row)
		}
	}
}

// nominalTags are the tags of the words in a mention that tell who or what it is.
var nominalTags = []string{"NOUN", "PROPN", "ADJ"}

// markMentions marks the words by which the text speaks of somebody or something.
func (p *Passage) markMentions() {
	for _, m := range p.doc.Mentions {
		for i := range p.within(m.Span) {
			w := &p.words[i]
			w.name = w.name || m.Kind == rashomon.MentionName
			w.mentioned = w.mentioned || m.Kind != rashomon.MentionPronoun && slices.Contains(nominalTags, w.tag)
		}
	}
}

// within yields the words of the passage that a span of the document holds.
func (p *Passage) within(span rashomon.Span) iter.Seq[int] {
	return func(yield func(int) bool) {
		for i := max(span.Start, p.span.Start); i < min(span.End, p.span.End); i++ {
			if !yield(i - p.span.Start) {
				return
			}
		}
	}
}

// classify gives every word its classes; those of a phrase stand at its first word.
func (p *Passage) classify() {
	for i := range p.words {
		w := &p.words[i]
		w.classes = known().classesOf(w.lemma, w.tag)
		for _, phrase := range known().phrases[w.lemma] {
			if p.has(i, phrase.words) {
				w.classes = append(w.classes[:len(w.classes):len(w.classes)], phrase.class)
			}
		}
	}
}

// has reports whether a phrase stands at a word.
func (p *Passage) has(at int, phrase []string) bool {
	if at+len(phrase) > len(p.words) {
		return false
	}
	for i, lemma := range phrase {
		if p.words[at+i].lemma != lemma {
			return false
		}
	}
	return true
}

// setNumbers gives the words of figures what the figures stand for.
func (p *Passage) setNumbers() {
	for _, q := range p.doc.Quantities {
		if q.Low == nil && q.High == nil {
			continue
		}
		value := &interval{math.Inf(-1), math.Inf(1)}
		if q.Low != nil {
			value.low = *q.Low
		}
		if q.High != nil {
			value.high = *q.High
		}
		for i := range p.within(q.Span) {
			if w := &p.words[i]; w.tag == "NUM" || strings.ContainsAny(w.form, "0123456789") {
				w.number = value
			}
		}
	}
}

// spanOf returns a word as a span of the document.
func (p *Passage) spanOf(word int) rashomon.Span {
	return rashomon.Span{Start: p.span.Start + word, End: p.span.Start + word + 1}
}
