package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// matched reports whether two tellings speak of the same deed: of one happening, or alike in predicate and content.
func matched(a, b *telling, l likeness) bool {
	if a.happening != rashomon.None && a.happening == b.happening {
		return true
	}
	return l.predicate >= 0.8 && (l.content >= 0.4 && l.weight >= 1.5 || sameRareThing(a, b))
}

// sameRareThing reports whether the deed is done to the same thing by both, and by no usual word for it.
func sameRareThing(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && x.word == y.word && words().weight(x.word) > usualWeight && !words().classes.Has("nobody", x.word)
}

// otherDoer reports whether both name who does it, and name different ones.
func otherDoer(a, b *telling) bool {
	x, y := a.doer(), b.doer()
	return x != nil && y != nil && !x.isAnybody() && !y.isAnybody() && !x.same(y)
}

// ownDeeds reports whether two tellings are of two deeds, for they have different doers and each may do it by himself, or
// no happening makes them one.
func ownDeeds(a, b *telling) bool {
	one := a.happening != rashomon.None && a.happening == b.happening
	return otherDoer(a, b) && !one && !sameRareThing(a, b) || severally(a, b)
}

// severally reports whether different doers do what each may do by himself: "the miners came", "the police came".
func severally(a, b *telling) bool {
	return otherDoer(a, b) && (a.isShared() || b.isShared())
}

// isShared reports whether a predicate is of the lexicon's, but for one whose particle makes another word of it: "go up".
func (t *telling) isShared() bool {
	return words().classes.Has("shared", first(t.core)) && (t.core == first(t.core) || words().families[t.core] == nil)
}

// roles finds who, when, where and by what means two tellings of one deed tell differently.
func roles(a, b *telling, l likeness) []finding {
	if a.denied || b.denied || a.open || b.open {
		return nil
	}
	rules := []func(a, b *telling) (finding, bool){means}
	if matched(a, b, l) {
		rules = append(rules, who, when, where)
	}
	var found []finding
	for _, rule := range rules {
		if f, differs := rule(a, b); differs {
			f.a, f.b = a.side(), b.side()
			f.strength *= 0.6 + 0.4*l.content
			found = append(found, f)
		}
	}
	return found
}

// who finds that two doers are named.
func who(a, b *telling) (finding, bool) {
	x, y := a.doer(), b.doer()
	if x == nil || y == nil || x.isVague() || y.isVague() || x.same(y) || !x.acts() || !y.acts() || !sameDeed(a, b) {
		return finding{}, false
	}
	if !x.named && !y.named && words().classes.Has("attacker", x.role.Head) && words().classes.Has("attacker", y.role.Head) {
		return finding{}, false // what one calls terrorists another calls hijackers
	}
	return finding{
		kind: rashomon.PointWho, rule: "who/other", strength: strengthOfWho(x, y),
		why: fmt.Sprintf("who did it: %q, or %q", a.quote(*x), b.quote(*y)),
	}, true
}

// strengthOfWho tells how surely two doers are not one: "strikers" may be "members of the union", names are names.
func strengthOfWho(x, y *term) float64 {
	if x.named && y.named {
		return 0.8
	}
	return 0.6
}

// sameDeedFrom is how near in meaning two predicates must be to be taken for one.
const sameDeedFrom = 0.8

// sameDeed reports whether two tellings that may have different doers are of one deed: of one happening, or done to the
// same. What many may do one after the other ("they came", "they entered the gallery") is no one deed.
func sameDeed(a, b *telling) bool {
	isOrder := slices.Contains(a.coreWord.families, "order") || slices.Contains(b.coreWord.families, "order")
	isLike := a.coreWord.akin(b.coreWord) >= sameDeedFrom || sameRareThing(a, b)
	if isOrder || !isLike || otherThing(a, b) || severally(a, b) || slices.Contains(words().opposites[a.core], b.core) {
		return false
	}
	return a.happening != rashomon.None && a.happening == b.happening && !manyDeeds(a, b) || a.undergoer() != nil && b.undergoer() != nil
}

// acts reports whether a term is somebody.
func (t *term) acts() bool {
	switch t.kind {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPlace:
		return !t.entry().people
	}
	return words().classes.Has("person", t.word)
}

// quote returns the words of a term, without a relative clause behind it, and without the "by" before it.
func (t *telling) quote(of term) string {
	quoted := t.digest.Quote(of.role.Extent)
	isOther := of.role.Shared || len(quoted) > longestTerm || quoted != of.word && len(quoted) < len(of.word)
	switch {
	case isOther && of.named && of.party != rashomon.None:
		return t.ground.PartyAt(of.party).Name
	case isOther:
		return of.word
	}
	return strings.TrimPrefix(strings.TrimSpace(quoted), "by ")
}

// longestTerm is how many bytes of a term are quoted in an explanation.
const longestTerm = 60

// where finds that two places are told.
func where(a, b *telling) (finding, bool) {
	x, y := a.place(), b.place()
	if x == nil || y == nil || x.same(y) || shareKey(a, b, x, y) {
		return finding{}, false
	}
	if ownDeeds(a, b) || elsewhere(a, b) || manyDeeds(a, b) || (x.role.Preposition == "from") != (y.role.Preposition == "from") {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhere, rule: "where/other", strength: 0.7,
		why: fmt.Sprintf("where it was: %q, or %q", a.quote(*x), b.quote(*y)),
	}, true
}

// manyDeeds reports whether two tellings may well be of two deeds at two places, though one happening holds both: their
// predicates are unlike, or what it is done to is "people".
func manyDeeds(a, b *telling) bool {
	if a.coreWord.akin(b.coreWord) < 0.5 {
		return true
	}
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && x.isVague() && y.isVague()
}

// place returns the term of a building or spot where the deed is told to have been done.
func (t *telling) place() *term {
	if t.prepared {
		return t.traits.place
	}
	for i := range t.others {
		role := t.others[i].role
		isPlaced := words().classes.Has("place", role.Preposition) && !words().classes.Has("stop", t.others[i].word) &&
			!words().classes.Has("wide", t.others[i].word) && !words().classes.Has("order", t.others[i].word)
		if role.Timex != rashomon.None || role.Quantity != rashomon.None || !isPlaced {
			continue
		}
		if role.Entity != rashomon.None && isPlace(t.digest.Entities[role.Entity]) || role.Entity == rashomon.None && role.Preposition != "in" {
			return &t.others[i]
		}
	}
	return nil
}

// isPlace reports whether an entity is a place that is no whole country or province, in which many places lie.
func isPlace(e digest.Entity) bool {
	switch {
	case e.Type == rashomon.EntityFacility:
		return true
	case e.Type != rashomon.EntityPlace:
		return false
	}
	return e.Location == nil || e.Location.Precision == rashomon.PrecisionPoint
}

// shareKey reports whether each place is named in the other's clause: "in the square, at the bridge".
func shareKey(a, b *telling, x, y *term) bool { return b.holdsKin(x.key()) || a.holdsKin(y.key()) }

// other finds that the same was done to things of one kind that are not the same: "shot down a transport helicopter", "shot
// down transport planes".
func other(a, b *telling, l likeness) (finding, bool) {
	if a.denied || b.denied || a.open || b.open || a.core != b.core || words().classes.Has("empty", a.core) {
		return finding{}, false
	}
	x, y := a.undergoer(), b.undergoer()
	if x == nil || y == nil || words().classes.Has("notice", a.core) || x.isVague() || y.isVague() || otherDoer(a, b) {
		return finding{}, false
	}
	near := words().vectors.Similarity(x.word, y.word)
	if x.same(y) && x.word == y.word || near < likeThings || l.content < 0.4 || wordWeight(l.named()) < 1.2 || conflicting(a.doer(), b.doer()) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, a: a.side(), b: b.side(), rule: "what/other", strength: 0.3 + 0.4*l.content,
		why: fmt.Sprintf("to whom or what it was done: %q, or %q", a.quote(*x), b.quote(*y)),
	}, true
}

// isVague reports whether a term is a pronoun, a number, or a word that fits everything.
func (t *term) isVague() bool {
	w := t.entry()
	return t.isAnybody() || w.numeral || w.stop || w.people ||
		!t.named && words().classes.Has("pronoun", t.role.Head)
}

// likeThings is the cosine from which two nouns are of things of one kind.
const likeThings = 0.6
