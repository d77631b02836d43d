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
	sides   map[string]int // by camp and country: 1 or -1
	call    call           // the plainest one; empty where it calls for nothing
	rebukes []rebuke
}

// A rebuke is a clause by which a document scolds those who are against somebody: "they were so against the mayor that they
// became stooges of the company".
type rebuke struct {
	extent rashomon.Extent
	party  int    // whom they are against
	side   string // his, where he fights for or against those in power
}

// causeOf returns what a document stands for, by the sides that it takes.
func (w *witness) causeOf(taken map[int]stand) cause {
	d, c := w.d, cause{sides: map[string]int{}}
	home := home(d)
	for i, entity := range d.Entities {
		party := w.g.Party(d.Document, i)
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
		if found, scolds := w.rebukeIn(&d.Clauses[i], home); scolds {
			c.rebukes = append(c.rebukes, found)
		}
	}
	return c
}

// rebukeIn reads a rebuke out of a clause in the document's own voice: hostile words in a sentence about those who are against
// somebody.
func (w *witness) rebukeIn(c *digest.Clause, home string) (rebuke, bool) {
	if !w.isOwn(c.Statement) || c.Negated || slices.ContainsFunc(c.Roles, w.isOurs) {
		return rebuke{}, false
	}
	for _, role := range c.Roles {
		party := w.party(role.Entity)
		if party != rashomon.None && isAgainst(c, role) && w.isHostile(c.Sentence) {
			return rebuke{c.Extent, party, campOf(w.d.Entities[role.Entity], home)}, true
		}
	}
	return rebuke{}, false
}

// isAgainst reports whether a clause tells that somebody is against whom a role stands for.
func isAgainst(c *digest.Clause, role digest.Role) bool {
	if role.Relation == "obj" {
		return inClass("opposing", c.Predicate)
	}
	return inClass("against", role.Preposition) && (role.Relation == "cop" || inClass("stand", c.Predicate))
}

// isHostile reports whether a sentence has hostile words in the document's own voice.
func (w *witness) isHostile(sentence int) bool {
	extent := w.d.Sentences[sentence].Extent
	return slices.ContainsFunc(w.d.Loaded, func(word digest.Loaded) bool {
		return word.Valence < 0 && w.isOwn(word.Statement) && extent.Contains(word.Extent)
	})
}

// side returns the camp of those who bear no name and fight for or against those in power, with their country; or "".
func side(entity digest.Entity, home string) string {
	if slices.ContainsFunc(entity.Mentions, func(m digest.Mention) bool { return m.Kind == rashomon.MentionName }) {
		return ""
	}
	return campOf(entity, home)
}

// campOf returns the camp of an entity in a fight for or against those in power, with its country; or "".
func campOf(entity digest.Entity, home string) string {
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

// rebuked returns the differences between what one document calls for and what another says of those who are against the
// same: whoever scolds them is on the other side.
func rebuked(g *ground.Ground, caller, scolder string, causes map[string]cause, sides map[string]map[int]stand) []rashomon.Difference {
	by, of := causes[caller], causes[scolder]
	if by.call.weight == 0 {
		return nil
	}
	for _, r := range of.rebukes {
		if sides[caller][r.party].sign >= 0 && (r.side == "" || by.sides[r.side] >= 0 && by.sides[opposite(r.side)] <= 0) {
			continue
		}
		return []rashomon.Difference{rebukeDiffers(g, g.Digest(caller), g.Digest(scolder), by.call, r)}
	}
	return nil
}

func rebukeDiffers(g *ground.Ground, caller, scolder *digest.Digest, c call, r rebuke) rashomon.Difference {
	name := g.PartyAt(r.party).Name
	d := rashomon.Difference{
		ID: id("rebuke", name, [2]string{caller.Document, scolder.Document}), Kind: rashomon.PointPosition,
		A: caller.Side(c.extent, rashomon.None), B: scolder.Side(r.extent, rashomon.None),
		Why: fmt.Sprintf("%s is against %s, and says so: %q; %s blames those who are: %q.", caller.By(), name,
			caller.Quote(c.extent), scolder.By(), scolder.Quote(r.extent)),
		Rule: "position/rebuke", Strength: 0.5,
	}
	if d.B.Passage.Less(d.A.Passage) {
		d.A, d.B = d.B, d.A
	}
	return d
}

// opposite returns the side that fights another one.
func opposite(side string) string {
	camp, country, _ := strings.Cut(side, " ")
	return map[string]string{"rebel": "power", "power": "rebel"}[camp] + " " + country
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
			on = append(on, g.PartyAt(party).Name)
		}
	}
	if len(on) == 0 {
		return ""
	}
	return slices.MinFunc(on, cmp.Compare[string])
}
