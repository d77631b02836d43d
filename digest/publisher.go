package digest

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"
)

// Publisher returns who answers for a document, as names are written: its source or, without one, the agency that it
// credits; or "".
func (d *Digest) Publisher() string {
	if d.Source != "" {
		return AsName(d.Source)
	}
	return AsName(d.Agency)
}

// By returns who a document is by, for people: its source, else the agency or the author that it credits, its title or
// its file.
func (d *Digest) By() string {
	for _, name := range append([]string{d.Source, d.Agency}, d.Authors...) {
		if name != "" {
			return AsName(name)
		}
	}
	return cmp.Or(d.Title, d.Name)
}

// AsName writes the words of a name that is all in capitals, as letterheads have it, with a capital each, but for small
// ones. A name of one word may be an acronym, and stays.
func AsName(name string) string {
	if hasSmall(name) || name != strings.ToUpper(name) || name == strings.ToLower(name) || !strings.Contains(name, " ") {
		return name
	}
	words := strings.Fields(strings.ToLower(name))
	for i, word := range words {
		if first, size := utf8.DecodeRuneInString(word); i == 0 || !slices.Contains(small, word) {
			words[i] = string(unicode.ToUpper(first)) + word[size:]
		}
	}
	return strings.Join(words, " ")
}

// small are the words that stay small within a name.
var small = []string{"of", "the", "and", "for", "in", "on", "to", "a", "an"}

// hasSmall reports whether a name has a small letter, as nearly all have.
func hasSmall(name string) bool {
	return strings.ContainsFunc(name, func(r rune) bool { return unicode.ToUpper(r) != r })
}
