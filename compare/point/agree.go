package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// Support from which on two tellings are of one deed, and the share of the content of the poorer one that the other must
// have then: the more they have in common, the more each may tell besides.
const (
	sameSupport, halfContent = 2, 0.5
	likeSupport, likeShare   = 1.5, 0.85
	rareContent, rareShare   = 1.8, 0.6
	roughSupport, roughShare = 1.8, 0.35
)

// agree tells on what point two tellings say the same, if they do.
func agree(a, b *telling, l likeness) (finding, bool) {
	f, same := agreement(a, b, l)
	if same {
		f.a, f.b = a.side(), b.side()
	}
	return f, same
}

// agreement is agree without the sides, which few pairs need.
func agreement(a, b *telling, l likeness) (finding, bool) {
	f := finding{strength: l.content}
	if a.rebutted || b.rebutted {
		return finding{}, false
	}
	if lost(a, b) || lost(b, a) {
		return f.on(rashomon.PointWhether, "agree/lost", "Both tell that there was none: %s.", a.undergoer().word)
	}
	if numbers := sharedSeries(a, b); numbers != "" && !a.denied && !b.denied {
		return f.on(rashomon.PointWhat, "agree/numbers", "Both name the same: %s.", numbers)
	}
	if toldOtherwise(a, b) || !worthWeighing(a, b, l) {
		return finding{}, false
	}
	l.predicate = max(l.predicate, a.withAdverb().akin(b.withAdverb()))
	return f.weigh(a, b, l)
}

// on completes a finding.
func (f finding) on(kind rashomon.PointKind, rule, why string, args ...any) (finding, bool) {
	f.kind, f.rule, f.why = kind, rule, fmt.Sprintf(why, args...)
	return f, true
}

// worthWeighing reports whether two tellings have so much in common that they may be of one deed.
func worthWeighing(a, b *telling, l likeness) bool {
	return l.content >= roughShare || len(sharedClocks(a, b, sameMinutes)) > 0 ||
		sharedDuration(a, b) != "" || sameUndergoer(a, b) || sameRareThing(a, b)
}

// weigh finds on what two tellings agree by all that they have in common.
func (f finding) weigh(a, b *telling, l likeness) (finding, bool) {
	s := supportOf(a, b, l)
	other := otherRole(a, b) || severally(a, b) && s.content < 2*usualWeight
	alike := !other && tellsAlike(l, s)
	clocks, sameHour := sameReading(a, b, alike, l)
	f.strength = s.total()
	switch {
	case sameHour:
		return f.on(rashomon.PointWhen, "agree/when", "Both give one time: %q and %q.", a.digest.Quote(clocks[0].extent), b.digest.Quote(clocks[1].extent))
	case !other && sameDeadline(a, b, l, s):
		return f.on(rashomon.PointWhen, "agree/deadline", "Both expect it within the same time.")
	case !other && a.harms() && b.harms() && sameUndergoer(a, b) && sameInstrument(a, b):
		return f.on(rashomon.PointWhat, "agree/means", "Both name the same means: %s.", a.quote(*a.instrument()))
	case a.denied && sameMissing(a, b) && wordWeight(a.withoutNames(l.named())) >= usualWeight:
		return f.on(rashomon.PointWhether, "agree/missing", "Both say that there was none: %s.", strings.Join(l.named(), ", "))
	case alike, isSameDeed(a, b, l):
		return f.on(rashomon.PointWhether, "agree/whether", "Both tell it: %s.", inCommon(a, b, l))
	case !other && matched(a, b, l) && samePlace(a, b):
		return f.on(rashomon.PointWhere, "agree/where", "Both name the same place: %s.", a.quote(*a.place()))
	}
	return finding{}, false
}

// inCommon tells people what two tellings share: their predicates, the names, the words.
func inCommon(a, b *telling, l likeness) string {
	shared := []string{a.core}
	if b.core != a.core {
		shared = append(shared, b.core)
	}
	for _, name := range a.namings {
		if slices.ContainsFunc(b.namings, func(n naming) bool { return n.party == name.party && n.party != rashomon.None }) {
			shared = append(shared, a.digest.Quote(name.extent))
		}
	}
	for _, word := range a.withoutNames(l.named()) {
		if !slices.Contains(shared, word) {
			shared = append(shared, word)
		}
	}
	return strings.Join(shared, ", ")
}

// tellsAlike reports whether two tellings are of one deed.
func tellsAlike(l likeness, s support) bool {
	switch {
	case s.total() >= sameSupport && l.content >= halfContent && s.deed > 0,
		s.total() >= likeSupport && l.content >= likeShare && s.deed >= 0.5 && s.content >= 0.5,
		s.content >= rareContent && l.content >= rareShare,
		s.total() >= roughSupport && l.content >= roughShare && s.deed >= 0.5 && s.parties >= sameNoun && s.content >= usualWeight:
		return true
	}
	return false
}

// isSameDeed reports whether the same was done to one party, or to a thing of which there is but one in the story: then both
// tell that it was done, whoever is said to have done it, and when.
func isSameDeed(a, b *telling, l likeness) bool {
	if l.predicate < 0.8 || a.isEmpty() || otherThing(a, b) || severally(a, b) || elsewhere(a, b) || reversed(a, b) {
		return false
	}
	if sameUndergoer(a, b) || l.weight >= 1.5 && sameRareThing(a, b) {
		return true
	}
	return matched(a, b, l) && l.content >= halfContent && l.weight >= rareContent && wordWeight(a.withoutNames(l.named())) >= 1
}

// lost reports whether a says that there was none of a thing that b says was taken away.
func lost(a, b *telling) bool {
	if !a.denied || b.denied || a.open || b.open || !a.isOfHaving() || !b.loses() {
		return false
	}
	x, y := a.undergoer(), b.undergoer()
	return x != nil && y != nil && x.role.Negated && x.word == y.word && words().weight(x.word) >= rareWord
}

func sameInstrument(a, b *telling) bool {
	x, y := a.instrument(), b.instrument()
	return x != nil && y != nil && x.same(y)
}

// sameMissing reports whether both deny that there was, or sounded, or stood, the same thing. Of somebody many things may be
// denied: there the predicates must be alike.
func sameMissing(a, b *telling) bool {
	x, y := a.absentee(), b.absentee()
	if x == nil || y == nil || words().classes.Has("nobody", x.word) || x.word != y.word {
		return false
	}
	return !x.acts() || a.coreWord.akin(b.coreWord) >= 0.8
}

// absentee returns what a clause that is denied says was not there: what there was none of, else its subject, unless that
// did something to another thing.
func (t *telling) absentee() *term {
	if missing := t.missing(); missing != nil {
		return missing
	}
	if t.none || t.undergoer() != nil && t.undergoer() != t.subject {
		return nil
	}
	return t.subject
}

// samePlace reports whether both name one spot.
func samePlace(a, b *telling) bool {
	x, y := a.place(), b.place()
	return x != nil && y != nil && x.named && x.party != rashomon.None && x.party == y.party
}

// named returns the words that two tellings share, without parties.
func (l likeness) named() []string {
	var out []string
	for _, key := range l.shared {
		if !key.isParty() {
			out = append(out, key.text)
		}
	}
	return out
}

// withoutNames returns words without those of the names in a telling: who is spoken of by both tells not yet what is said.
func (t *telling) withoutNames(spoken []string) []string {
	return slices.DeleteFunc(slices.Clone(spoken), t.isNameOf)
}

// wordWeight tells how much words say together.
func wordWeight(shared []string) float64 {
	total := 0.0
	for _, word := range shared {
		total += words().weight(word)
	}
	return total
}
