package petrarch

import (
	"slices"
	"strings"
)

// A phrase is a row of words. apart[i] tells that others may stand between word i and the one before it.
type phrase struct {
	words []string
	apart []bool
}

// phrases are the phrases of a file by their first word, the longest first, each with what it stands for.
type phrases[T any] struct {
	byWord map[string][]entry[T]
}

type entry[T any] struct {
	phrase phrase
	value  *T
	at     position
}

// add adds a phrase; seal must follow before any is looked up.
func (p *phrases[T]) add(words phrase, value *T, at position) {
	if p.byWord == nil {
		p.byWord = map[string][]entry[T]{}
	}
	first := words.words[0]
	p.byWord[first] = append(p.byWord[first], entry[T]{words, value, at})
}

// seal puts the longest phrases first. Of the same phrase twice, the later one stays.
func (p *phrases[T]) seal() {
	for first, list := range p.byWord {
		if len(list) == 1 {
			continue
		}
		at := map[string]int{}
		var unique []entry[T]
		for _, e := range list {
			key := e.phrase.key()
			if i, found := at[key]; found {
				unique[i] = e
				continue
			}
			at[key] = len(unique)
			unique = append(unique, e)
		}
		slices.SortStableFunc(unique, func(a, b entry[T]) int { return len(b.phrase.words) - len(a.phrase.words) })
		p.byWord[first] = unique
	}
}

// key returns the same text for the same phrase.
func (p phrase) key() string {
	var key strings.Builder
	for i, text := range p.words {
		key.WriteString(map[bool]string{true: "  ", false: " "}[p.apart[i]])
		key.WriteString(text)
	}
	return key.String()
}

// longest returns the longest phrase that begins with the first of some words, and how many of them it covers; nil
// where there is none.
func (p *phrases[T]) longest(words []word) (*entry[T], int) {
	list := p.byWord[words[0].text]
	for i := range list {
		if n := list[i].phrase.match(words); n > 0 {
			return &list[i], n
		}
	}
	return nil, 0
}

// gapLimit is how many words may stand between two words of a phrase that need not follow each other: a title or a
// description, but no clause.
const gapLimit = 2

// match returns how many words a phrase covers, from the first of them on, or 0.
func (p phrase) match(words []word) int {
	at := 0
	for i, text := range p.words {
		gap := 0
		if i > 0 && p.apart[i] {
			gap = gapLimit
		}
		for at < len(words) && words[at].text != text && gap > 0 && words[at].text != "," {
			at, gap = at+1, gap-1
		}
		if at == len(words) || words[at].text != text {
			return 0
		}
		at++
	}
	return at
}

// readPhrase reads a phrase of a file: words divided by "_", or by a space where others may stand between.
func readPhrase(text string) phrase {
	var p phrase
	for i, part := range strings.FieldsFunc(text, func(r rune) bool { return r == ' ' || r == '\t' }) {
		for j, name := range strings.Split(part, "_") {
			for k, text := range split(name) {
				p.words = append(p.words, text)
				p.apart = append(p.apart, i > 0 && j == 0 && k == 0)
			}
		}
	}
	return p
}

// split divides what is written together into the words that are compared: in capitals, without hyphens, slashes and
// underscores, with commas and brackets as words of their own. Tokens of a text and words of a dictionary are divided
// alike, so that it does not matter how either writes "Barad-dur" or "George W. Bush".
func split(text string) []string {
	var words []string
	start := 0
	flush := func(end int) {
		if start < end {
			words = append(words, normal(text[start:end]))
		}
	}
	for i := range len(text) {
		switch text[i] {
		case '-', '/', '_':
			flush(i)
			start = i + 1
		case ',', '(', ')', '"':
			flush(i)
			words = append(words, text[i:i+1])
			start = i + 1
		}
	}
	flush(len(text))
	return words
}

// normal writes a word in capitals, with the straight apostrophe.
func normal(text string) string {
	return strings.ToUpper(strings.ReplaceAll(text, "’", "'"))
}
