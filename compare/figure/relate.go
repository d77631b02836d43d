package figure

import (
	"math"
	"slices"
	"strings"

	"rashomon"
)

// A relation tells how what one figure counts lies to what another one counts.
type relation int

const (
	apart  relation = iota // neither says anything of the other
	equal                  // both count the same
	part                   // the first counts a part of what the second counts
	whole                  // the second counts a part of what the first counts
	unlike                 // they answer different questions
)

// A comparison of two answers to one question.
type pair struct {
	a, b     *answer
	story    story
	relation relation
	reason   string // why the one counts a part: "counts children alone"
}

// asksSame reports whether two answers are to the same question: of the same key, or shares of the same whole.
func asksSame(a, b *answer) bool {
	switch {
	case a.isNot(b), b.isNot(a):
		return true
	case a.question != nil && a.question == b.question:
		return a.unit == b.unit
	case a.question != nil && b.question != nil || a.unit != b.unit:
		return false
	case a.isFlow(b) || b.isFlow(a) || a.isFlowToo(b):
		return true
	case a.isOfOneBody(b), a.isSetAgainst(b), a.isSameState(b), a.isFlowOfDays(b), b.isFlowOfDays(a),
		a.question == b.question && (a.tellsSame(b) || a.countsSameDays(b)):
		return true
	}
	if a.of > 1 && a.of == b.of && a.noun != "" && a.noun == b.noun && a.predicate == b.predicate {
		return true
	}
	return a.of > smallestWhole && a.of == b.of && a.group == b.group
}

// smallestWhole is the number from which two texts that name it mean the same whole by it.
const smallestWhole = 12

// tellsSame reports whether two figures that answer no question of the lexicon are of the same thing, not persons, in
// clauses of one predicate about one party: "the guard fired twelve rockets".
func (a *answer) tellsSame(b *answer) bool {
	if a.subject != b.subject {
		return false
	}
	return a.noun == b.noun && a.noun+a.unit != "" && a.predicate != "" && a.predicate == b.predicate && !a.anybody() &&
		common(a.parties, b.parties) > 0 && commonTerms(a, b) >= sharedTerms
}

// isOfSameThing reports whether two figures of documents of one story that answer no question of the lexicon are of the same
// things, not persons: they are told with the same verb, or as what somebody counted, and with other words in common.
func (a *answer) isOfSameThing(b *answer) bool {
	if a.question != nil || b.question != nil || a.noun == "" || a.noun != b.noun || a.unit != b.unit || a.anybody() ||
		a.rate != b.rate || known().is("person", a.noun) ||
		a.subject != b.subject && a.subject != rashomon.None && b.subject != rashomon.None {
		return false
	}
	counted := func(x *answer) bool { return known().words.Has("registers", x.predicate) }
	whole := a.scope.whole || b.scope.whole
	return (a.predicate == b.predicate || counted(a) && counted(b)) && (whole || commonTerms(a, b) >= sharedTerms)
}

// anybody reports whether a figure counts persons by a noun that tells nothing of them.
func (a *answer) anybody() bool { return known().groups[a.noun] == everybody }

// countsSameDays reports whether two figures of the same thing count the same run of days, in clauses about one party:
// "forty lorries crossed the bridge each day from 1 to 10 June", "from 1 to 10 June 95 lorries passed the bridge".
func (a *answer) countsSameDays(b *answer) bool {
	p, q := a.scope.period, b.scope.period
	return a.noun == b.noun && a.noun+a.unit != "" && !a.anybody() && p.known() && q.known() && p.days() > 1 &&
		p.nearly(q) && (p.days() >= fewestDays || common(a.parties, b.parties) > 0)
}

// isSameState reports whether two figures count persons who were at one place or in one state.
func (a *answer) isSameState(b *answer) bool {
	return a.state != "" && a.state == b.state
}

// isNot reports whether the sentence of a figure says that it is not what another one is: "I saw eight come out, not
// thirty". What the two count must not be different things.
func (a *answer) isNot(b *answer) bool {
	if a.notOther == 0 || a.d.Is(b.d) || b.value() != a.notOther || a.unit != b.unit || b.rate > 0 || b.isPart {
		return false
	}
	if b.noun == "" {
		return b.state != "" || known().words.Has("estimates", b.predicate)
	}
	return a.noun == b.noun || a.noun == "" || a.anybody() || b.anybody()
}

// isFlowOfDays reports whether an answer measures by the day what another one measures in all over the same days:
// "900 tonnes on each day since the fourth", "960 tonnes from 4 to 11 June".
func (a *answer) isFlowOfDays(total *answer) bool {
	if a.rate < 1 || !a.each || total.rate > 0 || a.noun+a.unit == "" || a.unit == "%" || a.unit != total.unit ||
		a.unit == "" && (a.noun != total.noun || a.anybody()) || a.question != nil || total.question != nil || a.scope.period.days() < fewestDays {
		return false
	}
	days := total.scope.period
	return days.known() && (a.scope.period.nearly(days) || days.within(a.scope.period)) && days.days() >= fewestDays ||
		!days.known() && math.Abs(total.over-float64(a.scope.period.days())) <= 1
}

// fewestDays is from how many days on the same days of two measures say that they are of the same.
const fewestDays = 3

// isSetAgainst reports whether of two figures of the same thing the one is said of a part alone and the other of a
// whole, though one text does not tell what became of it: "2,140,000 papers were cast", "they come to 2,300,000
// papers". Where neither of two sentences that follow each other tells what is counted, it is one thing: "in the fort alone there are
// 700. The ministry says 412 for the whole country".
func (a *answer) isSetAgainst(b *answer) bool {
	opposed := a.scope.alone && b.scope.whole || b.scope.alone && a.scope.whole
	if a.d == b.d && a.noun == "" && b.noun == "" && a.question == nil && b.question == nil {
		return opposed && max(a.sentence-b.sentence, b.sentence-a.sentence) <= 1
	}
	return opposed && a.noun != "" && a.noun == b.noun && (a.question != b.question || a.predicate == b.predicate || a.question == nil && !a.anybody())
}

// relate tells how two answers to one question lie to each other. What points both ways is apart.
func relate(a, b *answer) (relation, string) {
	out, reason := equal, ""
	for _, of := range []func(a, b *answer) (relation, string){byGroup, byPlace, byPast, byPeriod, byCount, byShare, byDoer} {
		r, why := of(a, b)
		switch {
		case r == apart || r != equal && out != equal && r != out:
			return apart, why
		case r != equal && out == equal:
			out, reason = r, why
		}
	}
	return out, reason
}

func byGroup(a, b *answer) (relation, string) {
	fights := func(x *answer) bool { return known().words.Has("fighting", x.scope.group) }
	switch {
	case a.seizes(b), b.seizes(a), a.scope.people != "" && b.scope.people != "" && !isAlike(a.scope.people, b.scope.people):
		return apart, "they count different groups"
	case a.scope.group == b.scope.group:
		return equal, ""
	case fights(a) || fights(b):
		return apart, "they count different groups"
	case b.scope.group == "":
		return part, "is said of " + a.scope.group + " alone"
	case a.scope.group == "":
		return whole, "is said of " + b.scope.group + " alone"
	}
	return apart, "they count different groups"
}

// isAlike reports whether two adjectives of peoples begin alike, as the spellings of one do.
func isAlike(a, b string) bool {
	const stem = 4
	return strings.EqualFold(a[:min(stem, len(a))], b[:min(stem, len(b))])
}

// seizes reports whether an answer counts those who seize, and another one those who are seized.
func (a *answer) seizes(b *answer) bool {
	return known().words.Has("captor", a.noun) && known().words.Has("captive", b.noun)
}

// byPlace compares where two figures count. A figure without a place counts where everything happened.
func byPlace(a, b *answer) (relation, string) {
	switch {
	case a.scope.alone && !b.scope.alone:
		return part, "counts a part alone"
	case b.scope.alone && !a.scope.alone:
		return whole, "counts a part alone"
	case b.scope.whole && !a.scope.whole && a.scope.place != rashomon.None:
		return part, "counts a part of what the other counts as a whole"
	case a.scope.whole && !b.scope.whole && b.scope.place != rashomon.None:
		return whole, "counts a part of what the other counts as a whole"
	case a.scope.place != rashomon.None && b.scope.place != rashomon.None && a.scope.place != b.scope.place:
		return apart, "they count in different places"
	}
	return equal, ""
}

// byPeriod compares the days that two figures count. One without a day counts up to its publication.
func byPeriod(a, b *answer) (relation, string) {
	if a.question != nil && known().words.Has("states", a.question.key) && a.scope.period.overlaps(b.scope.period) {
		return equal, ""
	}
	p, q := a.scope.period, b.scope.period
	switch {
	case p.known() && q.known() && p.nearly(q):
		return equal, ""
	case p.known() && q.known() && !p.overlaps(q):
		return apart, "they count different days"
	case p.known() && q.known() && p.within(q):
		return part, "counts fewer days"
	case p.known() && q.known() && q.within(p):
		return whole, "counts fewer days"
	case p.known() && q.known():
		return apart, "they count different days"
	case q.known() && a.scope.until != 0 && a.scope.until < q.to && q.days() > 1:
		return part, "was told before the days of the other were over"
	case p.known() && b.scope.until != 0 && b.scope.until < p.to && p.days() > 1:
		return whole, "was told before the days of the other were over"
	}
	return equal, ""
}

// byPast holds apart what a text tells of earlier times, for comparison, from what another tells of its own: "two died there in
// 2016", "nobody was killed in the past ten years".
func byPast(a, b *answer) (relation, string) {
	switch {
	case a.isRecord() && b.isWithin(a), b.isRecord() && a.isWithin(b): // "two died in 2016", "nobody in ten years"
		return equal, ""
	case a.isPast(b) != b.isPast(a), a.isRecord(), b.isRecord(), a.isToCome(b), b.isToCome(a):
		return apart, "one is told of other times"
	}
	return equal, ""
}

// isToCome reports whether a figure is told for days that were still to come when another one, of no day, was published.
func (a *answer) isToCome(undated *answer) bool {
	return a.scope.period.known() && !undated.scope.period.known() && undated.scope.until != 0 &&
		a.scope.period.from > undated.scope.until
}

// How many days a figure's own days lie before a publication that speaks of earlier times by them, and how many they are
// where nobody and nothing is told of them as a record.
const longPast, longRecord = 60, 60

// isPast reports whether a figure is told for days that were long past when both documents were published.
func (a *answer) isPast(b *answer) bool {
	last := a.scope.period.to + longPast
	return a.scope.period.known() && a.scope.until > last && (b.scope.until > last || b.scope.until == 0)
}

// isWithin reports whether a figure is told for days of which a record speaks: it does not know of what it is told beside.
func (a *answer) isWithin(record *answer) bool {
	return a.scope.period.known() && a.scope.period.to < record.scope.until-storyDays
}

// isRecord reports whether a figure says that there was nobody or nothing in a long time.
func (a *answer) isRecord() bool {
	return a.quantity == rashomon.None && a.scope.period.known() && a.scope.period.days() > longRecord
}

// byCount compares what two figures leave out by the way they were counted.
func byCount(a, b *answer) (relation, string) {
	switch {
	case a.scope.narrow != "" && b.scope.narrow != "", a.scope.narrow == oneSide, b.scope.narrow == oneSide:
		return apart, "neither need be all there is"
	case a.scope.narrow != "":
		return part, a.scope.narrow
	case b.scope.narrow != "":
		return whole, b.scope.narrow
	}
	return equal, ""
}

// byShare holds shares apart from figures of other wholes.
func byShare(a, b *answer) (relation, string) {
	if a.share != "" && b.share != "" && a.of != b.of {
		return apart, "they are shares of different wholes"
	}
	return equal, ""
}

// byDoer holds apart what different people did: those whom soldiers and those whom a fisherman saved.
func byDoer(a, b *answer) (relation, string) {
	many := a.question != nil && known().words.Has("by many", a.question.key)
	switch {
	case a.doer != "" && b.doer != "" && a.doer != b.doer && common(a.parties, b.parties) == 0:
		return apart, "different people did it"
	case many && a.doer != "" && b.doer == "":
		return part, "is what one of them did"
	case many && b.doer != "" && a.doer == "":
		return whole, "is what one of them did"
	}
	return equal, ""
}

// differsInHolders reports whether two answers are laid to different people.
func differsInHolders(a, b *answer) bool { return !slices.Equal(a.side.Holders, b.side.Holders) }
