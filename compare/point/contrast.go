package point

import (
	"cmp"
	"math"
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
	agrees    bool    // they were found to say the same
	clashes   []clash
}

// leastNear is how near two lines must be to be weighed.
const leastNear = 0.45

// LeastOdds is set so that a story of ten accounts has some eighty contrasts, the likeliest first: of what six cases that nobody reads
// tell of differences they find a third more than with -1.5 and half as many, where one in ten of those that come in is right.
const LeastOdds = -2.0

// weigh weighs the lines of two documents that speak of one thing, between which rules found so many differences, and agreements.
func (r *result) weigh(n *alignment, disputes int, agreements []finding, x *Index) {
	agreed := agreedLines(n.a, n.b, agreements)
	weights := words().contrast
	c := candidate{alignment: n}
	weighed := make([]float64, signs)
	for i := range n.a.lines {
		for j := range n.b.lines {
			a, b := &n.a.lines[i], &n.b.lines[j]
			if n.near[i*len(n.b.lines)+j] < leastNear || a.tellings[0].origin() == b.tellings[0].origin() {
				continue
			}
			clear(weighed)
			c.x, c.y, c.i, c.j, c.agrees = a, b, i, j, agreed[[2]int{a.sentence, b.sentence}]
			c.shared, c.clashes = c.shared[:0], c.clashes[:0]
			c.outwardSigns(weighed, disputes)
			if logistic.Odds(weights, weighed)+c.reach(weighed, unseen[:]) < x.least-slack {
				continue
			}
			c.deedSigns(weighed)
			if logistic.Odds(weights, weighed)+c.reach(weighed, unseen[deedSigns:]) < x.least-slack {
				continue
			}
			c.inwardSigns(weighed)
			if odds := logistic.Odds(weights, weighed); odds >= x.least && (c.isTellable() || x.signs) {
				r.contrasts = append(r.contrasts, c.contrast(odds, weighed, x.signs))
			}
		}
	}
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

// agreedLines returns the sentences that were found to say the same.
func agreedLines(a, b *shelf, agreements []finding) map[[2]int]bool {
	agreed := map[[2]int]bool{}
	for i := range agreements {
		x, y := agreements[i].a, agreements[i].b
		if x.Document != a.digest.Document {
			x, y = y, x
		}
		agreed[[2]int{sentenceAt(a.digest, x.Extent), sentenceAt(b.digest, y.Extent)}] = true
	}
	return agreed
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

// Contrasts are weaker than what rules find: what they reach at most, and how much of it rests on the odds.
const weakest, span = 0.1, 0.25

// asDifference returns a contrast as a difference, which it keeps.
func (x *Contrast) asDifference() *rashomon.Difference {
	if x.told == nil {
		x.told = asDifference(x.finding())
	}
	return x.told
}

func (x *Contrast) finding() finding {
	sure := 1 / (1 + math.Exp(-x.Odds))
	return finding{
		kind: x.clash.kind, a: x.A(), b: x.B(), why: "both speak of " + x.topic + "; " + x.clash.reason(),
		rule: rashomon.LikelyRule + string(x.clash.kind), strength: math.Round(100*(weakest+span*sure)) / 100,
	}
}
