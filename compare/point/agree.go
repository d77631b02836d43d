package point

import (
	"slices"
	"strings"

	"rashomon"
)

// agree tells on what point two tellings say the same, if they do.
func agree(a, b *telling, l likeness) (finding, bool) {
	if lost(a, b) || lost(b, a) {
		thing := a.undergoer().word
		return finding{kind: rashomon.PointWhether, a: a.side(), b: b.side(), rule: "agree/lost", strength: l.content, why: "both tell that there was none: " + thing}, true
	}
	if a.denied != b.denied || a.open || b.open || otherThing(a, b) || severally(a, b) || elsewhere(a, b) {
		return finding{}, false
	}
	f := finding{a: a.side(), b: b.side(), strength: l.content}
	said, same := wordWeight(a.withoutNames(l.named())), matched(a, b, l)
	switch {
	case same && sameHour(a, b):
		f.kind, f.rule, f.why = rashomon.PointWhen, "agree/when", "both at "+a.digest.Quote(a.hours()[0].Extent)
	case a.harms() && b.harms() && sameUndergoer(a, b) && sameInstrument(a, b):
		f.kind, f.rule, f.why = rashomon.PointWhat, "agree/means", "both by "+a.quote(*a.instrument())
	case a.denied && sameMissing(a, b) && said >= 0.6:
		f.kind, f.rule, f.why = rashomon.PointWhether, "agree/missing", "both say that there was none: "+strings.Join(l.named(), ", ")
	case same && l.content >= 0.5 && l.weight >= 1.8 && said >= 1, l.content >= 0.6 && said >= 2, l.predicate >= 0.8 && !a.isEmpty() && (sameUndergoer(a, b) || l.weight >= 1.5 && sameRareThing(a, b)):
		f.kind, f.rule, f.why = rashomon.PointWhether, "agree/whether", "both tell it: "+strings.Join(l.named(), ", ")
	case same && samePlace(a, b):
		f.kind, f.rule, f.why = rashomon.PointWhere, "agree/where", "both "+a.quote(*a.place())
	default:
		return finding{}, false
	}
	return f, true
}

// lost reports whether a says that there was none of a thing that b says was taken away.
func lost(a, b *telling) bool {
	x, y := a.undergoer(), b.undergoer()
	return a.denied && !b.denied && !a.open && !b.open && words().classes.Has("possession", first(a.core)) && b.loses() &&
		x != nil && y != nil && x.role.Negated && x.word == y.word && words().weight(x.word) >= rareWord
}

// sameHour reports whether both tell one time of the clock.
func sameHour(a, b *telling) bool {
	if ownDeeds(a, b) {
		return false
	}
	for _, x := range a.hours() {
		for _, y := range b.hours() {
			if !apart(x, y) {
				return true
			}
		}
	}
	return false
}

func sameInstrument(a, b *telling) bool {
	x, y := a.instrument(), b.instrument()
	return x != nil && y != nil && x.same(*y)
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

// absentee returns what a clause that is denied says was not there: what there was none of, else its subject.
func (t *telling) absentee() *term {
	if missing := t.missing(); missing != nil {
		return missing
	}
	if t.none {
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
	var names []string
	for _, term := range t.terms() {
		if term.named && term.role.Entity != rashomon.None {
			names = append(names, strings.Fields(strings.ToLower(t.digest.Entities[term.role.Entity].Name))...)
		}
	}
	return slices.DeleteFunc(slices.Clone(spoken), func(word string) bool { return slices.Contains(names, word) })
}

// wordWeight tells how much words say together.
func wordWeight(shared []string) float64 {
	total := 0.0
	for _, word := range shared {
		total += words().weight(word)
	}
	return total
}
