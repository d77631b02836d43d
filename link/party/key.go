package party

import (
	"strconv"
	"strings"
)

// keys returns what a profile's full name must share with another's to be compared with it: the same listed line, place or
// words; of a person the sounds of the family name with the given one's first, or with its group of forms; of others the
// sounds of two of their words, one of which says what they are.
func (p *profile) keys() []string {
	keys := []string{p.name()}
	if p.person != nil {
		keys = append(keys, personKeys(p.person.words)...)
	}
	if p.class != classPerson {
		for _, f := range p.forms {
			keys = append(keys, bodyKeys(f)...)
		}
	}
	return keys
}

func personKeys(words []string) []string {
	if len(words) < 2 {
		return nil
	}
	sounds := &known().sounds
	family := sounds.key(words[len(words)-1])
	keys := []string{
		"person|" + family + "|" + first(sounds.key(words[0])),
		"person|" + first(family) + "|" + sounds.key(words[0]) + "|" + sounds.key(words[1]), // the first of three
		"person|" + first(sounds.key(words[0])) + "|" + family,                              // the family name first
	}
	for _, group := range known().given[words[0]] {
		keys = append(keys, "person|"+family+"|"+strconv.Itoa(group))
	}
	return keys
}

func first(key string) string {
	if key == "" {
		return ""
	}
	return key[:1]
}

func bodyKeys(f form) []string {
	sounds := &known().sounds
	if len(f.words) == 1 {
		return []string{"word|" + strings.TrimRight(sounds.key(f.words[0]), "n")}
	}
	var keys []string
	for i, word := range f.words {
		if i != f.head {
			keys = append(keys, "words|"+sounds.key(f.words[f.head])+"|"+sounds.key(word))
		}
	}
	return keys
}

// shortKeys returns what short names and descriptions have in common with a node that they may stand for.
func (n *node) shortKeys() []string {
	keys := n.first().shortKeys()
	for _, f := range n.functions {
		keys = append(keys, functionKey(f.what))
	}
	for _, p := range n.members {
		if p.isSource {
			keys = append(keys, "source|"+p.element.Document)
		}
	}
	return keys
}

// functionKey returns the key of a function: its last word, "minister" of "interior minister".
func functionKey(function string) string {
	return "function|" + function[strings.LastIndexByte(function, ' ')+1:]
}

func (d *description) keys(p *profile) []string {
	switch {
	case d.ownVoice:
		return []string{"source|" + p.element.Document}
	case p.class == classPerson:
		return []string{functionKey(d.words[len(d.words)-1])}
	}
	return nil // those of its last word, as any other name
}

// shortKeys returns what short names that may stand for a profile's full name have in common with it: of a person the
// sounds of the family name, of others those of the word that says what it is, and of first letters.
func (p *profile) shortKeys() []string {
	var keys []string
	sounds := &known().sounds
	if p.description != nil {
		keys = append(keys, p.description.keys(p)...)
	}
	if p.person != nil {
		for i, word := range p.person.words {
			if i > 0 || inClass("family first", word) || len(p.person.words) == 1 {
				keys = append(keys, "short|"+sounds.key(word))
			}
		}
	}
	if p.class == classPerson {
		return keys
	}
	for _, f := range p.forms {
		for i, word := range f.words {
			if i == f.head || len(f.words) <= 2 {
				keys = append(keys, "short|"+sounds.key(word))
			}
		}
		if all, large := initials(f.text); len(f.words) > 1 {
			keys = append(keys, "letters|"+letters(all), "letters|"+letters(large))
		} else if f.acronym != "" {
			keys = append(keys, "letters|"+letters(f.acronym))
		}
	}
	return keys
}
