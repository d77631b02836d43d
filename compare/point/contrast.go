package point

import (
	"cmp"
	"slices"
	"strings"

	"rashomon"
	"rashomon/logistic"
)

// A Contrast is two sentences that speak of one thing and may hold what does not go together, as far as signs tell: it may be a
// contradiction that no rule foresaw. How much each sign weighs is learnt from cases with an answer key (compare/point/train).
type Contrast struct {
	Odds float64 // the logarithm of the odds that it is a contradiction

	a, b  *claim
	topic string
	clash *clash
	last  decision
	told  *rashomon.Difference // once it was
	signs *[signs]float64      // nil where nothing is to be learnt from them
}

// Signs are what it was weighed by, in the order of [SignNames]: nil but of those that [Clashing] returns.
func (x *Contrast) Signs() []float64 {
	if x.signs == nil {
		return nil
	}
	return x.signs[:]
}

// A is the one side.
func (x *Contrast) A() rashomon.Side { return x.a.side }

// B is the other side.
func (x *Contrast) B() rashomon.Side { return x.b.side }

// A candidate is two lines that speak of one thing.
type candidate struct {
	alignment *alignment
	x, y      *line
	i, j      int     // their places on their shelves
	shared    []*word // words and parties that both have
	agrees    bool    // rules found that they say the same
	differs   bool    // rules found that both cannot hold
	clashes   []clash
	clauses   [2]*telling // that have most in common
}

// leastNear is how near two lines must be to be weighed.
const leastNear = 0.45

// LeastOdds is set so that a story of ten accounts has some eighty contrasts, the likeliest first: of what six cases that nobody reads
// tell of differences they find a third more than with -1.5 and half as many, where one in ten of those that come in is right.
const LeastOdds = -2.0

// weigh weighs the lines of two documents that speak of one thing, between which rules found some differences and agreements. It notes
// contrasts, and returns what signs tell to be the same.
func (r *result) weigh(n *alignment, differences, agreements []finding, x *Index) []finding {
	differing, agreed := linesOf(n.a, n.b, differences), linesOf(n.a, n.b, agreements)
	c := candidate{alignment: n}
	weighed := make([]float64, signs)
	var alike []finding
	for i := range n.a.lines {
		for j := range n.b.lines {
			a, b := &n.a.lines[i], &n.b.lines[j]
			if n.near[i*len(n.b.lines)+j] < leastNear || a.tellings[0].origin() == b.tellings[0].origin() {
				continue
			}
			clear(weighed)
			at := [2]int{a.sentence, b.sentence}
			c.x, c.y, c.i, c.j, c.agrees, c.differs = a, b, i, j, agreed[at], differing[at]
			c.shared, c.clashes = c.shared[:0], c.clashes[:0]
			if !c.findSigns(weighed, len(differences), x.least) || !c.isTellable() && !x.signs {
				continue
			}
			odds, likely := logistic.Odds(words().contrast, weighed), logistic.Odds(words().likeness, weighed)
			switch {
			case likely >= max(odds, leastLikely) && !x.signs && c.mayAgree() && c.saysOne(weighed):
				alike = append(alike, c.likeness(likely))
			case odds >= x.least:
				r.contrasts = append(r.contrasts, c.contrast(odds, weighed, x.signs))
			}
		}
	}
	return alike
}

// findSigns fills in the signs of a candidate, and reports whether they were all looked for: where those that are found first leave no
// chance that it is worth telling, the others are not.
func (c *candidate) findSigns(s []float64, disputes int, least float64) bool {
	if c.outwardSigns(s, disputes); !c.mayTell(s, unseen[:], least) {
		return false
	}
	if c.deedSigns(s); !c.mayTell(s, unseen[deedSigns:], least) {
		return false
	}
	c.inwardSigns(s)
	return true
}

// mayTell reports whether signs that were not seen may yet make a candidate worth telling, as a contrast or as what is the same.
func (c *candidate) mayTell(s []float64, unseen []int, least float64) bool {
	return c.mayReach(least, words().contrast, s, unseen) || c.mayAgree() && c.mayReach(leastLikely, words().likeness, s, unseen)
}

func (c *candidate) mayReach(least float64, weights, s []float64, unseen []int) bool {
	return logistic.Odds(weights, s)+c.reach(weights, s, unseen) >= least-slack
}

// isTellable reports whether people can be told why a candidate is one: both have a word or a party, or what does not go together was
// seen.
func (c *candidate) isTellable() bool { return len(c.shared)+len(c.clashes) > 0 }

// origin returns the document that a clause goes back to.
func (t *telling) origin() string {
	if t.root == "" {
		t.root = t.ground.Root(t.side().Passage)
	}
	return t.root
}

// linesOf returns the sentences between which something was found.
func linesOf(a, b *shelf, findings []finding) map[[2]int]bool {
	found := map[[2]int]bool{}
	for i := range findings {
		x, y := findings[i].a, findings[i].b
		if x.Document != a.digest.Document {
			x, y = y, x
		}
		found[[2]int{sentenceAt(a.digest, x.Extent), sentenceAt(b.digest, y.Extent)}] = true
	}
	return found
}

// contrast returns a candidate with its odds.
func (c *candidate) contrast(odds float64, weighed []float64, keep bool) Contrast {
	weights := words().contrast
	found := Contrast{Odds: odds, a: c.x.claim(), b: c.y.claim(), topic: c.topic(), clash: noClash}
	if len(c.clashes) > 0 {
		clearest := slices.MaxFunc(c.clashes, func(x, y clash) int {
			return cmp.Compare(weights[x.sign]*weighed[x.sign], weights[y.sign]*weighed[y.sign])
		})
		found.clash = &clearest
	}
	if keep {
		found.signs = (*[signs]float64)(slices.Clone(weighed))
	}
	return found
}

// noClash is what is told where nothing was seen that does not go together.
var noClash = &clash{kind: rashomon.PointWhat, says: "what they say of it is not the same"}

// topicWords is how many words tell what two lines are about.
const topicWords = 3

// topic names the words that say most of what two lines share.
func (c *candidate) topic() string {
	spoken := likeness{shared: c.shared}.named()
	if len(spoken) == 0 && len(c.shared) == 0 {
		return "like things"
	}
	if len(spoken) == 0 {
		return "the same party"
	}
	slices.SortStableFunc(spoken, func(a, b string) int { return -cmp.Compare(words().weight(a), words().weight(b)) })
	return strings.Join(spoken[:min(len(spoken), topicWords)], ", ")
}

// asDifference returns a contrast as a difference, which it keeps.
func (x *Contrast) asDifference() *rashomon.Difference {
	if x.told == nil {
		x.told = asDifference(x.finding())
	}
	return x.told
}

func (x *Contrast) finding() finding {
	return finding{
		kind: x.clash.kind, a: x.A(), b: x.B(), why: "both speak of " + x.topic + "; " + x.clash.reason(),
		rule: rashomon.LikelyRule + string(x.clash.kind), strength: likelyStrength(x.Odds),
	}
}
