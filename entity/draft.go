package entity

import (
	"strings"

	"rashomon"
	"rashomon/entity/code"
)

// A draft is a mention before it is known what else speaks of the same.
type draft struct {
	rashomon.Mention
	kind   rashomon.EntityType // "" for a pronoun that may be anything
	number number
	gender gender
	person int    // of a pronoun: 1, 2 or 3
	role   string // of a pronoun: personal, possessive, reflexive, relative, place

	words      []string   // of a name: folded, without title
	lemma      string     // of a nominal: of its head noun
	definite   bool       // of a nominal: it speaks of something known: "the", "this", "their"
	negated    bool       // of a nominal: there is none: "no soldiers"
	adjectives []string   // of a nominal: lemmas of what modifies its head, but for numbers and determiners
	sense      *code.Noun // of a nominal: the noun that it stands for in its other sense, which has no codes
	key        string     // two names with the same key are one: set where knowledge tells what a name means
}

// A number tells one from several.
type number int

const (
	anyNumber number = iota
	singular
	plural
)

// A gender is that of the pronouns that may stand for somebody.
type gender int

const (
	anyGender gender = iota
	feminine
	masculine
)

// agrees reports whether two numbers, or two genders, can be of one thing: zero is any.
func agrees[T ~int](a, b T) bool { return a == 0 || b == 0 || a == b }

// form returns a token as it stands in the text.
func (r *reading) form(i int) string { return r.doc.Quote(r.doc.Tokens[i].Extent) }

// lower returns a token in lower case.
func (r *reading) lower(i int) string { return strings.ToLower(r.form(i)) }

// lemma returns the lemma of a token in lower case, or its form where it has none.
func (r *reading) lemma(i int) string {
	if lemma := r.doc.Tokens[i].Lemma; lemma != "" {
		return strings.ToLower(lemma)
	}
	return r.lower(i)
}

// forms returns the tokens of a span as they stand.
func (r *reading) forms(s rashomon.Span) []string {
	forms := make([]string, 0, s.Len())
	for i := s.Start; i < s.End; i++ {
		forms = append(forms, r.form(i))
	}
	return forms
}

// sentence returns the span of the sentence of a token.
func (r *reading) sentence(i int) rashomon.Span { return r.doc.Sentences[r.doc.SentenceOf(i)].Span }
