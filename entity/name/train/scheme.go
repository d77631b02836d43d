package main

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
	"rashomon/entity/code"
	"rashomon/entity/name/chain"
)

// types are the types that the data teach.
var types = []rashomon.EntityType{
	rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPlace,
	rashomon.EntityEvent, rashomon.EntityOther,
}

func numberOf(kind rashomon.EntityType) int { return slices.Index(types, kind) }

// A scheme is what a set of texts marks. What it leaves out is not known there: a word that may be of such a name is
// not taught to be outside.
type scheme struct {
	file  string
	open  []rashomon.EntityType // not marked
	times int                   // that each of its sentences is learned in an epoch
	nests bool                  // names within names are marked, and a treebank in ud/train has the heads
}

// schemes are the sets that the networks learn from. Universal NER marks persons, organizations and places alone; it is
// the smaller set, five times.
var schemes = []scheme{
	{file: "gum-train.jsonl", times: 1, nests: true},
	{file: "uner-ewt-dev.jsonl", times: 2, open: []rashomon.EntityType{
		rashomon.EntityGroup, rashomon.EntityEvent, rashomon.EntityOther,
	}},
}

// A sentence is the words of a sentence and, for each, the set of labels that it may have.
type sentence struct {
	forms []string
	labels
	names  []occurrence
	within []occurrence // names within others
	times  int          // that it is learned in an epoch
}

// An occurrence is a name in the tokens of a sentence, the outermost of those within each other.
type occurrence struct {
	start, end int
	kind       int
}

// sentences returns the sentences of texts with what their scheme teaches of them.
func (s scheme) sentences(texts []text) []sentence {
	var sentences []sentence
	for _, t := range texts {
		for _, span := range t.doc.Sentences {
			sentences = append(sentences, s.sentence(t, t.doc.Tokens[span.Span.Start:span.Span.End]))
		}
	}
	return sentences
}

func (s scheme) sentence(t text, tokens []rashomon.Token) sentence {
	sent := sentence{times: s.times}
	for _, token := range tokens {
		sent.forms = append(sent.forms, t.doc.Quote(token.Extent))
		if t.heads != nil {
			sent.heads = append(sent.heads, t.heads[token.Extent.Start])
		}
	}
	sent.names, sent.within = sent.nested(tokens, t.names)
	s.allow(&sent)
	if s.nests {
		sent.allowInner()
	}
	return sent
}

// nested returns the marked names of a sentence's tokens that lie in no other, in order, and those that do.
func (s sentence) nested(tokens []rashomon.Token, marks []mark) (names, within []occurrence) {
	for _, m := range marks {
		if n, found := s.name(tokens, m); found {
			names = append(names, n)
		}
	}
	slices.SortStableFunc(names, func(a, b occurrence) int {
		return cmp.Or(cmp.Compare(a.start, b.start), cmp.Compare(b.end, a.end))
	})
	end := 0
	names = slices.DeleteFunc(names, func(n occurrence) bool {
		if n.start < end {
			within = append(within, n)
			return true
		}
		end = n.end
		return false
	})
	return names, within
}

// allowInner fills in the labels that the tokens of names may have as parts of the names within them.
func (sent *sentence) allowInner() {
	for _, n := range sent.names {
		if n.end-n.start < 2 {
			continue
		}
		part := sentence{forms: sent.forms[n.start:n.end]}
		part.allowed = make([]uint64, n.end-n.start)
		for i := range part.allowed {
			part.allowed[i] = 1 << chain.Outside
		}
		end := 0
		for _, m := range sent.within {
			if m.start >= max(n.start, end) && m.end <= n.end && m.end-m.start < n.end-n.start {
				part.put(occurrence{m.start - n.start, m.end - n.start, m.kind}, nil)
				end = m.end
			}
		}
		sent.inner = append(sent.inner, inner{n.start, part.allowed})
	}
}

// name finds the tokens of a mark, without article and possessive ending. A country is a PLACE, also where it acts.
func (s sentence) name(tokens []rashomon.Token, m mark) (occurrence, bool) {
	n := occurrence{start: len(tokens), kind: numberOf(m.kind)}
	for i, token := range tokens {
		if token.Extent.Start < m.extent.End && m.extent.Start < token.Extent.End {
			n.start, n.end = min(n.start, i), i+1
		}
	}
	for n.end-n.start > 1 && isArticle(s.forms[n.start]) {
		n.start++
	}
	for n.end-n.start > 1 && isPossessive(s.forms[n.end-1]) {
		n.end--
	}
	if n.end <= n.start || n.kind < 0 {
		return n, false
	}
	if m.kind == rashomon.EntityOrganization && isCountry(s.forms[n.start:n.end]) {
		n.kind = numberOf(rashomon.EntityPlace)
	}
	return n, true
}

func isArticle(form string) bool {
	return slices.Contains([]string{"the", "a", "an"}, strings.ToLower(form))
}

func isPossessive(form string) bool { return slices.Contains([]string{"'s", "’s", "'", "’"}, form) }

func isCountry(forms []string) bool {
	found, length := code.FindCountry(forms)
	return length == len(forms) && found[0].Roles&code.RoleName != 0
}

// allow fills in the labels that the tokens may have.
func (s scheme) allow(sent *sentence) {
	sent.allowed = make([]uint64, len(sent.forms))
	for i, form := range sent.forms {
		sent.allowed[i] = 1 << chain.Outside
		if startsUpper(form) {
			sent.allowed[i] |= labelsOf(s.open)
		}
	}
	for i := 0; i < len(sent.forms); i++ {
		if length := adjectiveAt(sent.forms[i:]); length > 0 {
			sent.put(occurrence{i, i + length, numberOf(rashomon.EntityPlace)}, s.open)
			i += length - 1
		}
	}
	for _, n := range sent.names {
		sent.put(n, nil)
	}
}

func startsUpper(form string) bool {
	r, _ := utf8.DecodeRuneInString(form)
	return unicode.IsUpper(r)
}

// adjectiveAt returns the length of an adjective of a country at the beginning of words. No set marks those; they are
// names of the country.
func adjectiveAt(forms []string) int {
	found, length := code.FindCountry(forms)
	if length == 0 || found[0].Roles&code.RoleAdjective == 0 || found[0].Roles&code.RoleName != 0 {
		return 0
	}
	return length
}

func labelsOf(kinds []rashomon.EntityType) uint64 {
	var set uint64
	for _, kind := range kinds {
		for p := chain.Begin; p <= chain.Single; p++ {
			set |= 1 << chain.Label(numberOf(kind), p)
		}
	}
	return set
}

// put allows the tokens of a name nothing but to be it, or one of the same tokens of another type.
func (sent *sentence) put(n occurrence, others []rashomon.EntityType) {
	for i := n.start; i < n.end; i++ {
		p := positionIn(n, i)
		sent.allowed[i] = 1 << chain.Label(n.kind, p)
		for _, other := range others {
			sent.allowed[i] |= 1 << chain.Label(numberOf(other), p)
		}
	}
}

func positionIn(n occurrence, i int) chain.Position {
	switch {
	case n.end == n.start+1:
		return chain.Single
	case i == n.start:
		return chain.Begin
	case i == n.end-1:
		return chain.End
	}
	return chain.Inside
}
