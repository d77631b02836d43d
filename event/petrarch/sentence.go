package petrarch

import (
	"rashomon"
)

// A word is what is compared of a token. "Barad-dur" has two, a hyphen that is a token of its own none.
type word struct {
	text  string
	token int
}

// A sentence is one sentence of a document while it is coded.
type sentence struct {
	dictionary *Dictionary
	options    Options
	doc        *rashomon.Document
	tree       *rashomon.Tree
	span       rashomon.Span
	date       day
	words      []word
	first      []int // of each token from span.Start on, its first word; one more at the end
	dropped    []bool
	hits       []hit
	mentions   []mention
}

// newSentence takes a sentence apart into words.
func (d *Dictionary) newSentence(
	doc *rashomon.Document, tree *rashomon.Tree, span rashomon.Span, options Options,
) *sentence {
	s := &sentence{
		dictionary: d, options: options, doc: doc, tree: tree, span: span, date: publicationDay(doc.Published()),
	}
	for i := span.Start; i < span.End; i++ {
		s.first = append(s.first, len(s.words))
		for _, text := range split(doc.Quote(doc.Tokens[i].Extent)) {
			s.words = append(s.words, word{text, i})
		}
	}
	s.first = append(s.first, len(s.words))
	return s
}

// wordOf returns the first word at or after a token.
func (s *sentence) wordOf(token int) int { return s.first[token-s.span.Start] }

func (s *sentence) tokens(start, end int) rashomon.Span {
	return rashomon.Span{Start: s.words[start].token, End: s.words[end-1].token + 1}
}

// head returns the token that a span of tokens hangs by: the first one whose own head lies outside.
func (s *sentence) head(span rashomon.Span) int {
	for i := span.Start; i < span.End; i++ {
		if head := s.tree.Head(i); head == rashomon.None || head < span.Start || head >= span.End {
			if s.doc.Tokens[i].UPOS != "PUNCT" && !s.tree.Is(i, "case") && !s.tree.Is(i, "det") {
				return i
			}
		}
	}
	return span.End - 1
}

// is reports whether a token hangs by one of some relations.
func (s *sentence) is(token int, relations ...string) bool {
	for _, relation := range relations {
		if s.tree.Is(token, relation) {
			return true
		}
	}
	return false
}

// isVerb reports whether a token may be coded as a verb.
func (s *sentence) isVerb(token int) bool {
	upos := s.doc.Tokens[token].UPOS
	return upos == "VERB" || upos == "AUX"
}

// text returns the text of a token as it is compared.
func (s *sentence) text(token int) string { return normal(s.doc.Quote(s.doc.Tokens[token].Extent)) }

// hasCase reports whether a nominal stands behind one of some prepositions, in capitals.
func (s *sentence) hasCase(token int, prepositions ...string) bool {
	for child := range s.tree.Dependents(token) {
		if !s.is(child, "case") {
			continue
		}
		for _, preposition := range prepositions {
			if s.text(child) == preposition {
				return true
			}
		}
	}
	return false
}
