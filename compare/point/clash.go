package point

import (
	"fmt"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A clash is what does not go together in two tellings that speak of one thing.
type clash struct {
	sign   int // by which it is weighed
	kind   rashomon.PointKind
	says   string // for people: the reason, or the format of one that quotes both
	quotes bool
	sides  [2]string // what is quoted
}

// reason tells people what does not go together.
func (c *clash) reason() string {
	if !c.quotes {
		return c.says
	}
	return fmt.Sprintf(c.says, c.sides[0], c.sides[1])
}

// clashRules find what does not go together in two tellings, each by its sign.
var clashRules = [signs]func(c *candidate, a, b *telling) (clash, bool){
	signFigures: figuresClash, signClocks: clocksClash, signOpposites: wordsClash, signTimes: timesClash, signPlaces: placesClash,
	signOtherDoer: doersClash, signOtherUndergoer: undergoersClash, signRebuts: rebuttalsClash, signLabels: labelsClash,
	signOtherDeed: otherDeedClash,
}

// figuresClash finds figures of one unit, or of like things, of which neither can be the other.
func figuresClash(_ *candidate, a, b *telling) (clash, bool) {
	for _, x := range a.figures {
		for _, y := range b.figures {
			if commensurable(x, y) && *x.Low != *y.Low && !canBeOne(x, y) {
				return differing(signFigures, rashomon.PointFigure, "one figure is %q, the other %q", a.digest.Quote(x.Extent), b.digest.Quote(y.Extent))
			}
		}
	}
	return clash{}, false
}

// alikeThings is how near in meaning two things that are counted must be.
const alikeThings = 0.2

// commensurable reports whether two figures have one unit, or count like things.
func commensurable(x, y *digest.Quantity) bool {
	if x.Kind != y.Kind || x.Unit != y.Unit || x.Low == nil || y.Low == nil {
		return false
	}
	return x.Kind != rashomon.QuantityCount || areAlikeThings(x.Of, y.Of)
}

// areAlikeThings reports whether two things that are counted are alike, or what befell them: "house damage" is like "house" and like "roof
// damage", not like "house burn".
func areAlikeThings(x, y string) bool {
	if len(strings.Fields(x)) > len(strings.Fields(y)) {
		x, y = y, x
	}
	if words().akin(lastWord(x), lastWord(y)) > alikeThings {
		return true
	}
	thing, _, hasDeed := strings.Cut(y, " ")
	return hasDeed && !strings.Contains(x, " ") && words().akin(x, thing) > alikeThings
}

// rough is by how much a figure with "about" may be missed.
const rough = 0.15

// canBeOne reports whether the bounds of two figures meet.
func canBeOne(x, y *digest.Quantity) bool {
	return lowest(x) <= highest(y) && lowest(y) <= highest(x)
}

func lowest(q *digest.Quantity) float64 {
	if isRough(q) {
		return *q.Low * (1 - rough)
	}
	return *q.Low
}

func highest(q *digest.Quantity) float64 {
	switch {
	case q.High == nil:
		return *q.Low + endless
	case isRough(q):
		return *q.High * (1 + rough)
	}
	return *q.High
}

// endless is more than any figure.
const endless = 1e300

func isRough(q *digest.Quantity) bool { return words().classes.Has("about", q.Qualifier) }

// clocksClash finds times of the clock that are not near each other.
func clocksClash(_ *candidate, a, b *telling) (clash, bool) {
	if len(a.readings) == 0 || len(b.readings) == 0 || len(sharedClocks(a, b, sameMinutes)) > 0 {
		return clash{}, false
	}
	return differing(signClocks, rashomon.PointWhen, "one says %q, the other %q",
		a.digest.Quote(a.readings[0].extent), b.digest.Quote(b.readings[0].extent))
}

func differing(sign int, kind rashomon.PointKind, format string, a, b string) (clash, bool) {
	return clash{sign: sign, kind: kind, says: format, quotes: true, sides: [2]string{a, b}}, true
}

// timesClash finds times with other values.
func timesClash(_ *candidate, a, b *telling) (clash, bool) {
	for _, x := range a.timexes() {
		for _, y := range b.timexes() {
			if x.Type == y.Type && (haveOtherDays(x, y) || x.Type == rashomon.TimexDuration && x.Value != y.Value) {
				said, other := a.digest.Quote(x.Extent), b.digest.Quote(y.Extent)
				if strings.EqualFold(said, other) { // March of one year, and of another
					said, other = said+" ("+x.Value+")", other+" ("+y.Value+")"
				}
				return differing(signTimes, rashomon.PointWhen, "one says %q, the other %q", said, other)
			}
		}
	}
	return clash{}, false
}

// haveOtherDays reports whether two times have values that do not meet, as far as both tell: nine o'clock is within its day.
func haveOtherDays(x, y *digest.Timex) bool {
	earlier := func(a, b string) bool {
		n := min(len(a), len(b))
		return a[:n] < b[:n]
	}
	return x.From != "" && y.From != "" && (earlier(x.To, y.From) || earlier(y.To, x.From))
}

// timexes returns the times in the clause.
func (t *telling) timexes() []*digest.Timex {
	if t.within == nil {
		found := t.findTimexes()
		t.within = &found
	}
	return *t.within
}

func (t *telling) findTimexes() []*digest.Timex {
	var found []*digest.Timex
	for i := range t.digest.Timexes {
		if timex := &t.digest.Timexes[i]; timex.Sentence == t.clause.Sentence && t.clause.Extent.Contains(timex.Extent) {
			found = append(found, timex)
		}
	}
	return found
}

// isNegative reports whether a clause tells of something as not so, or that there was none.
func (t *telling) isNegative() bool { return t.denied || t.saysNone() }

// saysNone reports whether a clause says of something that there was none of it.
func (t *telling) saysNone() bool {
	terms := t.terms()
	for i := range terms {
		if terms[i].role.Negated {
			return true
		}
	}
	return false
}

// wordsClash finds opposites.
func wordsClash(_ *candidate, a, b *telling) (clash, bool) {
	for _, x := range a.keys {
		if !x.mayOppose() {
			continue
		}
		for _, y := range b.keys {
			if y.weight >= fairlyRare && x.opposes(y) {
				return differing(signOpposites, rashomon.PointWhether, "%q and %q are opposites", x.text, y.text)
			}
		}
	}
	return clash{}, false
}

// placesClash finds different places in one role.
func placesClash(_ *candidate, a, b *telling) (clash, bool) {
	for i := range a.others {
		x := &a.others[i]
		isPlace := x.kind == rashomon.EntityPlace || x.kind == rashomon.EntityFacility
		for j := range b.others {
			y := &b.others[j]
			if isPlace && x.kind == y.kind && x.role.Preposition != "" && x.role.Preposition == y.role.Preposition && !x.same(y) {
				return differing(signPlaces, rashomon.PointWhere, "one says %q, the other %q", a.digest.Quote(x.role.Extent), b.digest.Quote(y.role.Extent))
			}
		}
	}
	return clash{}, false
}

// nearDeed is how near in meaning two predicates must be for their doers to be compared.
const nearDeed = 0.35

// doersClash finds that like deeds are told of different doers.
func doersClash(c *candidate, a, b *telling) (clash, bool) {
	return c.termsClash(clash{sign: signOtherDoer, kind: rashomon.PointWho}, a, b, [2]*term{a.doer(), b.doer()})
}

// undergoersClash finds that like deeds are told to have been done to different things.
func undergoersClash(c *candidate, a, b *telling) (clash, bool) {
	return c.termsClash(clash{sign: signOtherUndergoer, kind: rashomon.PointWhom}, a, b, [2]*term{a.undergoer(), b.undergoer()})
}

func (c *candidate) termsClash(of clash, a, b *telling, terms [2]*term) (clash, bool) {
	if c.akin(a, b) <= nearDeed && !c.meansLike(a, b) || !areOthers(terms[0], terms[1]) {
		return clash{}, false
	}
	said, other := a.digest.Quote(terms[0].role.Extent), b.digest.Quote(terms[1].role.Extent)
	return differing(of.sign, of.kind, "one says it of %q, the other of %q", said, other)
}

// areOthers reports whether two terms are known and do not stand for the same.
func areOthers(x, y *term) bool {
	return x.isKnown() && y.isKnown() && !x.same(y)
}

// isKnown reports whether a term is there and no pronoun of which nobody knows for what it stands.
func (t *term) isKnown() bool {
	if t == nil {
		return false
	}
	w := t.entry()
	return !w.nobody && !w.pronoun && !w.stop
}

// areSame reports whether two terms are known and stand for the same.
func areSame(x, y *term) bool {
	return x != nil && y != nil && !x.isAnybody() && !y.isAnybody() && x.same(y)
}

// rebuttalsClash finds that one rebuts something in its sentence.
func rebuttalsClash(_ *candidate, a, b *telling) (clash, bool) {
	if a.isRebuttal() == b.isRebuttal() {
		return clash{}, false
	}
	return clash{sign: signRebuts, kind: rashomon.PointWhether, says: "one calls it false"}, true
}

// labelsClash finds words of opposite sympathy.
func labelsClash(_ *candidate, a, b *telling) (clash, bool) {
	if a.sympathy()*b.sympathy() >= 0 {
		return clash{}, false
	}
	return clash{sign: signLabels, kind: rashomon.PointName, says: "the words of one are for it, those of the other against it"}, true
}

// sympathy sums up the labels and the loaded words of a clause.
func (t *telling) sympathy() int {
	if t.loaded == nil {
		sum := t.sumOfSympathy()
		t.loaded = &sum
	}
	return *t.loaded
}

func (t *telling) sumOfSympathy() int {
	sum := 0
	for _, label := range t.digest.Labels {
		if t.clause.Extent.Contains(label.Extent) {
			sum += label.Valence
		}
	}
	for _, loaded := range t.digest.Loaded {
		if t.clause.Extent.Contains(loaded.Extent) {
			sum += loaded.Valence
		}
	}
	return sum
}
