package point

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"strings"

	"rashomon"
	"rashomon/datafile"
	"rashomon/digest"
)

// The signs by which two tellings are weighed that hold what does not go together: do they speak of one thing, so that they
// contradict each other? Those of what does not go together are half and the share of the content that both have; logarithms are
// of one more.
const (
	signAlways         = iota
	signContent        // the share of the content of the poorer one that both have
	signWeight         // how much that says: logarithm
	signPredicate      // how alike their predicates are
	signHappening      // they tell of one happening
	signParties        // parties that both name: logarithm
	signDoer           // both name the same doer
	signUndergoer      // both name the same undergoer
	signOtherDoer      // a clash: different doers of like deeds
	signOtherUndergoer // a clash: like deeds, done to different things
	signDenied         // a clash: one denies
	signDeniedDeed     // of such a clash: how alike the predicates are
	signOpposites      // a clash
	signFigures        // a clash: figures that cannot be one
	signClocks         // a clash: times of the clock that are apart
	signTimes          // a clash: times that are apart
	signPlaces         // a clash: different places in one role
	signRebuts         // a clash: one calls something false
	signLabels         // a clash: words of opposite sympathy
	signSameFigure     // a figure that both have
	signOneQuoted      // one is in somebody else's words
	signBothQuoted     // both are
	signAgree          // they were found to say the same
	signDisputes       // differences that rules found between their documents: logarithm
	signCopular        // both tell what something is
	signShort          // words of content of the poorer one: logarithm
	signUneven         // how many times as many the other has: logarithm
	signOpen           // only one tells it as so
	signNearest        // how near what both share comes to the most that either shares with another candidate
	signNoClash        // nothing was seen that does not go together
	signScarce         // what they share, the less the more often their documents hold it: logarithm
	signScarcest       // the scarcest of it
	signDeniedSame     // of a denial: the weight of the predicate that both have
	signDeniedThing    // of a denial: how much that says of which it is told, where the other holds it
	signSameAll        // the share of the content of the richer one that both have
	signSubordinate    // how many of them are adverbial or relative clauses, or the like
	signTopic          // how scarce the thing is that is subject or object of both
	signTopicOnce      // how scarce the thing is that is subject or object of one and stands in the other
	signKnownSubjects  // how many have a subject that is no mere pronoun
	signOtherTense     // they are in different tenses
	signPassive        // how many are in the passive
	signAround         // the weight of what the sentences around them have in common: logarithm
	signs
)

// SignNames are the names of the signs in the data file.
var SignNames = [signs]string{
	"always", "content", "weight", "predicate", "one happening", "parties", "same doer", "same undergoer", "other doer", "other undergoer",
	"denied", "denied deed", "opposites", "figures", "clocks", "times", "places", "rebuts",
	"labels", "same figure", "one quoted", "both quoted", "agree",
	"disputes", "copular", "short", "uneven", "open", "nearest", "no clash", "scarce", "scarcest", "denied same", "denied thing",
	"same all", "subordinate", "topic", "topic once", "known subjects", "other tense", "passive", "around",
}

// fill fills in the signs of a candidate. Disputes is how many differences rules found between the documents.
func (c *candidate) fill(s []float64, disputes int) {
	c.likenessSigns(s)
	for _, clash := range c.clashes {
		s[clash.sign] = 0.5 + c.l.content
	}
	if s[signDenied] > 0 {
		c.denialSigns(s)
	}
	c.formSigns(s)
	s[signDisputes] = math.Log1p(float64(disputes))
}

// likenessSigns fills in how far the two speak of one thing.
func (c *candidate) likenessSigns(s []float64) {
	a, b, l := c.a, c.b, c.l
	s[signAlways], s[signContent], s[signWeight], s[signPredicate] = 1, l.content, math.Log1p(l.weight), likeDeeds(a, b, l)
	s[signHappening] = truth(a.happening != rashomon.None && a.happening == b.happening)
	s[signParties] = math.Log1p(float64(sharedNames(a, b)))
	s[signDoer], s[signUndergoer] = truth(areSame(a.doer(), b.doer())), truth(areSame(a.undergoer(), b.undergoer()))
	s[signSameFigure] = truth(sameFigure(a, b))
	s[signSameAll], s[signAgree] = c.both, truth(c.agrees)
	s[signNearest] = l.weight / max(c.most[0], c.most[1])
	s[signScarce], s[signScarcest] = c.scarcity()
	s[signTopic], s[signTopicOnce] = c.topic(), c.topicOnce()
	s[signAround] = math.Log1p(commonAround(a, b))
}

// denialSigns fills in what a denial and what it may deny have in common.
func (c *candidate) denialSigns(s []float64) {
	if s[signDeniedDeed] = s[signPredicate]; s[signPredicate] >= sameDeedFrom {
		s[signDeniedSame] = min(c.a.coreWord.weight, c.b.coreWord.weight)
	}
	s[signDeniedThing] = max(deniedThing(c.a, c.b), deniedThing(c.b, c.a))
}

// sameDeedFrom is how near in meaning two predicates must be to be taken for one.
const sameDeedFrom = 0.8

// formSigns fills in in what form the two are told.
func (c *candidate) formSigns(s []float64) {
	a, b := c.a, c.b
	quoted, other := a.clause.Statement != rashomon.None, b.clause.Statement != rashomon.None
	s[signOneQuoted], s[signBothQuoted] = truth(quoted != other), truth(quoted && other)
	s[signCopular] = truth(a.isCopular() && b.isCopular())
	shorter, longer := min(len(a.keys), len(b.keys)), max(len(a.keys), len(b.keys))
	s[signShort], s[signUneven] = math.Log1p(float64(shorter)), math.Log(float64(longer)/float64(max(1, shorter)))
	s[signOpen], s[signOtherTense] = truth(a.open != b.open), truth(a.clause.Tense != b.clause.Tense)
	s[signSubordinate] = truth(a.isSubordinate()) + truth(b.isSubordinate())
	s[signKnownSubjects] = truth(a.subject.isKnown()) + truth(b.subject.isKnown())
	s[signPassive] = truth(a.clause.Passive) + truth(b.clause.Passive)
}

// likeDeeds tells how alike two predicates are, by their words or by what these mean.
func likeDeeds(a, b *telling, l likeness) float64 {
	if a.coreWord.meansLike(b.coreWord) {
		return max(l.predicate, min(a.coreWord.weight, b.coreWord.weight))
	}
	return l.predicate
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

// isCopular reports whether a clause tells what something is: "it is a strike".
func (t *telling) isCopular() bool { return strings.HasPrefix(t.clause.Predicate, "be ") }

// readWeights reads data/contrast.txt: a sign and its weight.
func readWeights() ([]float64, error) {
	weights := make([]float64, signs)
	err := datafile.Each(files, "data/contrast.txt", 2, func(columns []string) error {
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
