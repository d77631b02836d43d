package framing

import (
	"cmp"
	"slices"
	"strings"

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
	r.addDistances()
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
