package point

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// matched reports whether two tellings speak of the same deed: of one happening, or alike in predicate and content.
func matched(a, b *telling, l likeness) bool {
	if a.happening != rashomon.None && a.happening == b.happening {
		return true
	}
	return l.predicate >= 0.8 && l.content >= 0.4 && l.weight >= 1.5
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
	if x == nil || y == nil || x.isAnybody() || y.isAnybody() || x.same(*y) || !x.acts() || !y.acts() || !sameDeed(a, b) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWho, rule: "who/other", strength: 0.8,
		why: fmt.Sprintf("%s did it, or %s", a.quote(*x), b.quote(*y)),
	}, true
}

// sameDeed reports whether two tellings that may have different doers are of one deed: of one happening, or done to the
// same.
func sameDeed(a, b *telling) bool {
	if otherThing(a, b) {
		return false
	}
	return a.happening != rashomon.None && a.happening == b.happening || a.undergoer() != nil && b.undergoer() != nil
}

// acts reports whether a term is somebody.
func (t *term) acts() bool {
	switch t.kind {
	case rashomon.EntityPerson, rashomon.EntityOrganization, rashomon.EntityGroup, rashomon.EntityPlace:
		return !words().classes.Has("people", t.word)
	}
	return words().classes.Has("person", t.word)
}

// quote returns the words of a term, without a relative clause behind it.
func (t *telling) quote(of term) string {
	if of.role.Shared || of.role.Extent.Len() > longestTerm || t.digest.Quote(of.role.Extent) != of.word && of.role.Extent.Len() < len(of.word) {
		return of.word
	}
	return strings.TrimSpace(t.digest.Quote(of.role.Extent))
}

// longestTerm is how many bytes of a term are quoted in an explanation.
const longestTerm = 60

// when finds that two times of one day, or two days, are told.
func when(a, b *telling) (finding, bool) {
	x, y := a.time(), b.time()
	if x == nil || y == nil || !apart(x, y) || a.digest.Quote(x.Extent) == b.digest.Quote(y.Extent) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhen, rule: "when/other", strength: 0.8,
		why: fmt.Sprintf("at %s, or %s", a.digest.Quote(x.Extent), b.digest.Quote(y.Extent)),
	}, true
}

// time returns the time that is told with the deed.
func (t *telling) time() *digest.Timex {
	for _, other := range t.others {
		if other.role.Timex != rashomon.None {
			if timex := &t.digest.Timexes[other.role.Timex]; timex.From != "" || clock(timex) >= 0 {
				return timex
			}
		}
	}
	if t.event != nil && t.event.Time != rashomon.None && t.event.TimeFrom == rashomon.OriginTree {
		return &t.digest.Timexes[t.event.Time]
	}
	return nil
}

// apart reports whether two times cannot be the same: different hours of the day, or days that do not meet.
func apart(x, y *digest.Timex) bool {
	if p, q := clock(x), clock(y); p >= 0 && q >= 0 {
		return p-q > sameMinutes || q-p > sameMinutes
	}
	if x.Grain != y.Grain || x.Value == "" || y.Value == "" {
		return false
	}
	if x.From == "" || y.From == "" { // days of a week that nobody tells
		return x.From == y.From && x.Value != y.Value
	}
	return x.To < y.From || y.To < x.From
}

// sameMinutes is how far two clocks may be apart and still tell the same.
const sameMinutes = 20

// clock returns the minute of the day that a time of the clock tells, or -1.
func clock(t *digest.Timex) int {
	_, of, found := strings.Cut(t.Value, "T")
	var hour, minute int
	if !found {
		return -1
	}
	if n, _ := fmt.Sscanf(of, "%2d:%2d", &hour, &minute); n == 0 {
		return -1
	}
	return hour*60 + minute
}

// where finds that two places are told.
func where(a, b *telling) (finding, bool) {
	x, y := a.place(), b.place()
	if x == nil || y == nil || x.same(*y) || shareKey(a, b, x, y) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhere, rule: "where/other", strength: 0.7,
		why: fmt.Sprintf("%s, or %s", a.quote(*x), b.quote(*y)),
	}, true
}

// place returns the term of a building or spot where the deed is told to have been done.
func (t *telling) place() *term {
	for i := range t.others {
		role := t.others[i].role
		if role.Timex != rashomon.None || role.Quantity != rashomon.None || !words().classes.Has("place", role.Preposition) {
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
func shareKey(a, b *telling, x, y *term) bool { return b.has(x.key()) >= 0.9 || a.has(y.key()) >= 0.9 }

// other finds that the same was done to things of one kind that are not the same: "shot down a transport helicopter", "shot
// down transport planes".
func other(a, b *telling, l likeness) (finding, bool) {
	x, y := a.undergoer(), b.undergoer()
	if a.denied || b.denied || a.open || b.open || a.core != b.core || x == nil || y == nil || words().classes.Has("empty", a.core) {
		return finding{}, false
	}
	near := words().vectors.Similarity(x.word, y.word)
	if x.same(*y) && x.word == y.word || near < likeThings || l.content < 0.4 || wordWeight(l.named()) < 1.2 || conflicting(a.doer(), b.doer()) {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, a: a.side(), b: b.side(), rule: "what/other", strength: 0.3 + 0.4*l.content,
		why: fmt.Sprintf("%s, or %s", a.quote(*x), b.quote(*y)),
	}, true
}

// likeThings is the cosine from which two nouns are of things of one kind.
const likeThings = 0.6

// means finds that the same is told to have been done by two things: a stone, or a vehicle.
func means(a, b *telling) (finding, bool) {
	x, y := a.instrument(), b.instrument()
	if x == nil || y == nil || x.same(*y) || words().akin(x.word, y.word) >= 0.5 || !sameUndergoer(a, b) || !a.harms() || !b.harms() {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhat, rule: "what/means", strength: 0.85,
		why: fmt.Sprintf("by %s, or %s", a.quote(*x), b.quote(*y)),
	}, true
}

// harms reports whether a clause tells of what was done to somebody's body, of which there is one cause.
func (t *telling) harms() bool { return words().classes.Has("harm", first(t.core)) }

// instrument returns the term of the thing that it was done by.
func (t *telling) instrument() *term {
	for i := range t.others {
		role := t.others[i].role
		if (role.Preposition == "by" || role.Preposition == "with") && !t.others[i].acts() && role.Timex == rashomon.None && role.Quantity == rashomon.None {
			return &t.others[i]
		}
	}
	return nil
}

// sameUndergoer reports whether the same person underwent both: he himself, or something of his.
func sameUndergoer(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && x.party != rashomon.None && x.party == y.party
}
