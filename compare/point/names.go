package point

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A naming is a name in the text, with its title.
type naming struct {
	extent  rashomon.Extent
	words   []string
	party   int // its number, or None
	isPlace bool
}

// namings returns the names in a document, in order.
func (s *shelf) namings(party func(entity int) int) []naming {
	var found []naming
	for i, entity := range s.digest.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind == rashomon.MentionName {
				found = append(found, naming{mention.Extent, nameWords(mention), party(i), entity.Type == rashomon.EntityPlace})
			}
		}
	}
	slices.SortFunc(found, func(a, b naming) int {
		return cmp.Or(cmp.Compare(a.extent.Start, b.extent.Start), cmp.Compare(a.extent.End, b.extent.End))
	})
	return found
}

func nameWords(m digest.Mention) []string {
	return strings.FieldsFunc(strings.ToLower(m.Title+" "+m.Text), func(r rune) bool { return strings.ContainsRune(" -.,'’()", r) })
}

// within returns the namings that begin within an extent.
func within(all []naming, e rashomon.Extent) []naming {
	at := func(offset int) int {
		i, _ := slices.BinarySearchFunc(all, offset, func(n naming, offset int) int { return n.extent.Start - offset })
		return i
	}
	return all[at(e.Start):at(e.End)]
}

// isNameOf reports whether a word is part of a name that stands in the clause.
func (t *telling) isNameOf(word string) bool {
	return slices.ContainsFunc(t.namings, func(n naming) bool { return slices.Contains(n.words, word) })
}

// sharedNames counts the parties that both clauses name.
func sharedNames(a, b *telling) int {
	var shared []int
	for _, x := range a.namings {
		if x.party == rashomon.None || slices.Contains(shared, x.party) {
			continue
		}
		if slices.ContainsFunc(b.namings, func(y naming) bool { return y.party == x.party }) {
			shared = append(shared, x.party)
		}
	}
	return len(shared)
}
