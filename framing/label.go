package framing

import (
	"cmp"
	"slices"
	"strings"
	"unicode"
	"unicode/utf8"

	"rashomon"
)

// A partyName is a noun phrase that may name a party, with what its words say.
type partyName struct {
	head    int // the noun that heads the phrase
	entity  int
	span    rashomon.Span
	named   bool  // the noun itself is in labels.txt: the phrase names a party whatever its head is otherwise
	noun    int   // the valence of the noun
	good    int   // how many modifiers are favourable
	bad     int   // how many are hostile
	held    bool  // the noun stands at a distance, by "so-called" or quotation marks
	doubted bool  // whether they are what the noun says is left open, by "alleged"
	spoken  bool  // of as a word: 'the word "rebels"'
	says    bool  // something of whom they name: "the alleged leader" does not
	words   []int // that are in labels.txt by themselves
	rules   []string
}

// labels returns how the text's own voice names the parties.
func (r *reading) labels() []rashomon.Label {
	for _, h := range r.hits {
		if head := r.hitHead(h); !r.inName(h) && !r.isProper(h) && r.headsNoun(head) {
			r.addHit(h, head)
		}
	}
	r.addQuotations()
	kept := r.parties[:0]
	for _, p := range r.parties {
		if !r.identify(&p) {
			continue
		}
		r.remember(p)
		if r.isOwn(p) && p.says {
			kept = append(kept, p)
		}
	}
	slices.SortStableFunc(kept, func(a, b partyName) int { return cmp.Compare(a.span.Start, b.span.Start) })
	r.parties = kept
	r.sumSigns()
	var out []rashomon.Label
	for _, p := range kept {
		valence, rule := r.valence(p)
		out = append(out, rashomon.Label{Entity: p.entity, Span: p.span, Valence: valence, Rule: rule})
	}
	return out
}

// inName reports whether a hit is part of a party's own name, which nobody chose who tells of it: "the National
// Liberation Front". What is in lower case, or a plural that is all there is of the name, is the text's word: "the
// Iskar regime", "the Loyalists".
func (r *reading) inName(h hit) bool {
	name := r.named[h.head]
	if name == rashomon.None || r.isLower(h.head) {
		return false
	}
	tag := r.doc.Tokens[h.head].XPOS
	return r.doc.Mentions[name].Span.Len() > h.span.Len() || tag != "NNPS" && tag != "NNS"
}

// isProper reports whether an adjective is a party's name, told by its capital before a word that has none: "the
// Democratic candidates". An entry that holds a name has its capital from there.
func (r *reading) isProper(h hit) bool {
	return h.class == classAdjective && !h.holdsName() && h.span.End < len(r.words) &&
		!r.isLower(h.span.Start) && !r.beginsSentence(h.span.Start) && r.isLower(h.span.End)
}

// isLower reports whether a token begins with a lower-case letter.
func (r *reading) isLower(i int) bool {
	first, _ := utf8.DecodeRuneInString(r.doc.Quote(r.doc.Tokens[i].Extent))
	return unicode.IsLower(first)
}

// addHit puts what a hit says to the noun phrase that it stands in.
func (r *reading) addHit(h hit, head int) {
	p := r.party(head)
	p.span = join(p.span, h.span)
	p.rules = append(p.rules, h.rule)
	if h.span.Len() == 1 {
		p.words = append(p.words, h.head)
	}
	p.says = p.says || h.class != classDistancing || h.valence != 0
	switch {
	case h.class == classDistancing:
		p.held = p.held || h.valence < 0
		p.doubted = true
	case h.class == classNoun && head == h.head:
		p.named, p.noun = true, h.valence
	default:
		p.good += max(0, h.valence)
		p.bad += max(0, -h.valence)
	}
}

// party returns the noun phrase that a token heads. The pointer is true until the next one is added.
func (r *reading) party(head int) *partyName {
	at, known := r.byPhrase[head]
	if !known {
		at = len(r.parties)
		r.byPhrase[head] = at
		r.parties = append(r.parties, partyName{head: head, span: rashomon.Span{Start: head, End: head + 1}})
	}
	return &r.parties[at]
}

func join(a, b rashomon.Span) rashomon.Span {
	return rashomon.Span{Start: min(a.Start, b.Start), End: max(a.End, b.End)}
}

// chainLimit is how many modifiers may hang one on the other: "the [[[[freely] elected] and] respected] council" has
// two.
const chainLimit = 6

// hitHead returns the noun that a hit stands with, or its own. What holds a noun at a distance stands before it,
// whatever the tree has made of "would-be".
func (r *reading) hitHead(h hit) int {
	head := r.phraseHead(h.head)
	if h.class != classDistancing || head >= h.span.End {
		return head
	}
	for i := h.span.End; i < min(h.span.End+chainLimit, len(r.words)); i++ {
		if r.headed[i] != rashomon.None || r.doc.Tokens[i].UPOS == "VERB" && !r.isModifier(i) {
			return i
		}
	}
	return head
}

// phraseHead returns the noun that a modifier stands with, or the token itself: in "the criminal gang leader" the gang
// is criminal.
func (r *reading) phraseHead(i int) int {
	for range chainLimit {
		if !r.isModifier(i) {
			break
		}
		if i = r.tree.Head(i); r.doc.Tokens[i].UPOS == "NOUN" {
			break
		}
	}
	return i
}

// headsNoun reports whether a token can head the name of a party: what somebody is said to be like is no name.
func (r *reading) headsNoun(i int) bool {
	upos := r.doc.Tokens[i].UPOS
	return upos == "NOUN" || upos == "PROPN" || r.headed[i] != rashomon.None
}

// isModifier reports whether a token stands with a noun, or is joined to a word that does.
func (r *reading) isModifier(i int) bool {
	head := r.tree.Head(i)
	if head == rashomon.None {
		return false
	}
	switch relation := r.doc.Tokens[i].Relation; relation {
	case "amod", "compound", "acl", "nmod:desc":
		return true
	case "conj", "advmod", "punct":
		return r.tree.Is(head, "amod") && (relation != "conj" || r.doc.Tokens[i].UPOS != "NOUN")
	}
	return false
}

// isOwn reports whether the words are the text's own: they stand in nobody's statement, or in one that the text puts
// into words of its own, for what somebody thinks or wants, or what is said without a word on who says it, is not
// quoted.
func (r *reading) isOwn(p partyName) bool {
	at := r.voices.statement(p.span)
	if at == rashomon.None {
		return true
	}
	s := r.doc.Statements[at]
	return s.Kind == rashomon.StatementIndirect && (s.Type != rashomon.StatementAssertion || s.Source.Empty())
}

func (p partyName) rule() string { return strings.Join(p.rules, "; ") }
