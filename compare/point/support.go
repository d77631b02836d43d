package point

import (
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// A support is what two tellings have in common that speaks for one deed, in parts. Each part is a sum of weights between 0
// and 1, see [lexicon.weight]; none is enough by itself.
type support struct {
	deed    float64 // alike predicates: the rarer, the more
	content float64 // words in common besides predicates, names and numbers
	parties float64 // the same party, or one kind of thing, in the same role
	time    float64 // the same hour, or the same day
	figure  float64 // the same number
	linked  float64 // one happening
}

// Weights of what is the same in two tellings, set by reading pairs of invented stories.
const (
	sameRole    = 0.9 // a party with a name does it, or undergoes it, in both
	sameElse    = 0.4 // a party with a name stands in other roles in the two
	sameNoun    = 0.3 // things of one kind, without a name, stand in the same role
	sameClock   = 0.9
	sameDay     = 0.6
	sameNumber  = 0.5
	sameLink    = 0.5
	emptyWeight = 0.2 // of a predicate that says nothing
	likeWord    = 0.5 // from which likeness on a word counts as one that both have
)

func supportOf(a, b *telling, l likeness) support {
	s := support{
		deed: likeDeed(a, b, l), content: likeContent(a, b, l), parties: likeParties(a, b), time: likeTime(a, b), figure: likeFigure(a, b),
	}
	if a.isLinked(b) {
		s.linked = sameLink
	}
	return s
}

func (s support) total() float64 {
	return s.deed + s.content + s.parties + s.time + s.figure + s.linked
}

// isLinked reports whether two tellings are of one happening.
func (t *telling) isLinked(other *telling) bool {
	return t.happening != rashomon.None && t.happening == other.happening
}

func likeDeed(a, b *telling, l likeness) float64 {
	like := l.predicate
	if isStem(a.core, b.core) || isStem(b.core, a.core) {
		like = max(like, stemLike)
	}
	switch {
	case like < likeWord:
		return 0
	case a.isEmpty() || b.isEmpty():
		return like * emptyWeight
	}
	return like * (a.coreWord.weight + b.coreWord.weight) / 2
}

// withAdverb returns the predicate with an adverb that makes another verb of it ("drag away"), else as it is.
func (t *telling) withAdverb() *word {
	for _, adverb := range t.clause.Adverbs {
		if whole := t.core + " " + adverb; words().families[whole] != nil {
			return words().word(whole)
		}
	}
	return t.coreWord
}

// stemLike is how alike a verb and the noun made of it are: as alike as words of one family.
const stemLike = 0.9

// shortestStem is how many letters a verb must have for a noun that begins with it to be made of it.
const shortestStem = 5

// isStem reports whether a noun is made of a verb: "defect" of "defection".
func isStem(verb, noun string) bool {
	if len(verb) < shortestStem {
		return false
	}
	ending, found := strings.CutPrefix(noun, strings.TrimSuffix(verb, "e"))
	return found && words().classes.Has("noun_ending", ending)
}

// likeContent weighs the words in common.
func likeContent(a, b *telling, l likeness) float64 {
	if len(b.keys) < len(a.keys) {
		a, b, l.forward = b, a, !l.forward
	}
	total := 0.0
	for i, key := range a.keys {
		fit := l.held(a, b, i)
		if fit < likeWord || key.isParty() || key.numeral || a.isNameOf(key.text) || b.isNameOf(key.text) {
			continue
		}
		if !(key.text == a.core && key.akin(b.coreWord) >= fit) {
			total += fit * key.weight
		}
	}
	return total
}

func likeParties(a, b *telling) float64 {
	total := likeTerms(a.doer(), b.doer()) + likeTerms(a.undergoer(), b.undergoer())
	if total >= sameRole {
		return total
	}
	return total + sameElse*float64(min(sharedNames(a, b), mostNames))
}

// mostNames is how many names in common count.
const mostNames = 2

func likeTerms(x, y *term) float64 {
	switch {
	case x == nil || y == nil:
		return 0
	case x.named && x.isParty(y):
		return sameRole
	case !x.isVague() && !y.isVague() && x.same(y):
		return sameNoun
	}
	return 0
}

// isParty reports whether two terms stand for one party.
func (t *term) isParty(other *term) bool { return t.party != rashomon.None && t.party == other.party }

func likeTime(a, b *telling) float64 {
	x, y := a.time(), b.time()
	switch {
	case len(sharedClocks(a, b, nearMinutes)) > 0:
		return sameClock
	case x != nil && y != nil && day(x) != "" && day(x) == day(y), sharedDuration(a, b) != "":
		return sameDay
	}
	return 0
}

// day returns the day that a time lies in, or "".
func day(t *digest.Timex) string {
	const layout = len("2006-01-02")
	if len(t.From) < layout || len(t.To) < layout || t.From[:layout] != t.To[:layout] {
		return ""
	}
	return t.From[:layout]
}

func likeFigure(a, b *telling) float64 {
	for _, x := range a.figures {
		for _, y := range b.figures {
			if *x.Low == *y.Low && *x.Low > 1 {
				return sameNumber
			}
		}
	}
	return 0
}

// prepare looks up once what every comparison asks for.
func (t *telling) prepare(names []naming) {
	t.namings, t.readings, t.figures, t.spans = within(names, t.clause.Extent), t.clocks(), t.findFigures(), t.durations()
	t.series, t.places = t.numbered(), t.findPlaces()
	t.doing, t.undergoing = t.doer(), t.undergoer()
	t.traits = traits{
		t.fortune(), t.time(), t.place(), t.topics(), t.isEmpty(), t.isQuestion(), t.isRebuttal(), t.isNominal(), t.hasNoChance(),
		t.isOfHaving(), t.isOfBeing(), t.isOfThings(),
	}
	t.prepared = true
}

func (t *telling) findFigures() []*digest.Quantity {
	var found []*digest.Quantity
	for i := range t.digest.Quantities {
		q := &t.digest.Quantities[i]
		if q.Sentence == t.clause.Sentence && q.Low != nil && t.clause.Extent.Contains(q.Extent) {
			found = append(found, q)
		}
	}
	return found
}

// toldOtherwise reports whether one tells as so what the other denies or expects, or whether one of them tells nothing as so.
func toldOtherwise(a, b *telling) bool {
	return a.denied != b.denied || a.open != b.open || a.claimed != b.claimed || a.isUndecided() || b.isUndecided()
}

// otherRole reports whether two tellings name what cannot be the same for one deed.
func otherRole(a, b *telling) bool {
	if otherTime(a, b) && len(sharedClocks(a, b, nearMinutes)) == 0 || conflicting(a.place(), b.place()) || elsewhere(a, b) {
		return true
	}
	if slices.Contains(words().opposites[a.core], b.core) {
		return true
	}
	return otherThing(a, b) || conflicting(a.doer(), b.doer()) || reversed(a, b) || otherFigure(a, b)
}

// isUndecided reports whether a clause is a condition or a question, or tells of what may be.
func (t *telling) isUndecided() bool {
	return t.isUnsure() || t.open && !words().classes.Has("announces", t.clause.Modal)
}

// isUnsure reports whether a clause is a condition or a question.
func (t *telling) isUnsure() bool { return t.clause.Mark == "if" || t.isQuestion() }

// reversed reports whether who does it in the one undergoes it in the other.
func reversed(a, b *telling) bool {
	return crossed(a.doer(), b.undergoer()) || crossed(b.doer(), a.undergoer())
}

func crossed(x, y *term) bool {
	return x != nil && y != nil && x.acts() && y.acts() && !x.isVague() && !y.isVague() && (x.isParty(y) || x.word == y.word)
}

// otherFigure reports whether both give numbers of the same, and no two alike.
func otherFigure(a, b *telling) bool {
	other := false
	for _, x := range a.figures {
		for _, y := range b.figures {
			if *x.Low == *y.Low {
				return false
			}
			other = other || x.Of == y.Of
		}
	}
	return other
}
