package petrarch

import (
	"errors"
	"slices"
	"strings"

	"rashomon"
)

// A treePhrase is a phrase of a pattern of the second version: a noun phrase, or one behind a preposition, of which
// several may be given. A phrase behind a preposition may have no noun, one of a noun alone may stand for a particle.
type treePhrase struct {
	prepositions []string
	nouns        []treeNoun
}

// A treeNoun is the head of a noun phrase with words that describe it.
type treeNoun struct {
	head      element
	modifiers []element
}

// readTreePattern reads a pattern whose phrases are in brackets: (PREPOSITION NOUN), {WORDS NOUN}, NOUN.
func (d *Dictionary) readTreePattern(p *pattern, before, after string) (err error) {
	if p.treeBefore, err = d.readTreePhrases(before); err != nil {
		return err
	}
	if p.treeAfter, err = d.readTreePhrases(after); err != nil {
		return err
	}
	for _, phrase := range slices.Concat(p.treeBefore, p.treeAfter) {
		if len(phrase.prepositions) > 0 {
			p.weigh([]element{{}})
		}
		for _, noun := range phrase.nouns {
			p.weigh(append(noun.modifiers[:len(noun.modifiers):len(noun.modifiers)], noun.head))
		}
	}
	return nil
}

// readTreePhrases reads one side of a pattern.
func (d *Dictionary) readTreePhrases(text string) ([]treePhrase, error) {
	var out []treePhrase
	for text = strings.TrimSpace(text); text != ""; text = strings.TrimSpace(text) {
		var phrase treePhrase
		var err error
		if text[0] == '(' {
			inner, rest, closed := strings.Cut(text[1:], ")")
			preposition, nouns, _ := strings.Cut(strings.TrimSpace(inner), " ")
			if !closed || preposition == "" || strings.ContainsAny(preposition, "({}") {
				return nil, errors.New("a phrase in round brackets that cannot be read")
			}
			text = rest
			phrase.prepositions = strings.Split(strings.ToUpper(preposition), "/")
			phrase.nouns, _, err = d.readTreeNouns(nouns, -1)
		} else {
			phrase.nouns, text, err = d.readTreeNouns(text, 1)
		}
		if err != nil {
			return nil, err
		}
		if len(phrase.nouns) > 0 || len(phrase.prepositions) > 0 {
			out = append(out, phrase)
		}
	}
	return out, nil
}

// readTreeNouns reads so many nouns, or all where limit is negative, and returns what stands behind them.
func (d *Dictionary) readTreeNouns(text string, limit int) (nouns []treeNoun, rest string, err error) {
	for text = strings.TrimSpace(text); text != "" && len(nouns) != limit; text = strings.TrimSpace(text) {
		words := text
		if text[0] == '{' {
			var closed bool
			if words, text, closed = strings.Cut(text[1:], "}"); !closed {
				return nil, "", errors.New("a brace that does not close")
			}
		} else {
			end := strings.IndexAny(text, " \t({")
			if end == 0 {
				return nil, "", errors.New("a bracket in a bracket")
			}
			if end < 0 {
				end = len(text)
			}
			words, text = text[:end], text[end:]
		}
		elements, err := d.readElements(words)
		if err != nil {
			return nil, "", err
		}
		if len(elements) > 0 {
			last := len(elements) - 1
			nouns = append(nouns, treeNoun{elements[last], elements[:last]})
		}
		if limit > 0 && len(elements) == 0 {
			limit = 0
		}
	}
	return nouns, text, nil
}

// A treeMatch is a pattern of the second version at a verb.
type treeMatch struct {
	*sentence
	pattern        *pattern
	source, target *mention
	tokens         []int // the words of the pattern
}

// matchTree returns the pattern that demands most of those that fit the noun phrases of a verb, the first of its like.
// Patterns of the first version, of another file, fit the order of the words.
func (s *sentence) matchTree(v foundVerb) *treeMatch {
	before, after := s.frame(v.token)
	after = slices.DeleteFunc(after, func(token int) bool {
		return slices.Contains(v.tokens, token) && s.is(token, "compound:prt")
	})
	var best *treeMatch
	for _, p := range v.block.patterns {
		if best != nil && p.weight <= best.pattern.weight {
			continue
		}
		m := &treeMatch{sentence: s, pattern: p}
		if p.nested && m.all(p.treeBefore, before) && m.all(p.treeAfter, after) || !p.nested && m.linear(v) {
			best = m
		}
	}
	return best
}

func (m *treeMatch) linear(v foundVerb) bool {
	l := &linearMatch{sentence: m.sentence, pattern: m.pattern, end: m.wordOf(m.phraseEnd(v.token))}
	fits := l.fits(v)
	m.source, m.target = l.source, l.target
	return fits
}

// frame returns what hangs on a verb: its logical subject, and its objects, adverbs and particles.
func (s *sentence) frame(token int) (before, after []int) {
	passive := s.isPassive(token)
	for child := range s.tree.Dependents(token) {
		switch {
		case s.is(child, "nsubj") && !passive, s.is(child, "obl") && passive && s.hasCase(child, classBy.words()...):
			before = append(before, child)
		case s.is(child, "nsubj", "obj", "iobj", "obl", "compound:prt", "advmod", "advcl", "xcomp") && !s.isVerb(child):
			after = append(after, child)
		}
	}
	return before, after
}

// all reports whether every phrase is found at or below one of some tokens.
func (m *treeMatch) all(phrases []treePhrase, tokens []int) bool {
	for _, phrase := range phrases {
		if !slices.ContainsFunc(tokens, func(token int) bool { return m.phrase(phrase, token, 0) }) {
			return false
		}
	}
	return true
}

// phraseDepth is how far below what hangs on a verb a phrase with a preposition may hang: "held talks with".
const phraseDepth = 1

// phrase reports whether a phrase is found at a noun, or with a preposition below it.
func (m *treeMatch) phrase(p treePhrase, token, depth int) bool {
	for _, conjunct := range m.conjuncts(token) {
		if m.fits(p, conjunct, token) {
			return true
		}
	}
	if len(p.prepositions) == 0 || depth == phraseDepth {
		return false
	}
	for child := range m.tree.Dependents(token) {
		if m.is(child, "nmod") && m.phrase(p, child, depth+1) {
			return true
		}
	}
	return false
}

// fits reports whether a phrase is one noun phrase. first is the noun that the preposition stands with.
func (m *treeMatch) fits(p treePhrase, token, first int) bool {
	if len(p.prepositions) > 0 && !m.hasCase(first, p.prepositions...) {
		return false
	}
	cased := m.tree.Dependent(token, "case") != rashomon.None && m.is(first, "obl")
	for _, noun := range p.nouns {
		switch {
		case len(p.prepositions) == 0 && cased && noun.head.role == roleWord && len(noun.modifiers) == 0:
			if preposition := m.tree.Dependent(token, "case"); !m.isElement(noun.head, preposition) {
				return false
			}
		case len(p.prepositions) == 0 && cased:
			return false
		case !m.noun(noun, token):
			return false
		}
	}
	return true
}

// noun reports whether a noun phrase has a head and the words that describe it.
func (m *treeMatch) noun(n treeNoun, token int) bool {
	if !m.isElement(n.head, token) {
		return false
	}
	span := m.tree.Span(token)
	for _, modifier := range n.modifiers {
		found := false
		for i := span.Start; i < token && !found; i++ {
			found = m.isElement(modifier, i)
		}
		if !found {
			return false
		}
	}
	return true
}

// isElement reports whether an element is a word, and gives it its role.
func (m *treeMatch) isElement(e element, token int) bool {
	switch e.role {
	case roleSource, roleTarget:
		who := m.mentionOf(token)
		if e.role == roleSource {
			m.source = who
		} else {
			m.target = who
		}
		return who != nil
	case roleSkip, roleCompound:
		return true
	}
	last := m.wordOf(token+1) - 1
	if last < m.wordOf(token) {
		return false
	}
	n := m.endsAt(e, last)
	for i := last - n + 1; i <= last; i++ {
		m.tokens = append(m.tokens, m.words[i].token)
	}
	return n > 0
}
