package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// A style is a noun by which a voice calls those who rule or who fight them: "the regime" or "the government",
// "terrorists" or "the opposition".
type style struct {
	digest    *digest.Digest
	extent    rashomon.Extent // of the mention
	noun      string
	bad       bool
	ruler     bool // of those who rule
	party     int  // whose rule it is, or None
	codes     []string
	statement int
}

// styles returns the first noun of each kind for each party by each voice of a document, where the voice uses no
// other. By what noun somebody calls those who rule is told by what stands between quotation marks alone.
func styles(g *ground.Ground, d *digest.Digest) []style {
	var found []style
	for i, entity := range d.Entities {
		for _, mention := range entity.Mentions {
			if s, calls := styleOf(g, d, i, mention); calls &&
				d.Sentences[sentenceAt(d, mention.Extent)].Part != rashomon.PartBoilerplate {
				found = append(found, s)
			}
		}
	}
	slices.SortStableFunc(found, func(a, b style) int { return a.extent.Start - b.extent.Start })
	var kept []style
	for i, s := range found {
		isMixed := slices.ContainsFunc(found, func(o style) bool { return o.isOf(s) && o.bad != s.bad })
		if !isMixed && !slices.ContainsFunc(found[:i], s.isOf) {
			kept = append(kept, s)
		}
	}
	return kept
}

func sentenceAt(d *digest.Digest, e rashomon.Extent) int {
	at, _ := slices.BinarySearchFunc(d.Sentences, e.Start, func(s digest.Sentence, start int) int {
		if s.Extent.End <= start {
			return -1
		}
		if s.Extent.Start > start {
			return 1
		}
		return 0
	})
	return min(at, len(d.Sentences)-1)
}

// isOf reports whether two styles are of the same party, by one voice.
func (s style) isOf(o style) bool {
	return s.digest.Is(o.digest) && s.isVoice(o) && s.ruler == o.ruler && sameParty(s, o)
}

// isVoice reports whether two styles of one document are in the words of the same holders.
func (s style) isVoice(o style) bool {
	return slices.Equal(s.digest.Chain(s.statement), o.digest.Chain(o.statement))
}

// sameParty reports whether two styles may be of one party: of rulers it must be known, fighters must not be of two
// countries.
func sameParty(a, b style) bool {
	if a.ruler || b.ruler {
		return a.ruler == b.ruler && a.party == b.party
	}
	x, y := digest.Entity{Codes: a.codes}, digest.Entity{Codes: b.codes}
	return country(x) == country(y) || country(x) == "" || country(y) == ""
}

// styleOf returns the style of a mention.
func styleOf(g *ground.Ground, d *digest.Digest, entity int, m digest.Mention) (style, bool) {
	if m.Distancing || strings.ContainsAny(m.Text, `‘“"`) {
		return style{}, false // he holds the word at a distance
	}
	s := style{digest: d, extent: m.Extent, noun: singular(m.Head), codes: d.Entities[entity].Codes,
		statement: quotedIn(d, m.Extent, true), party: rashomon.None}
	switch has := func(class string) bool { return words().classes.Has(class, s.noun) }; {
	case has("misrule"), has("rule"):
		s.bad, s.ruler = has("misrule"), true
		s.party = headOf(g, d, m)
		return s, s.party != rashomon.None
	case has("outlaw"), has("cause_fighter"):
		s.bad, s.statement = has("outlaw"), quotedIn(d, m.Extent, false)
		return s, camp(s.codes) == "rebel" && m.Kind == rashomon.MentionNominal
	}
	return style{}, false
}

// headOf returns the person by whose name those who rule are called in a mention ("the Sadik regime"), or None.
func headOf(g *ground.Ground, d *digest.Digest, m digest.Mention) int {
	said := strings.Fields(m.Text)
	for i, other := range d.Entities {
		isNamed := func(name digest.Mention) bool {
			last := strings.Fields(name.Text)
			return name.Kind == rashomon.MentionName && len(last) > 0 && slices.Contains(said, last[len(last)-1])
		}
		if other.Type == rashomon.EntityPerson && slices.ContainsFunc(other.Mentions, isNamed) {
			return g.Party(d.Document, i)
		}
	}
	return rashomon.None
}

// quotedIn returns the innermost statement in whose content an extent stands, of those in quotation marks or of all,
// or None.
func quotedIn(d *digest.Digest, e rashomon.Extent, direct bool) int {
	found := rashomon.None
	for i, s := range d.Statements {
		isWord := s.Kind == rashomon.StatementDirect || !direct && s.Type == rashomon.StatementAssertion
		if isWord && slices.ContainsFunc(s.Content, func(content rashomon.Extent) bool { return content.Contains(e) }) {
			found = i
		}
	}
	return found
}

// stylesDiffer finds that two voices call those who rule, or who fight them, by nouns of which one denies them the
// right to.
func stylesDiffer(a, b style) (finding, bool) {
	if a.bad == b.bad || a.ruler != b.ruler || !sameParty(a, b) || a.digest.Is(b.digest) && a.isVoice(b) {
		return finding{}, false
	}
	f := finding{kind: rashomon.PointName, a: a.side(), b: b.side(), rule: "name/fighters", strength: 0.5}
	f.why = fmt.Sprintf("the same are called %q, or %q", strings.TrimSpace(a.digest.Quote(a.extent)),
		strings.TrimSpace(b.digest.Quote(b.extent)))
	if a.ruler {
		f.rule = "name/ruler"
	} else if !a.digest.Is(b.digest) || sentenceAt(a.digest, b.extent)-sentenceAt(a.digest, a.extent) > sameFight {
		return finding{}, false // who they are is told by the labels of the two, or by nothing
	}
	return f, true
}

// side returns the clause that a style stands in.
func (s style) side() rashomon.Side {
	side := labelSide(s.digest, digest.Label{Extent: s.extent})
	return s.digest.Side(side.Extent, s.statement)
}
