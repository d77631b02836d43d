package name

import (
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// ProperRule is the rule of a name that the parser takes for one and the network does not rule out.
const ProperRule = "name/proper"

// The shares of names of just these words among all that could stand there, of all types together, from which on the parser
// is believed that they are a name. Words that are none, such as months, have less than a hundredth of it. A word that the
// vectors do not have, which are of the 150,000 most frequent ones, is hardly anything but a name.
const (
	leastProper        = 0.06
	leastProperUnknown = 0.002
)

// shortestProper is how many letters a word has at least that is believed to be a name: shorter ones are abbreviations.
const shortestProper = 3

// withProper adds the proper nouns with capitals that the network passed over, though it saw in them what may be a name:
// it has met few of the names of small places and firms, and the parser goes by the whole sentence.
func (s sentence) withProper(names []Name) []Name {
	for i := 0; i < len(s.forms); i++ {
		if !s.isFree(names, i) {
			continue
		}
		start, end := i, i+1
		for end < len(s.forms) && s.isFree(names, end) {
			end++
		}
		for start > 0 && s.isFirstWord(names, start-1) {
			start--
		}
		if s.looksProper(start, end) && s.takesPart(start, end) {
			if n := s.proper(start, end); n.Share > 0 {
				names = place(names, n)
			}
		}
		i = end
	}
	return names
}

// looksProper reports whether words look like a name: they have small letters, or stand behind an article ("the OHB"), no
// figures, and are no part of a word with hyphens or of a path.
func (s sentence) looksProper(start, end int) bool {
	if end-start == 1 && utf8.RuneCountInString(s.forms[start]) < shortestProper || s.isJoined(start-1) || s.isJoined(end) || s.isNumbered(end) {
		return false
	}
	isArticled := start > 0 && strings.EqualFold(s.forms[start-1], "the")
	for _, form := range s.forms[start:end] {
		if strings.ContainsFunc(form, unicode.IsDigit) || !isArticled && !strings.ContainsFunc(form, unicode.IsLower) {
			return false
		}
	}
	return true
}

// isNumbered reports whether a number stands at a place: "Case 22" is one of many.
func (s sentence) isNumbered(i int) bool { return i < len(s.tokens) && s.tokens[i].UPOS == "NUM" }

// isJoined reports whether a sign that joins words stands at a place.
func (s sentence) isJoined(i int) bool {
	return i >= 0 && i < len(s.forms) && (isHyphen(s.forms[i]) || s.forms[i] == "/" || s.forms[i] == "&")
}

// proper returns the name of the type that fits words best, of share 0 where the network rules all out.
func (s sentence) proper(start, end int) Name {
	best, all := Name{Span: rashomon.Span{Start: start, End: end}, Rule: ProperRule}, 0.0
	kind := 0
	for other, t := range s.types {
		share := s.share(other, start, end)
		if all += share; share > best.Share {
			kind, best.Type, best.Share = other, t, share
		}
	}
	least := leastProper
	if !s.isKnown(end - 1) {
		least = leastProperUnknown
	}
	if all < least {
		return Name{}
	}
	best.Others = s.others(kind, start, end)
	return best
}

// isKnown reports whether a word is among those of the vectors.
func (s sentence) isKnown(i int) bool {
	_, known := s.vectors.Rank(s.forms[i])
	return known
}

// The relations of Universal Dependencies by which somebody or something takes part in what is told, and those of a name
// before a noun ("the Orlo bridge"). Known words that stand alone, in lists, in addresses and before nouns are more often no
// names.
var (
	argumentRelations = []string{"nsubj", "nsubj:pass", "obj", "iobj", "obl", "nmod", "nmod:poss"}
	modifierRelations = []string{"compound", "amod"}
)

// takesPart reports whether one of the words stands in such a relation.
func (s sentence) takesPart(start, end int) bool {
	for i := start; i < end; i++ {
		relation := s.tokens[i].Relation
		if slices.Contains(argumentRelations, relation) || slices.Contains(modifierRelations, relation) && !s.isKnown(i) {
			return true
		}
	}
	return false
}
