package entity

import (
	"strings"
	"sync"

	"rashomon/entity/name"
)

// A kind is nouns of data/kinds.txt that a text uses in turn for the same thing.
type kind struct {
	name   string
	number number // of its nouns, where it is told
}

// kinds are those of nouns, by lemma.
var kinds = sync.OnceValue(func() map[string]kind {
	known := map[string]kind{}
	_ = eachLine("kinds", 3, func(columns []string) error { return readKind(known, columns) }) // a test loads the file
	return known
})

func readKind(known map[string]kind, columns []string) error {
	number := anyNumber
	if columns[1] == "many" {
		number = plural
	}
	for noun := range strings.FieldsSeq(columns[2]) {
		known[noun] = kind{columns[0], number}
	}
	return nil
}

// The kinds that names tell otherwise than by their last word.
const (
	kindCompany = "company"
	kindVessel  = "vessel"
)

// kindOf returns the kind of what a draft names or a noun stands for, or "".
func (c *clusters) kindOf(d *draft) string {
	switch {
	case d.Rule == ruleVessel:
		return kindVessel
	case len(d.words) > 1 && isBody(d.kind) && name.IsTrade(capitalized(d.words[len(d.words)-1])):
		return kindCompany
	case len(d.words) > 1:
		return kinds()[d.words[len(d.words)-1]].name
	case d.lemma != "":
		if own := kinds()[d.lemma]; agrees(own.number, d.number) {
			return own.name
		}
	}
	return ""
}
