package code

import (
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// A Party is what the words of a phrase say of the party that it names.
type Party struct {
	Name []*Entry // the listed name that the phrase is, with all who bear it; nil if it is none
	Head *Noun    // the noun that the phrase is, or the title before a name; nil if it has none

	Countries [][]CountryForm // that modify it: "Libyan", "Libya's", "of Libya"
	Near      [][]CountryForm // where it is or comes from: "in Libya"; they count when nothing else tells the country
	Names     [][]*Entry      // listed names that modify it: "NATO", "of Hamas"
	Nouns     []*Noun         // that modify it: "army", "of the opposition"
	Modifiers []*Modifier     // "former", "religious"
	IsCountry bool            // the phrase is the name, the people or the capital of the first of Countries
	IsActing  bool            // it does something: a capital that acts is its country's government
	Context   string          // the code of the country that the text is about, for a party that has none; empty: none
}

// Parse takes a phrase apart. Words are its tokens in the text's order, and head is the place of its head among them,
// or -1 where that is not known: then it is the last word before "of" and its like.
func Parse(words []string, head int) Party {
	p := parser{words: words, head: head}
	if head < 0 || head >= len(words) {
		p.head = headOf(words)
	}
	for at := 0; at < len(words) && p.link != linkEnd; {
		at += p.step(at)
	}
	if p.party.Name == nil && p.party.Head == nil && !p.party.IsCountry {
		p.party.Head = p.title
	}
	return p.party
}

// headOf returns the last word before the first function word that is not in a form of several words.
func headOf(words []string) int {
	for at := 0; at < len(words); {
		piece := pieceAt(words[at:])
		if at > 0 && piece.length == 0 && linkClass(words[at]) != "" {
			return at - 1
		}
		at += max(1, piece.length)
	}
	return len(words) - 1
}

// The classes of function words. Those of linkNone stand before a noun and say nothing of it.
const (
	linkNone = "none"
	linkOf   = "of"
	linkIn   = "in"
	linkEnd  = "end" // what comes belongs to the phrase no longer
)

// linkClass returns the class of a word that links what follows to what is before, "" for all others.
func linkClass(word string) string {
	if class := known().links[strings.ToLower(word)]; class != linkNone {
		return class
	}
	return ""
}

// A parser goes through a phrase from left to right.
type parser struct {
	words []string
	head  int
	link  string // the class of the last function word after the head
	title *Noun  // the last one before the head
	party Party
}

// step takes what stands at a word and returns how many words it is.
func (p *parser) step(at int) int {
	piece := pieceAt(p.words[at:])
	if p.isSurname(piece, at) {
		return piece.length
	}
	if piece.length == 0 {
		if at > p.head {
			p.follow(p.words[at])
		}
		return 1
	}
	end := at + piece.length
	switch {
	case at <= p.head && p.head < end:
		p.takeHead(piece)
	case p.isCompound(end), p.isBareTitle(piece, end):
	case at < p.head || p.link != "" || p.party.IsCountry && piece.countries != nil: // "the US, Britain and France"
		p.takeModifier(piece)
	}
	if end <= p.head && piece.noun != nil && piece.noun.Title {
		p.title = piece.noun
	}
	return piece.length
}

// follow notes a function word after the head.
func (p *parser) follow(word string) {
	if p.party.IsCountry && word == "," {
		return
	}
	if class := linkClass(word); class != "" {
		p.link = class
	}
}

// isSurname tells of a word that is a name where it stands: a noun with a capital after a title ("President Bush"), and a
// noun for one person or an adjective of a country after a first name ("Paul Weaver", "Joan English").
func (p *parser) isSurname(piece piece, at int) bool {
	if !startsUpper(p.words[at]) || at == 0 || piece.length != 1 {
		return false
	}
	if p.title != nil && piece.noun != nil {
		return true
	}
	if at != p.head || !p.isFirstName(at-1) {
		return false
	}
	if piece.countries != nil {
		return piece.countries[0].Roles&RoleAdjective != 0
	}
	return piece.noun != nil && piece.noun.Type == rashomon.EntityPerson && !piece.noun.Title
}

// isFirstName tells of a word with a capital that nothing is known of.
func (p *parser) isFirstName(at int) bool {
	word := p.words[at]
	return startsUpper(word) && known().links[strings.ToLower(word)] == "" && pieceAt(p.words[at:]).length == 0
}

func startsUpper(word string) bool {
	first, _ := utf8.DecodeRuneInString(word)
	return unicode.IsUpper(first)
}

// isCompound tells whether what ends here is the first part of a word like "Russian-backed", which says something else
// than that the party is Russian. "US-British" is both.
func (p *parser) isCompound(end int) bool {
	if end+1 >= len(p.words) || !isHyphenWord(p.words[end]) {
		return false
	}
	next := pieceAt(p.words[end+1:])
	return next.countries == nil && next.entries == nil
}

// isBareTitle tells of a title before the head that owns nothing: "general" and "major" are adjectives there.
func (p *parser) isBareTitle(piece piece, end int) bool {
	return piece.noun != nil && piece.noun.Title && end <= p.head && !startsWithApostrophe(p.words[end])
}

func (p *parser) takeHead(piece piece) {
	switch {
	case piece.entries != nil:
		p.party.Name = piece.entries
	case piece.countries != nil:
		p.party.Countries, p.party.IsCountry = [][]CountryForm{piece.countries}, true
	case piece.noun != nil:
		p.party.Head = piece.noun
	default:
		p.party.Modifiers = append(p.party.Modifiers, piece.modifier)
	}
}

func (p *parser) takeModifier(piece piece) {
	switch {
	case piece.entries != nil:
		p.party.Names = append(p.party.Names, piece.entries)
	case piece.countries != nil && p.link == linkIn:
		p.party.Near = append(p.party.Near, piece.countries)
	case piece.countries != nil:
		p.party.Countries = append(p.party.Countries, piece.countries)
	case p.link == linkIn:
	case piece.modifier != nil:
		p.party.Modifiers = append(p.party.Modifiers, piece.modifier)
	default:
		p.party.Nouns = append(p.party.Nouns, piece.noun)
	}
}

// A piece is what the data know at the beginning of words. A modifier may be a noun as well ("rebel").
type piece struct {
	entries   []*Entry
	countries []CountryForm
	noun      *Noun
	modifier  *Modifier
	length    int
}

// pieceAt returns the longest piece at the beginning of words; of pieces of the same length a listed name comes before
// a country, and a country before common words.
func pieceAt(words []string) piece {
	entries, best := known().entries.find(words)
	countries, length := known().countries.find(words)
	if length > best {
		entries, best = nil, length
	} else {
		countries = nil
	}
	nouns, ofNouns := known().nouns.find(words)
	modifiers, ofModifiers := known().modifiers.find(words)
	if common := max(ofNouns, ofModifiers); common > best {
		found := piece{length: common}
		if ofNouns == common {
			found.noun = nouns[0]
		}
		if ofModifiers == common {
			found.modifier = modifiers[0]
		}
		return found
	}
	return piece{entries: entries, countries: countries, length: best}
}
