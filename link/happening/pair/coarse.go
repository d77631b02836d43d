package pair

import (
	"fmt"
	"math"
	"slices"
	"strconv"
	"sync"

	"rashomon/datafile"
)

// In the coarse grain a happening is told in very different words: the shots, the dead, the panic. What two events are, and
// when, weighs more there than how they are told, which is what the trees of the fine grain look at.

// The signs that the coarse grain goes by.
const (
	signAlways    = iota
	signFine      // the logarithm of the odds that the trees give, kept within bounds
	signFamily    // they share a family
	signOutcome   // one is what the other can do to people and things: "the shots", "four died"
	signSameDay   // of events that are kin by one of these two: their times meet, or lie a day apart
	signSameWeek  //   they lie up to a week apart
	signOtherTime //   they lie farther apart, and that is hardly sure
	signOtherSure //   they lie farther apart, as both events tell
	signPatient   //   they are done to the same
	signPlaces    //   they are told to have been in different places
	signText      // the cosine of the words of the documents
	signOneText   // they stand in one document
	signs
)

// SignNames are the names of the signs in the data file.
var SignNames = [signs]string{
	"always", "fine odds", "same family", "outcome", "same day", "same week", "other time", "other time, sure", "same patient",
	"other place", "text cosine", "same document",
}

// Signs are the values of all signs for two events.
type Signs [signs]float64

// A Weighting is how much each sign adds to the logarithm of the odds that two events are the same (logistic regression).
type Weighting [signs]float64

// Odds returns that logarithm.
func (w *Weighting) Odds(s *Signs) float64 {
	var sum float64
	for i, weight := range w {
		sum += weight * s[i]
	}
	return sum
}

// The bounds of the odds of the trees, which are surer of themselves than the coarse grain has reason for.
const leastOdds, mostOdds = -5, 3

// Days from which two times are no longer those of one night, and of one week.
const night, week = 1, 7

// Signs compares an event of the first document with one of the second.
func (j *Judge) Signs(d Documents, first, second int) Signs {
	f := j.words.Features(d, first, second)
	return signsOf(&f, j.fine.Odds(&f), &d.a.Tellings[first], &d.b.Tellings[second])
}

// signsOf returns the signs of two events with these features and odds of the trees.
func signsOf(f *Features, odds float64, a, b *Telling) Signs {
	s := Signs{signAlways: 1, signFine: min(max(odds, leastOdds), mostOdds)}
	s[signFamily] = float64(truth(a.families.shares(b.families)))
	s[signOutcome] = float64(truth(a.canDo(b) || b.canDo(a)))
	s[signText], s[signOneText] = float64(f[TextCosine]), float64(f[SameDocument])
	if !a.isKin(b) {
		return s
	}
	if a.time.known(b.time) {
		s[timeSign(a.time, b.time)] = 1
	}
	s[signPatient] = float64(f[SamePatient])
	s[signPlaces] = float64(truth(f[SamePlace] < 0))
	return s
}

func timeSign(a, b interval) int {
	switch days := a.distance(b); {
	case days <= night:
		return signSameDay
	case days <= week:
		return signSameWeek
	case min(a.sure, b.sure) < surest:
		return signOtherTime
	}
	return signOtherSure
}

// canDo reports whether an event can do to people and things what another is.
func (t *Telling) canDo(other *Telling) bool { return t.outcomes.shares(other.families) }

// isKin reports whether two events may be told as one happening: they share a family, or one can do what the other is.
func (t *Telling) isKin(other *Telling) bool {
	return t.families.shares(other.families) || t.canDo(other) || other.canDo(t)
}

// coarseWeights are those that ship, made by link/happening/train.
var coarseWeights = sync.OnceValues(func() (*Weighting, error) { return readWeights() })

// readWeights reads data/coarse.txt: a sign and its weight.
func readWeights() (*Weighting, error) {
	var weights Weighting
	err := datafile.Each(files, "data/coarse.txt", 2, func(columns []string) error {
		sign := slices.Index(SignNames[:], columns[0])
		if sign < 0 {
			return fmt.Errorf("%q is no sign", columns[0])
		}
		weight, err := strconv.ParseFloat(columns[1], 64)
		weights[sign] = weight
		return err
	})
	return &weights, err
}

// A Judge tells how likely it is that two events are the same, in one of the grains.
type Judge struct {
	words  *Words
	fine   Model
	coarse *Weighting // nil in the fine grain
}

// NewJudge returns a judge of accounts that know words. The error is that of a damaged binary.
func NewJudge(words *Words, coarse bool) (*Judge, error) {
	fine, err := English()
	if err != nil {
		return nil, err
	}
	j := &Judge{words: words, fine: fine}
	if coarse {
		j.coarse, err = coarseWeights()
	}
	return j, err
}

// With returns the same judge, with words of its own to be used beside j.
func (j *Judge) With(words *Words) *Judge {
	return &Judge{words: words, fine: j.fine, coarse: j.coarse}
}

// NewPupil returns a judge of the coarse grain that has yet to learn its weights.
func NewPupil(words *Words) (*Judge, error) {
	fine, err := English()
	return &Judge{words: words, fine: fine, coarse: &Weighting{}}, err
}

// Comparable reports whether two events are like enough at first sight to be compared.
func (j *Judge) Comparable(d Documents, a, b int) bool {
	return j.words.Comparable(d, a, b) || j.coarse != nil && d.a.Tellings[a].isKin(&d.b.Tellings[b])
}

// Apart reports whether two events are certainly different. In the coarse grain, what is done to one person is another happening
// than what is done to several, of which it may be a part; and what harm comes to one person is one, unless both times are sure.
func (j *Judge) Apart(d Documents, a, b int) bool {
	x, y := &d.a.Tellings[a], &d.b.Tellings[b]
	if j.coarse == nil {
		return j.words.Apart(d, a, b)
	}
	return x.number() > 0 && y.number() > 0 && x.number() != y.number() || j.words.Apart(d, a, b) && !x.sameHarm(y)
}

// harm is the logarithm of the odds, at least, that what harm comes to one person by name is one happening: nobody dies twice.
const harm = 1

// sameHarm reports whether harm comes to one and the same person by name in both of two events, whose times may meet.
func (t *Telling) sameHarm(other *Telling) bool {
	x, y := t.victim(), other.victim()
	return x != nil && y != nil && x.same(*y) && t.wholes != (familySet{}) && other.wholes != (familySet{}) &&
		(min(t.time.sure, other.time.sure) < surest || !t.time.excludes(other.time))
}

// Probability returns how likely it is that event a of the first document and event b of the second are the same.
func (j *Judge) Probability(d Documents, a, b int) float64 {
	f := j.words.Features(d, a, b)
	odds := j.fine.Odds(&f)
	if j.coarse != nil {
		s := signsOf(&f, odds, &d.a.Tellings[a], &d.b.Tellings[b])
		odds = j.coarse.Odds(&s)
		if d.a.Tellings[a].sameHarm(&d.b.Tellings[b]) {
			odds = max(odds, harm)
		}
	}
	return 1 / (1 + math.Exp(-odds))
}
