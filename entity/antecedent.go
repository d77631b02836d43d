package entity

import (
	"rashomon"
)

// joinPronouns joins pronouns to the most salient entity before them that they can stand for.
func joinPronouns(c *clusters) {
	for i := range c.drafts {
		d := &c.drafts[i]
		if d.Kind != rashomon.MentionPronoun || d.role == "relative" || c.of[i].drafts[0] != i {
			continue
		}
		switch {
		case d.person == 1:
			c.joinFirstPerson(i)
		case d.role == roleOrder:
			c.joinByOrder(i)
		case d.role == "place":
			c.joinSalient(i, "the place spoken of")
		default:
			c.joinSalient(i, "the nearest that the pronoun fits")
		}
	}
}

// joinFirstPerson joins "I" and "we" to the last of their kind: whoever speaks goes on speaking. Who that is, attribution
// finds out.
func (c *clusters) joinFirstPerson(i int) {
	for j := i - 1; j >= 0 && c.sameVoice(j, i); j-- {
		if other := &c.drafts[j]; other.person == 1 && other.number == c.drafts[i].number {
			c.join(j, i, "the same speaker")
			return
		}
	}
}

// sameVoice reports whether two places of the text are in the same part of it.
func (c *clusters) sameVoice(j, i int) bool {
	a, b := c.doc.Tokens[c.drafts[j].Head].Extent.Start, c.doc.Tokens[c.drafts[i].Head].Extent.Start
	return c.doc.PartOf(a) == c.doc.PartOf(b)
}

// mostBefore is how many mentions before a pronoun are weighed: more than any four sentences of prose have.
const mostBefore = 150

// joinByOrder joins "the latter" to the last of two parties that were mentioned before it, and "the former" to the first.
func (c *clusters) joinByOrder(i int) {
	var two []int
	for j := i - 1; j >= max(0, i-mostBefore) && c.near(j, i) && len(two) < 2; j-- {
		other := &c.drafts[j]
		if other.Kind == rashomon.MentionPronoun || !isParty(c.of[j].kind) || other.negated || c.within(i, j) ||
			len(two) == 1 && (c.of[j] == c.of[two[0]] || c.within(j, two[0])) {
			continue
		}
		two = append(two, j)
	}
	switch {
	case len(two) == 2 && c.lower(c.drafts[i].Head) == "latter":
		c.join(two[0], i, "the last of two")
	case len(two) == 2:
		c.join(two[1], i, "the first of two")
	}
}

// joinSalient joins a pronoun to the best of the mentions that stand before it within reach.
func (c *clusters) joinSalient(i int, reason string) {
	best, top := rashomon.None, 0
	for j := i - 1; j >= max(0, i-mostBefore) && c.near(j, i); j-- {
		if score := c.salience(j, i); score > top {
			best, top = j, score
		}
	}
	if best != rashomon.None {
		c.join(best, i, reason)
	}
}

// The points of salience, after Lappin and Leass 1994 ("An algorithm for pronominal anaphora resolution"): subjects before
// objects before the rest, what is near before what is far, what is spoken of again and again before what is not.
const (
	pointsSubject  = 80
	pointsObject   = 50
	pointsOther    = 30
	pointsSentence = 60 // lost with each sentence between
	pointsName     = 15
	pointsParty    = 25 // for somebody rather than something, where a pronoun may be either
	pointsAgain    = 5  // for each other mention, up to four
	pointsParallel = 20
	pointsSpoken   = 20 // for whom a relative clause says something of
	pointsHouse    = 90 // lost by a house as those who are in it, so that people of the sentence before come first
	mostAgain      = 4
	leastSalience  = 1
)

// salience scores a mention as what a pronoun stands for; 0 if it cannot.
func (c *clusters) salience(j, i int) int {
	candidate, p := &c.drafts[j], &c.drafts[i]
	if candidate.role == "relative" || candidate.person == 1 || !c.canStandFor(j, i) {
		return 0
	}
	score := c.role(candidate.Head)
	if role := c.role(p.Head); role == score && role == pointsSubject {
		score += pointsParallel
	}
	if candidate.Kind == rashomon.MentionName {
		score += pointsName
	}
	if c.isSpokenOf(j) {
		score += pointsSpoken
	}
	if isBody(c.of[j].kind) && p.kind == "" {
		score += pointsParty
	}
	if p.number == plural && c.isHouse(j) {
		score -= pointsHouse
	}
	score += pointsAgain * min(mostAgain, len(c.of[j].drafts)-1)
	distance := c.doc.SentenceOf(p.Head) - c.doc.SentenceOf(candidate.Head)
	return max(leastSalience, score-pointsSentence*distance)
}

// isHouse reports whether a mention names one organisation that is a house too: a hospital, a school.
func (c *clusters) isHouse(j int) bool {
	d := &c.drafts[j]
	return d.Kind == rashomon.MentionName && c.of[j].number == singular && len(d.words) > 0 && houses()[d.words[len(d.words)-1]]
}

// isSpokenOf reports whether a relative clause hangs on a mention: its pronoun is the next mention but what stands between.
func (c *clusters) isSpokenOf(j int) bool {
	for i := j + 1; i < len(c.drafts) && i <= j+mostWithin && c.doc.SentenceOf(c.drafts[i].Head) == c.doc.SentenceOf(c.drafts[j].Head); i++ {
		if c.drafts[i].role == "relative" && c.of[i] == c.of[j] {
			return true
		}
	}
	return false
}

// mostWithin is how many mentions may stand between a mention and the pronoun of its relative clause.
const mostWithin = 3

// canStandFor reports whether a pronoun can stand for a mention: number, gender and type agree, neither holds the other,
// and they are not the two ends of one verb unless the pronoun is reflexive.
func (c *clusters) canStandFor(j, i int) bool {
	candidate, p := &c.drafts[j], &c.drafts[i]
	if candidate.negated || c.within(i, j) || !compatible(c.of[j], c.of[i]) || !agrees(c.of[j].gender, p.gender) {
		return false
	}
	kind := c.of[j].kind
	switch {
	case p.role == "place":
		return kind == rashomon.EntityPlace || kind == rashomon.EntityFacility
	case candidate.Rule == ruleAdjective:
		return false
	case p.number == singular && p.kind == "": // it
		if kind == rashomon.EntityPerson || kind == rashomon.EntityGroup && c.of[j].number == plural {
			return false
		}
		if kind == rashomon.EntityPlace && c.role(candidate.Head) != pointsSubject { // where things are is seldom spoken of
			return false
		}
	case p.number == plural: // they
		if kind == rashomon.EntityPerson || kind == rashomon.EntityPlace || c.of[j].number == singular && !isBody(kind) {
			return false
		}
	}
	return p.role == "reflexive" || p.role == "possessive" || c.tree.Head(candidate.Head) == rashomon.None ||
		c.tree.Head(candidate.Head) != c.tree.Head(p.Head)
}

// role returns the points of a token's part in its clause. A name behind its title ("Foreign Minister Oren Sadik") has that of
// the title.
func (c *clusters) role(i int) int {
	if i > 0 && c.tree.Head(i) == i-1 && (c.tree.Is(i, "appos") || c.tree.Is(i, "flat")) {
		i--
	}
	switch {
	case c.tree.Is(i, "nsubj"):
		return pointsSubject
	case c.tree.Is(i, "obj") || c.tree.Is(i, "iobj"):
		return pointsObject
	}
	return pointsOther
}
