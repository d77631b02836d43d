package party

import (
	"cmp"
	"slices"
	"strconv"
	"strings"
)

// A key is a number for what names have in common that must be compared. Two things get one number with a chance of
// one in 2^64, and are then compared for nothing.
type key uint64

// FNV-1a (Fowler, Noll and Vo), with a byte that no text has between parts.
const (
	fnvOffset, fnvPrime = 14695981039346656037, 1099511628211
	separator           = 0xff
)

func newKey(parts ...string) key {
	sum := uint64(fnvOffset)
	for _, part := range parts {
		for i := range len(part) {
			sum = (sum ^ uint64(part[i])) * fnvPrime
		}
		sum = (sum ^ separator) * fnvPrime
	}
	return key(sum)
}

// sorted sorts a list and leaves each once.
func sorted[T cmp.Ordered](list []T) []T {
	slices.Sort(list)
	return slices.Clip(slices.Compact(list))
}

// fullKeys returns what a profile's full name must share with another's to be compared with it: the same listed line,
// place or words; and what its forms must, of one that may be a person's those of that.
func (p *profile) fullKeys() []key {
	if p.description != nil {
		return nil
	}
	keys := []key{p.nameKey}
	if p.person != nil && len(p.person.words) > 1 {
		keys = append(keys, p.person.full...)
	}
	for _, f := range p.forms {
		if p.class != classPerson || len(f.words) == 1 {
			keys = append(keys, f.full...)
		}
	}
	return sorted(keys)
}

// personKeys returns what full names of persons have in common: the sounds of the family name with the given one's first,
// or with its group of forms. A single word has its sound, as of anything else.
func personKeys(words []string) []key {
	if len(words) < 2 {
		return soundKeys(words)
	}
	var sounds []string
	for _, word := range words {
		sounds = append(sounds, known().sounds.key(word))
	}
	given, family := sounds[0], sounds[len(sounds)-1]
	keys := []key{
		newKey("person", family, first(given, 1)),
		newKey("slip", given, first(family, 2)), // of a letter of the family name
		newKey("part", given, sounds[1]),        // the beginning of a longer name
		newKey("part", sounds[len(sounds)-2], family),
	}
	if len(sounds) == 2 {
		keys = append(keys, newKey("person", given, first(family, 1))) // the family name first
	}
	for _, group := range known().given[words[0]] {
		keys = append(keys, newKey("person", family, strconv.Itoa(group)))
	}
	return keys
}

func first(key string, n int) string { return key[:min(n, len(key))] }

// bodyKeys returns what other full names have in common: the sounds of two of their words, one of which says what they are.
func bodyKeys(f *form) []key {
	if len(f.words) < 2 {
		return soundKeys(f.words)
	}
	sounds := &known().sounds
	var keys []key
	for i, word := range f.words {
		if i != f.head {
			keys = append(keys, newKey("words", sounds.key(f.words[f.head]), sounds.key(word)))
		}
	}
	return keys
}

// soundKeys returns the sound of a single word, whatever it was taken for: readers take the unknown name of a town for a
// person's, and a person's for a town's.
func soundKeys(words []string) []key {
	if len(words) != 1 {
		return nil
	}
	return []key{newKey("word", strings.TrimRight(known().sounds.key(words[0]), "n"))} // with or without that of the adjective
}

// shortKeys returns what short names and descriptions have in common with the full names that they may stand for: of
// a person the sounds of the family name, and the last words of functions; of others the sounds of the word that says
// what it is, and the first letters; of who published a document, that document.
func (p *profile) shortKeys() []key {
	var keys []key
	switch {
	case p.description != nil:
		return p.descriptionKeys()
	case p.person != nil:
		keys = slices.Clone(p.person.short)
	}
	for _, f := range p.functions {
		keys = append(keys, functionKey(f.what))
	}
	if p.isSource {
		keys = append(keys, newKey("source", p.context.document))
	}
	if p.isDateline {
		keys = append(keys, newKey("dateline", p.context.document))
	}
	if p.class != classPerson {
		for _, f := range p.forms {
			keys = append(keys, f.short...)
		}
	}
	return sorted(keys)
}

func (p *profile) descriptionKeys() []key {
	switch {
	case p.description.ownVoice:
		return []key{newKey("source", p.context.document)}
	case p.description.ownPlace:
		return []key{newKey("dateline", p.context.document)}
	case p.class == classPerson:
		return []key{functionKey(p.description.function.what)}
	}
	if inClass("company", p.description.last()) {
		return []key{shortKey("company"), shortKey(p.description.last())}
	}
	return []key{shortKey(synonym(singular(p.description.last())))}
}

func familyKeys(words []string) []key {
	var keys []key
	for i, word := range words {
		if i > 0 || len(words) == 1 || inClass("family first", word) {
			keys = append(keys, shortKey(word), shortKey(withoutServant(word)))
		}
	}
	return keys
}

func wordKeys(f *form) []key {
	var keys []key
	for i, word := range f.words {
		if i == f.head || len(f.words) <= 2 {
			keys = append(keys, shortKey(word))
		}
	}
	if f.isOfTrade() {
		keys = append(keys, shortKey("company"))
	}
	if len(f.words) > 1 {
		keys = append(keys, shortKey(f.joined))
	}
	for _, initials := range f.initials() {
		keys = append(keys, newKey("letters", initials.sorted))
	}
	if f.acronym != "" {
		keys = append(keys, newKey("letters", letters(f.acronym)))
	}
	return keys
}

func shortKey(word string) key { return newKey("short", known().sounds.key(word)) }

// functionKey returns the key of a function: of "interior minister", that of "minister".
func functionKey(function string) key {
	return newKey("function", function[strings.LastIndexByte(function, ' ')+1:])
}
