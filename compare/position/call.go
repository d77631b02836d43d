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

// A call is a clause by which a document calls upon its readers to take a side: "Stop the bombing", "Victory to the strikers",
// "we must stand by the government".
type call struct {
	extent rashomon.Extent
	weight int // how many of its words take a side
}

// longestCall is how many bytes a sentence may have to be shown as a call as a whole.
const longestCall = 200

// A cause is what a document stands for as a whole: on which side it is of those who bear no name, and what it calls for.
type cause struct {
	sides map[string]int // by camp and country: 1 or -1
	call  call           // the plainest one; empty where it calls for nothing
}

// causeOf returns what a document stands for, by the sides that it takes.
func causeOf(g *ground.Ground, d *digest.Digest, taken map[int]stand) cause {
	w := newWitness(g, d)
	c := cause{sides: map[string]int{}}
	home := home(d)
	for i, entity := range d.Entities {
		party := g.Party(d.Document, i)
		side := side(entity, home)
		if party == rashomon.None || side == "" {
			continue
		}
		switch sign := taken[party].sign; {
		case sign == 0:
		case c.sides[side] == -sign:
			delete(c.sides, side) // it is for some of them and against others
		default:
			c.sides[side] = sign
		}
	}
	for i := range d.Clauses {
		if found, calls := w.callIn(&d.Clauses[i]); calls && found.weight > c.call.weight {
			c.call = found
		}
	}
	return c
}

// side returns the camp of those who bear no name and fight for or against those in power, with their country; or "".
func side(entity digest.Entity, home string) string {
	if slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName }) {
		return ""
	}
	country := countryOf(entity)
	if country == "" {
		country = home
	}
	for _, camp := range []string{"rebel", "power"} {
		if slices.ContainsFunc(entity.Codes, func(code string) bool { return inClass(camp, code) }) {
			return camp + " " + country
		}
	}
	return ""
}

// countryOf returns the country that stands first among the codes of an entity, or "".
func countryOf(entity digest.Entity) string {
	if len(entity.Codes) == 0 || inClass("sector", entity.Codes[0]) {
		return ""
	}
	return entity.Codes[0]
}

// home returns the country that a document speaks of most, or "".
func home(d *digest.Digest) string {
	count := map[string]int{}
	for _, entity := range d.Entities {
		if country := countryOf(entity); country != "" {
			count[country] += len(entity.Mentions)
		}
	}
	best := ""
	for country, n := range count {
		if n > count[best] || n == count[best] && country < best {
			best = country
		}
	}
	return best
}

// callIn reads a call out of a clause in the document's own voice.
func (w *witness) callIn(c *digest.Clause) (call, bool) {
	if !w.isOwn(c.Statement) || c.Negated || !w.isImperative(c) && !isObligation(c) && !isDemand(c) && !isSlogan(c) {
		return call{}, false
	}
	found := call{extent: c.Extent}
	if whole := w.d.Sentences[c.Sentence].Extent; whole.Len() <= longestCall {
		found.extent = whole
	}
	words := append(strings.Fields(c.Predicate), c.Terms...)
	slices.Sort(words)
	for _, word := range slices.Compact(words) {
		if inClass("campaign", word) {
			found.weight++
		}
	}
	return found, found.weight > 0
}

// isImperative reports whether a clause orders something: a verb without a subject that opens its sentence.
func (w *witness) isImperative(c *digest.Clause) bool {
	return c.Relation == "root" && c.Tense == digest.TenseNone && c.Modal == "" && !strings.HasPrefix(c.Predicate, "be ") &&
		c.Head.Start == c.Extent.Start && !slices.ContainsFunc(c.Roles, isSubject) && inClass("campaign", c.Predicate)
}

// isObligation reads "we must", "workers should".
func isObligation(c *digest.Clause) bool {
	return inClass("must", c.Modal) && slices.ContainsFunc(c.Roles, isSubject) && !c.Perfect
}

// isDemand reads "the correct line is", "the only way is".
func isDemand(c *digest.Clause) bool {
	complement, isCopula := strings.CutPrefix(c.Predicate, "be ")
	return isCopula && (inClass("demand", complement) || slices.ContainsFunc(c.Roles, func(role digest.Role) bool {
		return isSubject(role) && inClass("demand", role.Head)
	}))
}

// isSlogan reads "victory to the strikers".
func isSlogan(c *digest.Clause) bool {
	return c.Relation == "root" && c.Tense == digest.TenseNone && c.Modal == "" && len(c.Roles) == 0 && inClass("slogan", c.Predicate)
}

// opposedCalls returns the difference between what two documents call for, where they take opposite sides.
func opposedCalls(g *ground.Ground, pair [2]string, causes map[string]cause, sides map[string]map[int]stand) []rashomon.Difference {
	a, b := causes[pair[0]], causes[pair[1]]
	on := disputed(g, a, b, sides[pair[0]], sides[pair[1]])
	if on == "" || a.call.weight == 0 || b.call.weight == 0 {
		return nil
	}
	x, y := g.Digest(pair[0]), g.Digest(pair[1])
	return []rashomon.Difference{{
		ID: id("calls", on, pair), Kind: rashomon.PointPosition,
		A: x.Side(a.call.extent, rashomon.None), B: y.Side(b.call.extent, rashomon.None),
		Why: fmt.Sprintf("They take opposite sides on %s, and call for different things: %q, and %q.", on,
			x.Quote(a.call.extent), y.Quote(b.call.extent)),
		Rule: "position/calls", Strength: 0.55,
	}}
}

// disputed names those whom one document is for and the other against, or returns "".
func disputed(g *ground.Ground, a, b cause, first, second map[int]stand) string {
	var on []string
	for side, sign := range a.sides {
		if b.sides[side] == -sign {
			camp, _, _ := strings.Cut(side, " ")
			on = append(on, map[string]string{"rebel": "those who fight the government", "power": "those in power"}[camp])
		}
	}
	for party, s := range first {
		if s.sign*second[party].sign < 0 {
			on = append(on, g.Links.Parties[party].Name)
		}
	}
	if len(on) == 0 {
		return ""
	}
	return slices.MinFunc(on, cmp.Compare[string])
}
