package prediction

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/digest"
)

// The signs by which a clause of another account is weighed: does it tell what came of something foretold?
const (
	toldAlways    = iota
	toldContent   // the share of what was foretold that the sentence holds
	toldSame      // the share of what the sentence says that was foretold
	toldWeight    // how much what both have says: logarithm
	toldClause    // the share that the clause itself holds
	toldAround    // the share that a sentence beside holds
	toldParty     // one names a party of the other
	toldDeed      // how alike the deeds are, by their words
	toldSynonym   // the verbs mean the same or the opposite
	toldActor     // how far who does it is the same
	toldObject    // how far whom or what it is done to is the same
	toldHappening // they tell of one happening
	toldKnown     // the text that foretells tells of the happening as well: it was so before
	toldOnDay     // it tells of the day that was set
	toldAfterDay  // its document was published on that day or later
	toldBeforeDay // or before it
	toldNoDay     // no day was set
	toldDated     // it names a day
	toldNegated   // it denies
	toldPast      // it is told in the past
	toldPerfect   // it is told in the perfect
	toldLasts     // it tells how things are by now
	toldQuoted    // it is in somebody else's words
	toldHeadline  // it is a headline
	toldMain      // it is a main clause
	toldSaying    // it tells that somebody said something
	toldSameDeed  // the deeds are alike, and so is who does it or whom it is done to
	toldBare      // nothing is common to the sentence and what was foretold but parties
	toldSigns
)

// ToldNames are the names of the signs in the data file.
var ToldNames = [toldSigns]string{
	"always", "content", "same", "weight", "clause", "around", "party", "deed", "synonym", "actor", "object", "happening", "known",
	"on the day", "after the day", "before the day", "no day", "dated", "negated", "past", "perfect", "lasts", "quoted", "headline",
	"main", "saying", "same deed", "bare",
}

// The signs by which it is weighed what a clause tells that tells what came: that it failed?
const (
	failedAlways    = iota
	failedOtherwise // one denies and the other does not
	failedLike      // both deny or neither does, and the deeds are alike
	failedOpposite  // the words of the two are opposites
	failedSameEnd   // they stand at the same end of a scale
	failedLate      // it tells of a day behind the one that was set
	failedInTime    // it tells of a day up to the one that was set, and does not deny
	failedForetold  // what was foretold is that something will not be
	failedLasts     // it tells how things are by now
	failedFewer     // it tells of fewer
	failedAsMany    // it tells of as many or more
	failedSigns
)

// FailedNames are the names of the signs in the data file.
var FailedNames = [failedSigns]string{
	"always", "otherwise", "like", "opposite", "same end", "late", "in time", "foretold not", "lasts", "fewer", "as many",
}

// A Candidate is a clause of another account that may tell what came of something foretold.
type Candidate struct {
	Foretold, Told rashomon.Passage
	ToldSigns      []float64 // do they speak of the same, see [ToldNames]
	FailedSigns    []float64 // and if so, did it fail, see [FailedNames]

	telling *telling
}

// candidate weighs a clause of an account whose sentence has to do with the matter.
func (t *trial) candidate(told *telling, a *account, h hearing) *Candidate {
	c := &Candidate{
		Foretold: rashomon.Passage{Document: t.d.Document, Extent: t.extent}, Told: verdict{telling: told}.side().Passage,
		ToldSigns: make([]float64, toldSigns), FailedSigns: make([]float64, failedSigns), telling: told,
	}
	c.hear(h)
	c.compare(t, a)
	c.date(t)
	c.form()
	c.end(t)
	return c
}

// hear fills in how much the sentence has to do with the matter.
func (c *Candidate) hear(h hearing) {
	told, s := c.telling, c.ToldSigns
	clause := &told.d.Clauses[told.clause]
	at := clause.Sentence
	s[toldAlways], s[toldContent], s[toldWeight] = 1, h.sums[at]/h.whole, math.Log1p(h.sums[at])
	own, all := 0.0, 0.0
	for _, term := range told.d.Sentences[at].Terms {
		said := says(term)
		all += said
		if slices.Contains(h.matter.keys, stem(term)) {
			own += said
		}
	}
	s[toldSame] = own / max(1, all)
	words := slices.Concat(strings.Fields(clause.Predicate), clause.Terms)
	for _, key := range h.held[at] {
		if slices.ContainsFunc(words, func(w string) bool { return stem(w) == h.matter.keys[key] }) {
			s[toldClause] += h.scarce[key] / h.whole
		}
		if h.matter.isName(key) {
			s[toldParty] = 1
		}
	}
	s[toldBare] = truth(h.isBare(at))
	for _, beside := range []int{at - 1, at + 1} {
		if beside >= 0 && beside < len(h.sums) {
			s[toldAround] = max(s[toldAround], h.sums[beside]/h.whole)
		}
	}
}

// compare fills in how far both tell of the same deed.
func (c *Candidate) compare(t *trial, a *account) {
	told, s := c.telling, c.ToldSigns
	x, y := t.core(), cmp.Or(told.gist.taking, told.gist.core())
	switch {
	case inClass("slight", x) || inClass("slight", y):
	case stem(x) == stem(y):
		s[toldDeed] = 1
	default:
		s[toldDeed] = max(0, likeness(x, y))
		same, opposite := meaning(x).Synonym(meaning(y)), meaning(x).Opposed(meaning(y))
		s[toldSynonym], c.FailedSigns[failedOpposite] = truth(same || opposite), truth(opposite && !same)
	}
	s[toldActor], s[toldObject] = t.gist.actor().kin(told.gist.actor()), t.gist.object.kin(told.gist.object)
	s[toldSameDeed] = s[toldDeed] * max(0, s[toldActor], s[toldObject])
	foretold, event := t.d.Clauses[t.clause].Event, told.d.Clauses[told.clause].Event
	if event == rashomon.None {
		return
	}
	switch happening := a.g.Happening(told.d.Document, event); {
	case happening == rashomon.None:
	case foretold != rashomon.None && a.g.Happening(t.d.Document, foretold) == happening:
		s[toldHappening] = 1
	case slices.Contains(a.g.Happenings(t.d.Document), happening):
		s[toldKnown] = 1
	}
}

// date fills in how what is told lies to the day that was set.
func (c *Candidate) date(t *trial) {
	s, published := c.ToldSigns, day(c.telling.d.Published)
	s[toldDated] = truth(c.telling.dated)
	switch {
	case t.by.day == "":
		s[toldNoDay] = 1
	case c.telling.dated && c.telling.when == t.by.day:
		s[toldOnDay] = 1
	case published >= t.by.day:
		s[toldAfterDay] = 1
	case published != "":
		s[toldBeforeDay] = 1
	}
}

// form fills in in what form it is told.
func (c *Candidate) form() {
	s, told := c.ToldSigns, c.telling
	clause := &told.d.Clauses[told.clause]
	s[toldNegated] = truth(told.denies())
	s[toldPast], s[toldPerfect] = truth(clause.Tense == digest.TensePast), truth(clause.Perfect)
	s[toldLasts], s[toldQuoted] = truth(told.lasts), truth(clause.Statement != rashomon.None)
	s[toldHeadline] = truth(told.d.Sentences[clause.Sentence].Part == rashomon.PartHeadline)
	s[toldMain] = truth(clause.Relation == "root")
	s[toldSaying] = truth(inClass("saying", clause.Predicate))
}

// end fills in the signs of how it ended.
func (c *Candidate) end(t *trial) {
	s, told := c.FailedSigns, c.telling
	otherwise := told.denies() != t.gist.negated
	s[failedAlways], s[failedOtherwise] = 1, truth(otherwise)
	if !otherwise {
		s[failedLike] = c.ToldSigns[toldDeed]
	} else {
		s[failedOpposite] = 0 // "will open", "has not been shut"
	}
	marks := told.gist.mark()
	for _, scale := range sortedScales(t.marks) {
		switch marks[scale] {
		case t.marks[scale]:
			s[failedSameEnd] = 1
		case -t.marks[scale]:
			s[failedOpposite] = 1
		}
	}
	s[failedLate] = truth(t.isLate(told))
	s[failedInTime] = truth(told.dated && t.by.day != "" && told.when <= t.by.day && !otherwise)
	s[failedForetold], s[failedLasts] = truth(t.gist.negated), truth(told.lasts)
	s[failedFewer], s[failedAsMany] = truth(told.gist.fallsShort(t.gist)), truth(told.gist.reaches(t.gist))
}

// denies reports whether a telling says that something did not come, or that nobody did it.
func (t *telling) denies() bool { return t.gist.negated || t.gist.subject.none || t.gist.object.none }

// reaches reports whether at least as many did something as was foretold.
func (s gist) reaches(foretold gist) bool {
	return s.subject.isAsMany(foretold.subject) || s.object.isAsMany(foretold.object)
}

func (t thing) isAsMany(as thing) bool { return as.low > 0 && t.low >= as.low }

func truth(is bool) float64 { return float64(ordinal(is)) }
