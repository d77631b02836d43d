package point

import (
	"math"
	"slices"

	"rashomon"
)

// leastLikely is the logarithm of the odds from which two lines are told to say the same, as far as signs tell. In 19 cases
// that adds 5 agreements each to the 17 that rules tell. Of these a third is on the keys, of the 5 two, and by eye half of them are sound.
// From -1 there are twice as many and hardly more on the keys.
const leastLikely = -0.4

// mayAgree reports whether two lines may be told to say the same: no rule found that they do, or that both cannot hold.
func (c *candidate) mayAgree() bool {
	return !c.agrees && !c.differs && !slices.ContainsFunc(c.clashes, clash.isSure)
}

// isSure reports whether what does not go together cannot stand in lines that say the same, whatever else they share.
func (c clash) isSure() bool {
	return c.sign == signFigures || c.sign == signClocks || c.sign == signRebuts
}

// leastContent is how much what two lines share besides names and numbers must weigh: of those that share no more than names one in ten
// is sound.
const leastContent = 0.3

// saysOne reports whether the two clauses that have most in common can say the same: nobody denies the one or leaves it open, and who
// does it in the one does not undergo it in the other; and whether the lines share more than names and one word, or a time or a figure of
// something.
func (c *candidate) saysOne(s []float64) bool {
	a, b := c.clauses[0], c.clauses[1]
	if toldOtherwise(a, b) || a.rebutted || b.rebutted || reversed(a, b) || exchanged(a, b) {
		return false
	}
	said := c.contentShared()
	return said >= leastContent && len(c.shared) > 1 || said > 0 && s[signClauseTime]+s[signClauseFigure] > 0
}

// contentShared returns the weight of what both share besides names and numbers.
func (c *candidate) contentShared() float64 {
	sum := 0.0
	for _, key := range c.shared {
		if !key.isParty() && !key.numeral && !c.x.names(key) && !c.y.names(key) {
			sum += key.weight
		}
	}
	return sum
}

// names reports whether a word is one of a name in a line.
func (l *line) names(key *word) bool {
	return slices.ContainsFunc(l.tellings, func(t telling) bool { return t.isNameOf(key.text) })
}

// exchanged reports whether the subject of each of two clauses stands elsewhere in the other: "the police fired at the miners", "the
// miners fired at the police".
func exchanged(a, b *telling) bool {
	holds := func(t *telling, subject *term) bool {
		return slices.ContainsFunc(t.others, func(other term) bool { return crossed(subject, &other) })
	}
	return holds(a, b.subject) && holds(b, a.subject)
}

// likeness returns a candidate as a finding that both say the same, by its odds.
func (c *candidate) likeness(odds float64) finding {
	return finding{
		kind: rashomon.PointWhether, a: c.x.side(), b: c.y.side(), why: "Both may say the same of " + c.topic() + ".",
		rule: rashomon.LikelyAgreementRule + string(rashomon.PointWhether), strength: likelyStrength(odds),
	}
}

// What signs find is weaker than what rules find: what it reaches at least, and how much of it rests on the odds.
const weakest, span = 0.1, 0.25

func likelyStrength(odds float64) float64 {
	sure := 1 / (1 + math.Exp(-odds))
	return math.Round(100*(weakest+span*sure)) / 100
}
