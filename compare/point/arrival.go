package point

import (
	"fmt"
	"slices"
	"strings"

	"rashomon"
)

// arrivalsDiffer finds that a force is told to have done something before another account lets the first of it arrive: "by six
// the soldiers had saved three hundred", "the first army lorry came at noon".
func arrivalsDiffer(a, b moment) (finding, bool) {
	if b.of.isArrival() {
		a, b = b, a
	}
	if !a.of.isArrival() || b.of.isArrival() || a.bound < 0 || b.bound > 0 || a.either || b.either || otherDay(a.of, b.of) {
		return finding{}, false
	}
	if early := a.minute - b.minute; early <= aboutMinutes || early > halfDay {
		return finding{}, false
	}
	if !related(a.of.forces(), b.of.forces()) || b.of.denied {
		return finding{}, false
	}
	return finding{
		kind: rashomon.PointWhen, a: a.by.side(), b: b.by.side(), rule: "when/arrival", strength: 0.5,
		why: fmt.Sprintf("they came at %s, or were there at %s", a.by.digest.Quote(a.at.Extent), b.by.digest.Quote(b.at.Extent)),
	}, true
}

// isArrival reports whether a telling is of the coming of somebody, or of his setting out.
func (t *telling) isArrival() bool {
	return slices.Contains(t.coreWord.families, "come") || words().classes.Has("set_out", first(t.core))
}

// forces returns the kinds of force that do what a telling is of: troops, police, rescuers.
func (t *telling) forces() []string {
	doer := t.doer()
	if doer == nil {
		return nil
	}
	var kinds []string
	for word := range strings.FieldsFuncSeq(strings.ToLower(t.digest.Quote(doer.role.Extent)), notInWord) {
		for _, family := range append(words().families[word], words().families[strings.TrimSuffix(word, "s")]...) {
			if words().classes.Has("force", family) {
				kinds = append(kinds, family)
			}
		}
	}
	return kinds
}
