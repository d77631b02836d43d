package position

import (
	"cmp"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Two documents may take opposite sides though they name nobody alike: the one praises a minister, the other calls what was done
// murder, or those who did it butchers.

// A verdictOn is what a document says for or against those who answer for what was done, in its own voice.
type verdictOn struct {
	evidence
	party int // or None, where it says what was done
}

// outcry is what a document says for those in power and against them, or against those who did it, whoever they are.
type outcry struct {
	praise, blame []verdictOn
	calls         bool // it speaks of killers itself
}

// outcryOf reads what was found in a document.
func (w *witness) outcryOf(found map[int][]evidence) outcry {
	var o outcry
	for i := range w.d.Entities {
		entity := &w.d.Entities[i]
		party := w.g.Party(w.d.Document, i)
		o.calls = o.calls || isNobodyKnown(entity)
		for _, e := range found[party] {
			plain := party != rashomon.None && e.own && !e.self && !e.seen && e.weight >= enough
			switch v := (verdictOn{e, party}); {
			case !plain:
			case e.sign > 0 && isInPower(entity) && !isAnyone(entity):
				o.praise = append(o.praise, v)
			case e.sign < 0 && (isInPower(entity) && !w.speaksOfCriminals(e.extent) || isNobodyKnown(entity) || w.speaksOfKillers(e.extent)):
				o.blame = append(o.blame, v)
			}
		}
	}
	for i := range w.d.Clauses {
		if c := &w.d.Clauses[i]; w.callsItCrime(c) {
			o.blame = append(o.blame, verdictOn{evidence{
				extent: c.Extent, sign: -1, weight: weightName, reason: fmt.Sprintf("it says %q", w.d.Quote(c.Head))}, rashomon.None})
		}
	}
	slices.SortStableFunc(o.blame, func(x, y verdictOn) int { return cmp.Compare(w.titleRank(x), w.titleRank(y)) })
	return o
}

// titleRank puts what stands in a text before what stands above it.
func (w *witness) titleRank(v verdictOn) int {
	if slices.Contains(heads, w.partAt(v.extent)) {
		return 1
	}
	return 0
}

// speaksOfKillers reports whether a word for those who kill stands in an extent.
func (w *witness) speaksOfKillers(extent rashomon.Extent) bool {
	return slices.ContainsFunc(w.mentionsIn(extent), func(m named) bool { return inClass("killers", m.Head) })
}

// speaksOfCriminals reports whether a word for criminals stands in an extent: rebels are called so, not those in power.
func (w *witness) speaksOfCriminals(extent rashomon.Extent) bool {
	return slices.ContainsFunc(w.mentionsIn(extent), func(m named) bool { return m.Distancing || isCriminal(w.d.Entities[m.entity]) })
}

// isAnyone reports whether an entity is one of a kind, whoever it is: "a decent officer".
func isAnyone(entity *digest.Entity) bool {
	article, _, _ := strings.Cut(strings.ToLower(entity.Mentions[0].Text), " ")
	return entity.Mentions[0].Kind == rashomon.MentionNominal && inClass("any", article)
}

// isInPower reports whether an entity is coded as those who govern, fight or police, or bears the title of an office.
func isInPower(entity *digest.Entity) bool {
	is := func(class string) bool {
		return slices.ContainsFunc(entity.Codes, func(code string) bool { return inClass(class, code) })
	}
	if is("rebel") || is("criminal") {
		return false
	}
	if is("power") {
		return true
	}
	return slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool {
		return slices.ContainsFunc(strings.Fields(strings.ToLower(m.Title)), func(word string) bool { return inClass("office", word) })
	})
}

// isNobodyKnown reports whether an entity is called by a word for those who kill, and by no name.
func isNobodyKnown(entity *digest.Entity) bool {
	return slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return inClass("killers", m.Head) }) &&
		!slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName })
}

// callsItCrime reports whether a clause says of what was done that it was a crime: "it was murder".
func (w *witness) callsItCrime(c *digest.Clause) bool {
	what, isNaming := strings.CutPrefix(c.Predicate, "be ")
	return isNaming && inClass("outrage", what) && !c.Negated && c.Modal == "" && !inClass("conditional", c.Mark) &&
		!strings.HasPrefix(c.Relation, "acl")
}

// praised returns the difference between what one document says for those in power and what another says against those who did
// it, unless a party that both speak of shows how they stand.
func praised(g *ground.Ground, praising, blaming string, outcries map[string]outcry, sides map[string]map[int]stand) []rashomon.Difference {
	a, b := outcries[praising], outcries[blaming]
	if len(a.praise) == 0 || len(b.blame) == 0 || len(b.praise) > 0 {
		return nil
	}
	same, opposite := shared(sides[praising], sides[blaming])
	if same || opposite || a.calls {
		return nil
	}
	p, q := a.praise[0], b.blame[0]
	d := rashomon.Difference{
		ID: id("praise", g.Digest(praising).Quote(p.extent), [2]string{praising, blaming}), Kind: rashomon.PointPosition,
		A: g.Digest(praising).Side(p.extent, rashomon.None), B: g.Digest(blaming).Side(q.extent, rashomon.None),
		Why: fmt.Sprintf("%s praises those in power, for %s; %s blames those who did it, for %s.", g.Digest(praising).By(), p.reason,
			g.Digest(blaming).By(), q.reason),
		Rule: "position/praise", Strength: 0.4,
	}
	if d.B.Passage.Less(d.A.Passage) {
		d.A, d.B = d.B, d.A
	}
	return []rashomon.Difference{d}
}

// shared reports whether two documents take the same side to a party, and whether they take opposite ones.
func shared(a, b map[int]stand) (same, opposite bool) {
	for party, s := range a {
		product := s.sign * b[party].sign
		same, opposite = same || product > 0, opposite || product < 0
	}
	return same, opposite
}
