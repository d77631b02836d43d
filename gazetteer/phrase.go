package gazetteer

import (
	"strings"

	"rashomon"
)

// A relationKind tells how a phrase leads from a place to another.
type relationKind string

const (
	relationDistance  relationKind = "distance"  // "150 kilometres from", "50 miles west of"
	relationDirection relationKind = "direction" // "north of"
	relationPart      relationKind = "part"      // "eastern"
	relationNear      relationKind = "near"
	relationOutskirts relationKind = "outskirts"
	relationCoast     relationKind = "coast"
	relationSea       relationKind = "sea" // "off the coast of"
	relationMiddle    relationKind = "middle"
	relationBorder    relationKind = "border"
	relationBetween   relationKind = "between"
)

// A relation is what a phrase says.
type relation struct {
	kind             relationKind
	start            int // token of the phrase, or of the name where the phrase stands behind it
	distance, spread float64
	direction        float64
	hasDirection     bool
	other            int // the mention of the second place, or None
}

// A phrase is the words around a place, within its sentence.
type phrase struct {
	*Relatives
	sentence rashomon.Span
}

// at returns a word of the sentence in small letters, "" before and behind it.
func (p phrase) at(i int) string {
	if i < p.sentence.Start || i >= p.sentence.End {
		return ""
	}
	return strings.ToLower(p.doc.Quote(p.doc.Tokens[i].Extent))
}

func (p phrase) is(i int, class string) bool { return p.words.is(p.at(i), class) }

// relation reads the words before a name, then those behind it.
func (p phrase) relation(name rashomon.Span) (relation, bool) {
	if rel, found := p.before(name); found {
		return rel, true
	}
	return p.behind(name)
}

// before reads backwards from a name.
func (p phrase) before(name rashomon.Span) (relation, bool) {
	i := p.skip(name.Start - 1)
	rel := relation{start: i, other: rashomon.None}
	if direction, start, found := p.direction(i); found {
		rel.kind, rel.direction, rel.start = relationPart, direction, start
		return rel, true
	}
	switch word := p.at(i); {
	case word == "of" || word == "to" || word == "with":
		return p.beforeOf(i)
	case word == "from" || p.is(i, "near") || p.is(i, "sea"):
		return p.beforeFrom(i)
	case p.is(i, "middle"):
		rel.kind = relationMiddle
		return rel, true
	case p.is(i, "between"):
		rel.kind, rel.other = relationBetween, p.nameFrom(name.End, "and")
		if p.is(i-1, "border") {
			rel.kind, rel.start = relationBorder, i-1
		}
		return rel, rel.other != rashomon.None
	case word == "and":
		return p.beforeAnd(i)
	}
	return relation{}, false
}

// skip passes over what may stand between a phrase and its name: "the outskirts of (the port city of) Homs".
func (p phrase) skip(i int) int {
	for first := i - reach; i > first; {
		_, isDirection := p.words.directions[p.at(i)]
		switch {
		case p.at(i) == "of" && p.words.isType(p.at(i-1)) && !p.is(i-1, "coast"):
			i -= 2
		case isDirection || p.is(i, "border"):
			return i
		case p.words.isType(p.at(i)) && !p.is(i, "coast"), p.at(i) == "the", p.at(i) == "its", p.isAdjective(i):
			i--
		default:
			return i
		}
	}
	return i
}

// isAdjective reports whether a word is an adjective that says nothing of where: "the besieged city", "the Libyan city".
func (p phrase) isAdjective(i int) bool {
	if i < p.sentence.Start || i >= p.sentence.End {
		return false
	}
	return p.doc.Tokens[i].UPOS == "ADJ" && len(p.words.classes[p.at(i)]) == 0 || p.at(i) != "of" && p.is(i, "joiner")
}

// beforeOf reads what stands before "of", "to" or "with": a direction, with or without a distance, or a word as
// "outskirts".
func (p phrase) beforeOf(i int) (relation, bool) {
	rel := relation{start: i - 1, other: rashomon.None}
	if direction, start, found := p.direction(i - 1); found && p.at(i) == "of" {
		rel.kind, rel.direction, rel.hasDirection, rel.start = relationDirection, direction, true, start
		for p.at(start-1) == "the" || p.at(start-1) == "to" || p.at(start-1) == "away" || p.at(start-1) == "," {
			start--
		}
		if distance, spread, start, found := p.length(start - 1); found {
			rel.kind, rel.distance, rel.spread, rel.start = relationDistance, distance, spread, start
		} else if p.at(rel.start-1) == "the" && p.at(rel.start-2) != "to" {
			rel.kind = relationPart // "in the east of Libya", but "to the east of Benghazi"
		}
		return rel, true
	}
	kind, found := p.kind(i - 1)
	switch {
	case !found:
		return rel, false
	case kind == relationBorder:
		rel.other = p.nameBefore(i-1, 3)
	case kind == relationCoast && (p.is(i-2, "sea") || p.is(i-3, "sea")):
		kind, rel.start = relationSea, i-3
	case p.at(i) == "with":
		return rel, false
	}
	rel.kind = kind
	return rel, true
}

// beforeFrom reads what stands before "from", "outside", "near", "off": a distance, or nothing.
func (p phrase) beforeFrom(i int) (relation, bool) {
	rel := relation{kind: relationNear, start: i, other: rashomon.None}
	before := i - 1
	for p.is(before, "away") {
		before--
	}
	direction, start, directed := p.direction(before)
	if directed {
		before = start - 1
	}
	if distance, spread, start, found := p.length(before); found {
		rel.kind, rel.distance, rel.spread, rel.start = relationDistance, distance, spread, start
		rel.direction, rel.hasDirection = direction, directed
		return rel, true
	}
	if p.is(i, "sea") {
		rel.kind = relationSea
	}
	return rel, p.at(i) != "from"
}

// beforeAnd reads "between A and" before B.
func (p phrase) beforeAnd(i int) (relation, bool) {
	other := p.nameBefore(i, 1)
	if other == rashomon.None {
		return relation{}, false
	}
	rel := relation{kind: relationBetween, other: other}
	rel.start = p.skip(p.doc.Mentions[other].Span.Start - 1)
	if !p.is(rel.start, "between") {
		return relation{}, false
	}
	if p.is(rel.start-1, "border") {
		rel.kind, rel.start = relationBorder, rel.start-1
	}
	return rel, true
}

// behind reads what stands behind a name: "Benghazi's eastern outskirts", "the Libyan coast", "Libya's border with
// Tunisia".
func (p phrase) behind(name rashomon.Span) (relation, bool) {
	i := name.End
	if p.at(i) == "'s" || p.at(i) == "’s" || p.at(i) == "'" {
		i++
	}
	rel := relation{start: name.Start, other: rashomon.None}
	if direction, found := p.words.directions[p.at(i)]; found && i > name.End {
		i++
		rel.kind, rel.direction = relationPart, direction
		if _, isNoun := p.kind(i); !isNoun {
			return rel, !p.words.isType(p.at(i)) // "Libya's east", but "Libya's eastern desert"
		}
	}
	kind, found := p.kind(i)
	switch {
	case !found || kind == relationMiddle && i == name.End || kind == relationNear:
		return relation{}, false
	case kind == relationBorder:
		rel.other = p.nameFrom(i+1, "with")
	case kind == relationCoast && (p.is(name.Start-1, "sea") || p.is(name.Start-2, "sea")):
		kind = relationSea
	}
	rel.kind = kind
	return rel, true
}

// kind returns what a noun as "outskirts" says.
func (p phrase) kind(i int) (relationKind, bool) {
	for _, kind := range []relationKind{relationOutskirts, relationCoast, relationMiddle, relationBorder, relationNear} {
		if p.is(i, string(kind)) {
			return kind, true
		}
	}
	return "", false
}

// direction reads a direction that ends at a token: "west", "south-east" in one token or in three, "south east".
func (p phrase) direction(i int) (direction float64, start int, found bool) {
	for _, parts := range [][]int{{i - 2, i - 1, i}, {i - 1, i}, {i}} {
		joined := ""
		for _, part := range parts {
			joined += p.at(part)
		}
		if direction, found := p.words.directions[strings.ReplaceAll(joined, "-", "")]; found {
			return direction, parts[0], true
		}
	}
	return 0, i, false
}

// nameFrom returns the mention by name behind a token if it is the word given, or None.
func (p phrase) nameFrom(i int, word string) int {
	if p.at(i) != word {
		return rashomon.None
	}
	for i++; p.at(i) == "the" || p.words.isType(p.at(i)) || p.at(i) == "of"; i++ {
	}
	if m, found := p.starts[i]; found && i < p.sentence.End {
		return m
	}
	return rashomon.None
}

// nameBefore returns the mention by name that ends at most so many tokens before a token, or None.
func (p phrase) nameBefore(i, within int) int {
	for end := i; end > i-within && end > p.sentence.Start; end-- {
		if m, found := p.ends[end]; found && p.doc.Mentions[m].Span.Start >= p.sentence.Start {
			return m
		}
	}
	return rashomon.None
}
