package rashomon

import (
	"sort"
	"strings"
	"unicode"
)

// A Document is one text as published, with what has been found in it. See the package comment for who fills what.
type Document struct {
	ID      string   `json:"id"`     // see [Original.ID]
	SHA256  string   `json:"sha256"` // of the original's bytes
	Name    string   `json:"name"`   // of the original
	Details []Detail `json:"details,omitempty"`
	Text    string   `json:"text"` // valid UTF-8, never changed
	Parts   []Part   `json:"parts,omitempty"`

	Reading string `json:"reading,omitempty"` // version of the reader that filled what follows; empty before it has

	Sentences  []Sentence  `json:"sentences,omitempty"`
	Tokens     []Token     `json:"tokens,omitempty"`
	Entities   []Entity    `json:"entities,omitempty"`
	Mentions   []Mention   `json:"mentions,omitempty"`
	Timexes    []Timex     `json:"timexes,omitempty"`
	Quantities []Quantity  `json:"quantities,omitempty"`
	Statements []Statement `json:"statements,omitempty"`
	Events     []Event     `json:"events,omitempty"`
	Labels     []Label     `json:"labels,omitempty"`

	LoadedWords []LoadedWord `json:"loaded_words,omitempty"`
	Stances     []Stance     `json:"stances,omitempty"`

	// Written are the days on which a document that does not tell its day of publication may have been written, as far as
	// Evidence leaves them: no day of publication. Both are empty where nothing was deduced.
	Written  []Days     `json:"written,omitempty"`
	Evidence []Evidence `json:"evidence,omitempty"`
}

// Quote returns the text of an extent.
func (d *Document) Quote(e Extent) string { return d.Text[e.Start:e.End] }

// Extent returns the bytes that a span of tokens covers, from the first token's start to the last one's end.
func (d *Document) Extent(s Span) Extent {
	if s.Empty() {
		return Extent{}
	}
	return Extent{Start: d.Tokens[s.Start].Extent.Start, End: d.Tokens[s.End-1].Extent.End}
}

// QuoteSpan returns the text of a span of tokens.
func (d *Document) QuoteSpan(s Span) string { return d.Quote(d.Extent(s)) }

// Span returns the tokens that lie wholly within an extent.
func (d *Document) Span(e Extent) Span {
	start := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Extent.Start >= e.Start })
	end := sort.Search(len(d.Tokens), func(i int) bool { return d.Tokens[i].Extent.End > e.End })
	return Span{Start: start, End: max(start, end)}
}

// SentenceOf returns the index of the sentence that holds a token.
func (d *Document) SentenceOf(token int) int {
	return sort.Search(len(d.Sentences), func(i int) bool { return d.Sentences[i].Span.End > token })
}

// PartOf returns the index of the part that holds a byte of the text, or None between parts.
func (d *Document) PartOf(offset int) int {
	i := sort.Search(len(d.Parts), func(i int) bool { return d.Parts[i].Extent.End > offset })
	if i == len(d.Parts) || offset < d.Parts[i].Extent.Start {
		return None
	}
	return i
}

// Words counts the tokens with a letter or a digit: 0 where the document was not read.
func (d *Document) Words() int {
	words := 0
	for _, token := range d.Tokens {
		if d.isWord(token) {
			words++
		}
	}
	return words
}

func (d *Document) isWord(token Token) bool {
	return strings.IndexFunc(d.Quote(token.Extent), isWordRune) >= 0
}

func isWordRune(r rune) bool { return unicode.IsLetter(r) || unicode.IsNumber(r) }
