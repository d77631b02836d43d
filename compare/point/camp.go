package point

import (
	"cmp"
	"fmt"
	"slices"
	"strings"
	"unicode"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A epithet is how a document's own voice speaks of some people: as friends or as foes.
type epithet struct {
	digest  *digest.Digest
	extent  rashomon.Extent
	valence int
	own     bool  // they are the teller's own people: "our soldiers"
	near    bool  // they are his own, or spoken of as those near to people: families, neighbours
	parties []int // that they are, or belong to, as far as names tell; no places, which many belong to
	codes   []string
}

// epithets returns how a document speaks of people, in the order of its text.
func epithets(g *ground.Ground, d *digest.Digest) []epithet {
	var found []epithet
	for _, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if mention.Kind != rashomon.MentionNominal || !isPeople(entity) || isQuoted(d, mention.Extent) {
				continue
			}
			n := epithet{digest: d, extent: mention.Extent, codes: sectorCodes(entity)}
			n.weigh(g)
			if n.valence != 0 {
				found = append(found, n)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b epithet) int { return cmp.Or(a.extent.Start-b.extent.Start, b.extent.End-a.extent.End) })
	return slices.CompactFunc(found, func(inner, outer epithet) bool { return outer.extent.Contains(inner.extent) })
}

func isPeople(e digest.Entity) bool {
	return e.Type == rashomon.EntityGroup || e.Type == rashomon.EntityPerson || e.Type == rashomon.EntityOrganization
}

// isQuoted reports whether words are somebody's whom the document quotes.
func isQuoted(d *digest.Digest, e rashomon.Extent) bool {
	return slices.ContainsFunc(d.Statements, func(s digest.Statement) bool {
		return slices.ContainsFunc(s.Content, func(content rashomon.Extent) bool { return content.Contains(e) })
	})
}

// weigh fills how people are spoken of and whose they are, by the words of a mention and of the ties behind it.
func (n *epithet) weigh(g *ground.Ground) {
	whole := n.withTies()
	for _, label := range n.digest.Labels {
		if whole.Contains(label.Extent) && label.Valence != 0 {
			n.valence = label.Valence
		}
	}
	for word := range strings.FieldsFuncSeq(strings.ToLower(n.digest.Quote(whole)), notInWord) {
		n.own = n.own || words().camps.Has("own", word)
		switch {
		case n.valence != 0:
		case isOfCamp("foe", word):
			n.valence = -1
		case isOfCamp("friend", word):
			n.valence, n.near = 1, true
		}
	}
	if n.valence == 0 && n.own {
		n.valence = 1
	}
	n.near = n.near || n.own
	n.parties = namedIn(g, n.digest, whole)
}

func notInWord(r rune) bool { return r != '-' && !unicode.IsLetter(r) }

// isOfCamp reports whether a word, or the singular of it, is in a class of data/camps.txt.
func isOfCamp(class, word string) bool {
	all := words().camps[class]
	return all.Has(word) || all.Has(strings.TrimSuffix(word, "s")) ||
		all.Has(strings.TrimSuffix(word, "ies")+"y") || all.Has(strings.TrimSuffix(word, "ves")+"f")
}

// withTies returns the words of a mention with those behind it that tell whose they are: "staff loyal to the Company".
func (n *epithet) withTies() rashomon.Extent {
	whole, rest, named := n.extent, n.digest.Text[n.extent.End:], false
	for word := range strings.FieldsSeq(rest[:min(len(rest), longestTie)]) {
		at := whole.End + strings.Index(n.digest.Text[whole.End:], word)
		bare := strings.TrimRight(word, ".,;:!?")
		isName := unicode.IsUpper([]rune(word)[0])
		if !isName && (named || !words().camps.Has("tie", word)) {
			break
		}
		whole.End, named = at+len(bare), isName
		if bare != word {
			break
		}
	}
	return whole
}

// longestTie is how many bytes behind a noun are looked through for whose its people are.
const longestTie = 40

// namedIn returns the parties whose names stand in a stretch of a document, or that it stands for by a name.
func namedIn(g *ground.Ground, d *digest.Digest, e rashomon.Extent) []int {
	var parties []int
	for i, entity := range d.Entities {
		stands := slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool {
			return e.Contains(m.Extent) && (m.Kind == rashomon.MentionName || isCalled(entity))
		})
		if party := g.Party(d.Document, i); stands && party != rashomon.None && entity.Type != rashomon.EntityPlace {
			parties = append(parties, party)
		}
	}
	slices.Sort(parties)
	return slices.Compact(parties)
}

// camps finds that two documents speak of the same people as friends and as foes: of those who bear or belong to one name;
// of the own people of the one, of whom the other speaks ill by the name that the one publishes under; and, where that
// shows the two to stand on two sides, of the first that each speaks of and of whom nothing else is known.
func camps(a, b *shelf) []finding {
	var found []finding
	opposed := len(labels(a.digest, b.digest)) > 0
	for _, x := range a.epithets {
		for _, y := range b.epithets {
			rule, strength := sameCamp(x, y)
			if x.valence != -y.valence || rule == "" {
				continue
			}
			opposed = true
			found = append(found, called(x, y, rule, strength))
		}
	}
	found = found[:min(len(found), mostEpithets)]
	if !opposed {
		return found
	}
	for _, valence := range []int{-1, 1} {
		for _, x := range unknownCamp(a.epithets, valence) {
			for _, y := range unknownCamp(b.epithets, -valence) {
				if rule, _ := sameCamp(x, y); rule == "" && mayBeOne(x.codes, y.codes) {
					found = append(found, called(x, y, "name/camp", 0.35))
				}
			}
		}
	}
	return found
}

// sectorCodes returns the codes of an entity that tell a sector, but for that of people of whom nothing is said.
func sectorCodes(e digest.Entity) []string {
	return slices.DeleteFunc(slices.Clone(e.Codes), func(code string) bool { return code == "CVL" || !words().classes.Has("sector", code) })
}

// mayBeOne reports whether people of some codes may be people of others.
func mayBeOne(a, b []string) bool { return len(a) == 0 || len(b) == 0 || related(a, b) }

// mostEpithets is how many differences of name are given between two documents: the first tell as much as all.
const mostEpithets = 3

func called(x, y epithet, rule string, strength float64) finding {
	return finding{
		kind: rashomon.PointName, rule: rule, strength: strength,
		a: x.digest.Side(x.extent, rashomon.None), b: y.digest.Side(y.extent, rashomon.None),
		why: fmt.Sprintf("the same side is called %q, or %q", x.digest.Quote(x.extent), y.digest.Quote(y.extent)),
	}
}

// sameCamp tells by what rule two epithets are known to be of the same people, or "".
func sameCamp(x, y epithet) (rule string, strength float64) {
	switch {
	case slices.ContainsFunc(x.parties, func(party int) bool { return slices.Contains(y.parties, party) }):
		return "name/party", 0.55
	case x.own && !y.own && y.speaksOf(x.digest), y.own && !x.own && x.speaksOf(y.digest):
		return "name/own", 0.5
	}
	return "", 0
}

// speaksOf reports whether an epithet names those who publish a document: "Lothian raiders", by the Ministry of Lothia.
func (n epithet) speaksOf(d *digest.Digest) bool {
	head := strings.ToLower(d.Source + " " + d.Title + " " + d.Text[:min(len(d.Text), longestHead)])
	for word := range strings.FieldsFuncSeq(n.digest.Quote(n.extent), notInWord) {
		tells := unicode.IsUpper([]rune(word)[0]) || words().weight(strings.ToLower(word)) > usualWeight
		if len(word) >= sharedStem && tells && strings.Contains(head, strings.ToLower(word)[:sharedStem]) {
			return true
		}
	}
	return false
}

const (
	longestHead = 150 // how many bytes at the begin of a text may tell who publishes it
	sharedStem  = 5   // how many letters a name and the word made of it have in common: "Lothia", "Lothian"
)

// unknownCamp returns the first epithets of a sympathy of which no name tells whose people they are; friends
// are those who are near: whom a word praises may be anybody.
func unknownCamp(epithets []epithet, valence int) []epithet {
	var found []epithet
	for _, n := range epithets {
		if n.valence == valence && n.near == (valence > 0) && len(n.parties) == 0 && len(found) < mostUnknown {
			found = append(found, n)
		}
	}
	return found
}

// mostUnknown is how many of them stand for a document.
const mostUnknown = 2
