package point

import (
	"fmt"
	"math"
	"slices"
	"strconv"

	"rashomon"
	"rashomon/datafile"
	"rashomon/digest"
)

// The signs by which two lines are weighed: do they speak of one thing, so that they may contradict each other, and does anything not
// go together in them? Those of what does not go together are half and the share of the content that both have; logarithms are of one
// more.
const (
	signAlways         = iota
	signContent        // the share of the content of the poorer one that both have
	signSameAll        // the share of the content of the richer one that both have
	signWeight         // how much what both have says: logarithm
	signScarce         // what both have in the same words, the less the more often their documents hold it: logarithm
	signScarcest       // the scarcest of it
	signParties        // the parties that both name, likewise
	signNearest        // how near the two come to the most that a line of the other's document comes to either: the nearer one
	signNearestBoth    // the same: the one that is less near
	signAround         // how near the lines next to them come: logarithm
	signOther          // how near in meaning what only one holds comes to what only the other holds, as two things of one sort do
	signAgree          // they were found to say the same
	signDisputes       // differences that rules found between their documents: logarithm
	signDenied         // a clash: one denies
	signBothDeny       // both do
	signOneAbsolute    // one allows no exception: it denies, or speaks of all
	signBothAbsolute   // both do
	signOneCounts      // one has a figure
	signBothCount      // both have
	signOneDates       // one has a time
	signBothDate       // both have
	signOneQuoted      // one is in somebody else's words
	signBothQuoted     // both are
	signShort          // words of content of the poorer one: logarithm
	signUneven         // how many times as many the other has: logarithm
	signQuestion       // one asks
	signHeadline       // one is a headline
	signItem           // one is of a list
	signOpen           // only one tells something that is not yet, or may be
	signOtherTense     // they are in different tenses
	signHappening      // they tell of one happening
	signPredicate      // how alike their predicates are
	signDoer           // both name the same doer
	signUndergoer      // both name the same undergoer
	signTopic          // how scarce the thing is that is subject or object of both
	signOtherDeed      // a clash: different deeds of one subject
	signOtherDoer      // a clash: different doers of like deeds
	signOtherUndergoer // a clash: like deeds, done to different things
	signOpposites      // a clash
	signFigures        // a clash: figures that cannot be one
	signSameFigure     // a figure that both have
	signClocks         // a clash: times of the clock that are apart
	signTimes          // a clash: times that are apart
	signPlaces         // a clash: different places in one role
	signRebuts         // a clash: one calls something false
	signLabels         // a clash: words of opposite sympathy
	signClauseTime     // how much a time says that both give: of the two clauses that have most in common
	signClauseFigure   // a figure that both have, likewise
	signClauseDenied   // one is told as not so, likewise
	signs
)

// ContrastSigns is how many of the first signs tell of contrasts. Those of the clauses that have most in common are for what is the same:
// with them contrasts are told no better.
const ContrastSigns = signClauseTime

// SignNames are the names of the signs in the data file.
var SignNames = [signs]string{
	"always", "content", "same all", "weight", "scarce", "scarcest", "parties", "nearest", "nearest both", "around", "other of its sort", "agree",
	"disputes", "denied", "both deny", "one absolute", "both absolute", "one counts", "both count", "one dates", "both date", "one quoted",
	"both quoted", "short", "uneven", "question", "headline", "item", "open", "other tense",
	"one happening", "predicate", "same doer", "same undergoer", "topic", "other deed", "other doer", "other undergoer", "opposites", "figures",
	"same figure", "clocks", "times", "places", "rebuts", "labels", "clause time", "clause figure", "clause denied",
}

// outwardSigns fills in what is seen of two lines as a whole. Disputes is how many differences rules found between the documents.
func (c *candidate) outwardSigns(s []float64, disputes int) {
	c.nearness(s)
	c.scarcity(s)
	c.form(s)
	s[signAgree], s[signDisputes] = truth(c.agrees), math.Log1p(float64(disputes))
	if c.x.traits.denies != c.y.traits.denies {
		c.clash(s, clash{sign: signDenied, kind: rashomon.PointWhether, says: "one says that it was not so, the other does not"})
	}
}

// clash notes what does not go together.
func (c *candidate) clash(s []float64, found clash) {
	if s[found.sign] == 0 {
		c.clashes = append(c.clashes, found)
	}
	s[found.sign] = 0.5 + s[signContent]
}

// nearness fills in how near the two are to each other, and to others.
func (c *candidate) nearness(s []float64) {
	n := c.alignment
	near := n.near[c.i*len(n.b.lines)+c.j]
	x := n.shared[0][c.i*len(n.b.lines)+c.j] / c.x.whole
	y := n.shared[1][c.j*len(n.a.lines)+c.i] / c.y.whole
	s[signAlways], s[signContent], s[signSameAll], s[signWeight] = 1, max(x, y), min(x, y), math.Log1p(near)
	s[signNearest], s[signNearestBoth] = near/min(n.most[0][c.i], n.most[1][c.j]), near/max(n.most[0][c.i], n.most[1][c.j])
	s[signAround] = math.Log1p(n.nearAround(c.i, c.j))
}

// scarcity fills in how much what both have says, by how often their documents hold it.
func (c *candidate) scarcity(s []float64) {
	n := c.alignment
	for _, number := range c.x.numbers {
		twin := n.matching.twins[number]
		if twin < 0 || n.held[0][int(number)*len(n.b.lines)+c.j] < 1 {
			continue
		}
		key := n.a.words.words[number]
		c.shared = append(c.shared, key)
		if key.numeral {
			continue
		}
		scarce := key.weight / math.Sqrt(float64(n.a.holding[number]*n.b.holding[twin]))
		s[signScarce], s[signScarcest] = s[signScarce]+scarce, max(s[signScarcest], scarce)
		if key.isParty() {
			s[signParties] += scarce
		}
	}
	s[signScarce] = math.Log1p(s[signScarce])
}

// leastOther and mostOther are between what words are near in meaning of two things of one sort: nearer ones stand for the same.
const leastOther, mostOther = 0.1, 0.8

// other tells how near in meaning a word that only one of the two holds comes to one that only the other holds.
func (c *candidate) other() float64 {
	n, a, b := c.alignment, c.alignment.a.words, c.alignment.b.words
	most := 0.0
	for _, number := range c.x.numbers {
		if a.words[number].weight < fairlyRare || math.IsInf(a.lengths[number], 1) || n.held[0][int(number)*len(n.b.lines)+c.j] >= 1 {
			continue
		}
		products := n.matching.products[int(number)*len(b.words):][:len(b.words)]
		for _, with := range c.y.numbers {
			least := cosineOf(max(most, leastOther)) * nearly * a.lengths[number]
			if float64(products[with]) < least*b.lengths[with] || b.words[with].weight < fairlyRare || n.held[1][int(with)*len(n.a.lines)+c.i] >= 1 {
				continue
			}
			if akin := n.matching.akin(number, with); akin > leastOther && akin < mostOther {
				most = max(most, akin)
			}
		}
	}
	return most
}

// form fills in in what form the two are told.
func (c *candidate) form(s []float64) {
	x, y := &c.x.traits, &c.y.traits
	shorter, longer := min(len(c.x.keys), len(c.y.keys)), max(len(c.x.keys), len(c.y.keys))
	s[signShort], s[signUneven] = math.Log1p(float64(shorter)), math.Log(float64(longer)/float64(max(1, shorter)))
	s[signBothDeny] = truth(x.denies && y.denies)
	s[signOneAbsolute], s[signBothAbsolute] = oneOrBoth(x.absolute, y.absolute)
	s[signOneCounts], s[signBothCount] = oneOrBoth(x.counts, y.counts)
	s[signOneDates], s[signBothDate] = oneOrBoth(x.dates, y.dates)
	s[signOneQuoted], s[signBothQuoted] = oneOrBoth(x.quoted, y.quoted)
	s[signQuestion], s[signHeadline], s[signItem] = truth(x.asks || y.asks), truth(x.heads || y.heads), truth(x.lists || y.lists)
	s[signOpen] = truth(x.open != y.open)
	s[signOtherTense] = truth(c.x.tellings[0].clause.Tense != c.y.tellings[0].clause.Tense)
}

// oneOrBoth tells of what holds of one of two alone, and of both.
func oneOrBoth(x, y bool) (one, both float64) { return truth(x != y), truth(x && y) }

// deedSigns fills in how far what is told in the two is one deed, or of one thing.
func (c *candidate) deedSigns(s []float64) {
	for i := range c.x.tellings {
		for j := range c.y.tellings {
			a, b := &c.x.tellings[i], &c.y.tellings[j]
			s[signPredicate] = max(s[signPredicate], c.likeDeeds(a, b))
			s[signHappening] = max(s[signHappening], truth(a.happening != rashomon.None && a.happening == b.happening))
			s[signTopic] = max(s[signTopic], c.sameTopic(a, b))
		}
	}
}

// inwardSigns fills in what else is seen of what is told in the two, clause by clause.
func (c *candidate) inwardSigns(s []float64) {
	s[signOther] = c.other()
	for i := range c.x.tellings {
		for j := range c.y.tellings {
			c.tellingSigns(s, &c.x.tellings[i], &c.y.tellings[j])
		}
	}
	c.clauseSigns(s)
}

// clauseSigns fills in what is seen of the two clauses that have most in common.
func (c *candidate) clauseSigns(s []float64) {
	most := math.Inf(-1)
	for i := range c.x.tellings {
		for j := range c.y.tellings {
			a, b := &c.x.tellings[i], &c.y.tellings[j]
			support := supportOf(a, b, c.alignment.matching.liken(a, b, true))
			if total := support.total(); total > most {
				most, c.clauses = total, [2]*telling{a, b}
				s[signClauseTime], s[signClauseFigure], s[signClauseDenied] = support.time, support.figure, truth(a.denied != b.denied)
			}
		}
	}
}

// otherDeed is how unlike in meaning predicates are at most that tell of different deeds.
const otherDeed = 0.3

func (c *candidate) tellingSigns(s []float64, a, b *telling) {
	s[signDoer] = max(s[signDoer], truth(areSame(a.doer(), b.doer())))
	s[signUndergoer] = max(s[signUndergoer], truth(areSame(a.undergoer(), b.undergoer())))
	s[signSameFigure] = max(s[signSameFigure], truth(sameFigure(a, b)))
	for sign, rule := range clashRules {
		if rule == nil || s[sign] > 0 {
			continue
		}
		if found, clashes := rule(c, a, b); clashes {
			c.clash(s, found)
		}
	}
}

// otherDeedClash finds different deeds of one subject.
func otherDeedClash(c *candidate, a, b *telling) (clash, bool) {
	if c.likeDeeds(a, b) >= otherDeed || !a.subject.isKnown() || !b.subject.isKnown() || !a.subject.same(b.subject) {
		return clash{}, false
	}
	return differing(signOtherDeed, rashomon.PointWhat, "one says %q of it, the other %q", a.core, b.core)
}

// likeDeeds tells how alike two predicates are, by their words or by what these mean.
func (c *candidate) likeDeeds(a, b *telling) float64 {
	akin := c.akin(a, b)
	if weight := min(a.coreWord.weight, b.coreWord.weight); weight > akin && c.meansLike(a, b) {
		return weight
	}
	return akin
}

// akin tells how far two tellings are akin by their predicates.
func (c *candidate) akin(a, b *telling) float64 {
	return c.alignment.matching.predicateAkin(a, b, true)
}

// meansLike reports whether the predicates of two tellings can tell of one thing.
func (c *candidate) meansLike(a, b *telling) bool {
	return c.alignment.matching.meansLike(a.coreNumber, b.coreNumber)
}

func truth(is bool) float64 {
	if is {
		return 1
	}
	return 0
}

// sameFigure reports whether two tellings hold one figure.
func sameFigure(a, b *telling) bool {
	return slices.ContainsFunc(a.figures, func(x *digest.Quantity) bool {
		return slices.ContainsFunc(b.figures, func(y *digest.Quantity) bool { return commensurable(x, y) && *x.Low == *y.Low })
	})
}

// unseen are the signs that are not seen of two lines as a whole: first those of deeds. The others cost more to be seen.
var unseen = [...]int{
	signPredicate, signHappening, signTopic,
	signOther, signDoer, signUndergoer, signSameFigure, signOtherDeed, signOtherDoer, signOtherUndergoer, signOpposites, signFigures, signClocks,
	signTimes, signPlaces, signRebuts, signLabels, signClauseTime, signClauseFigure, signClauseDenied,
}

// deedSigns is how many of them are those of deeds.
const deedSigns = 3

// slack is more than what rounding makes of odds.
const slack = 1e-9

// reach returns how much signs that were not seen can add at most to the odds by some weights.
func (c *candidate) reach(weights, s []float64, unseen []int) float64 {
	x, y := &c.x.traits, &c.y.traits
	sum := 0.0
	for _, sign := range unseen {
		most := 1.0
		switch sign {
		case signFigures:
			most = truth(x.counts && y.counts) * (0.5 + s[signContent])
		case signSameFigure:
			most = truth(x.counts && y.counts)
		case signClauseFigure:
			most = truth(x.counts && y.counts) * sameNumber
		case signClauseTime:
			most = truth(x.timed && y.timed) * sameClock
		case signClocks:
			most = truth(x.clocks && y.clocks) * (0.5 + s[signContent])
		case signTimes:
			most = truth(x.dates && y.dates) * (0.5 + s[signContent])
		case signOpposites:
			most = truth(x.opposable) * (0.5 + s[signContent])
		case signRebuts:
			most = truth(x.rebuts || y.rebuts) * (0.5 + s[signContent])
		case signLabels:
			most = truth(x.friendly && y.hostile || x.hostile && y.friendly) * (0.5 + s[signContent])
		case signHappening:
			most = truth(slices.ContainsFunc(c.x.happenings, func(h int) bool { return slices.Contains(c.y.happenings, h) }))
		case signOtherDeed, signOtherDoer, signOtherUndergoer, signPlaces:
			most = 0.5 + s[signContent]
		}
		sum += max(0, weights[sign]) * most
	}
	return sum
}

// readWeights reads a file of signs, each with its weight.
func readWeights(path string) ([]float64, error) {
	weights := make([]float64, signs)
	err := datafile.Each(files, path, 2, func(columns []string) error {
		sign := slices.Index(SignNames[:], columns[0])
		if sign < 0 {
			return fmt.Errorf("%q is no sign", columns[0])
		}
		weight, err := strconv.ParseFloat(columns[1], 64)
		weights[sign] = weight
		return err
	})
	return weights, err
}
