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
	var sounds []string
	for _, word := range words {
		sounds = append(sounds, known().sounds.key(word))
	}
	given, family := sounds[0], sounds[len(sounds)-1]
	keys := []string{
		"person|" + family + "|" + first(given, 1),
		"slip|" + given + "|" + first(family, 2), // of a letter of the family name
		"part|" + given + "|" + sounds[1],        // the beginning of a longer name
		"part|" + sounds[len(sounds)-2] + "|" + family,
	}
	if len(sounds) == 2 {
		keys = append(keys, "person|"+given+"|"+first(family, 1)) // the family name first
	}
	for _, group := range known().given[words[0]] {
		keys = append(keys, "person|"+family+"|"+strconv.Itoa(group))
	}
	return keys
}

func first(key string, n int) string { return key[:min(n, len(key))] }

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
	for _, p := range n.members {
		keys = appendNew(keys, p.ownKeys())
	}
	return keys
}

// allShortKeys returns the keys of a profile's names and functions.
func (p *profile) allShortKeys() []string { return append(p.shortKeys(), p.ownKeys()...) }

// ownKeys returns what descriptions have in common with a profile with a name, whatever its name.
func (p *profile) ownKeys() []string {
	var keys []string
	if p.description != nil {
		return nil
	}
	for _, f := range p.functions {
		keys = append(keys, functionKey(f.what))
	}
	if p.isSource {
		keys = append(keys, "source|"+p.element.Document)
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
				keys = append(keys, "short|"+sounds.key(word), "short|"+sounds.key(withoutServant(word)))
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
