package point

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/logistic"
)

// A Contrast is two clauses that hold what does not go together and speak of one thing, as far as signs tell: it may be a
// contradiction that no rule foresaw. How much each sign weighs is learnt from cases with an answer key (compare/point/train).
type Contrast struct {
	Odds  float64   // the logarithm of the odds that it is a contradiction
	Signs []float64 // by [SignNames]; nil where nothing is to be learnt from them

	a, b  *claim
	topic string
	clash clash
	last  decision
}

// A is the one side.
func (x *Contrast) A() rashomon.Side { return x.a.side }

// B is the other side.
func (x *Contrast) B() rashomon.Side { return x.b.side }

// A claim is what the contrasts of a telling keep of it.
type claim struct {
	side     rashomon.Side
	sentence rashomon.Passage // that it begins in
	keys     []*word
	rare     marks // of the keys that say much
}

// claim returns what contrasts keep.
func (t *telling) claim() *claim {
	if t.claimOf == nil {
		side := t.side()
		t.claimOf = &claim{side: side, sentence: t.ground.Sentence(side.Passage), keys: slices.Clone(t.keys)}
		for _, key := range t.keys {
			if key.weight >= rareWord {
				t.claimOf.rare.add(key)
			}
		}
	}
	return t.claimOf
}

// A candidate is two tellings that speak of one thing and clash, or of which nothing is seen that they say in common.
type candidate struct {
	a, b    *telling
	l       likeness
	clashes []clash
	agrees  bool       // they were found to say the same
	both    float64    // the share of the content of the richer one that both have
	most    [2]float64 // of what either shares with a candidate between their documents: its weight
}

// leastShared is the weight of what two tellings must have in common to be weighed.
const leastShared = 0.5

// leastTopic is how scarce a thing must be that is subject or object of one clause and stands in the other for two clauses
// to be weighed between which no clash is seen.
const leastTopic = 0.2

// candidateOf returns two tellings as a candidate, if they clash or speak of one thing, and do not go back to one document.
func candidateOf(a, b *telling, l likeness, agrees bool) (candidate, bool) {
	if l.weight < leastShared || !l.hasMatter() || a.origin() == b.origin() {
		return candidate{}, false
	}
	c := candidate{a: a, b: b, l: l, agrees: agrees, clashes: clashes(a, b, l)}
	if len(c.clashes) > 0 {
		return c, true
	}
	c.clashes = []clash{{sign: signNoClash, kind: rashomon.PointWhat, says: "what they say of it is not the same"}}
	return c, !a.isSubordinate() && !b.isSubordinate() && c.topicOnce() >= leastTopic
}

// hasMatter reports whether two tellings have a party or a word in common that is of more than a state of mind.
func (l likeness) hasMatter() bool {
	return slices.ContainsFunc(l.shared, func(key *word) bool {
		return !words().classes.Has("nobody", key.text) && !words().classes.Has("why", key.text) && !words().classes.Has("mood", key.text)
	})
}

// origin returns the document that a clause goes back to.
func (t *telling) origin() string {
	if t.root == "" {
		t.root = t.ground.Root(t.side().Passage)
	}
	return t.root
}

// LeastOdds is set so that a story of ten accounts has some forty contrasts: see the accuracy of compare/point/train.
const LeastOdds = -0.7

// contrast weighs a candidate, and returns it if it has at least some odds. Disputes is how many differences rules found between
// the documents. The signs, all 0 before, are filled in.
func (c *candidate) contrast(signs []float64, disputes int, least float64) (Contrast, bool) {
	weights := words().contrast
	c.fill(signs, disputes)
	odds := logistic.Odds(weights, signs)
	if odds < least {
		return Contrast{}, false
	}
	heaviest := slices.MaxFunc(c.clashes, func(x, y clash) int { return cmp.Compare(weights[x.sign], weights[y.sign]) })
	return Contrast{Odds: odds, a: c.a.claim(), b: c.b.claim(), topic: c.l.topic(), clash: heaviest}, true
}

// topicWords is how many words tell what two tellings are about.
const topicWords = 3

// topic names the words that say most of what two tellings share.
func (l likeness) topic() string {
	spoken := l.named()
	if len(spoken) == 0 {
		return "the same party"
	}
	slices.SortStableFunc(spoken, func(a, b string) int { return -cmp.Compare(words().weight(a), words().weight(b)) })
	return strings.Join(spoken[:min(len(spoken), topicWords)], ", ")
}

// sameContent is the share of their content that two sides of contrasts have in common if they say the same.
const sameContent = 0.6

// repeats reports whether both sides of two contrasts say the same.
func (x *Contrast) repeats(y *Contrast) bool {
	return bothSayTheSame(x.a, x.b, y.a, y.b) || bothSayTheSame(x.a, x.b, y.b, y.a)
}

// bothSayTheSame reports whether two claims say the same as two others, in their order: each two have most of their content in
// common, the richer one too, and a word that says much. Nearly always a bit tells that they do not.
func bothSayTheSame(a, b, x, y *claim) bool {
	return a.rare.meet(&x.rare) && b.rare.meet(&y.rare) && shareRare(a.keys, x.keys) && shareRare(b.keys, y.keys) &&
		shareMost(a.keys, x.keys) && shareMost(b.keys, y.keys)
}

// shareMost reports whether two tellings have most of their content in common, the richer one too.
func shareMost(a, b []*word) bool {
	x, y := telling{keys: a}, telling{keys: b}
	return x.holdsMost(b) && y.holdsMost(a)
}

// holdsMost reports whether a telling holds as much of the content of others as makes them the same.
func (t *telling) holdsMost(keys []*word) bool {
	var whole, held, missing float64
	for _, key := range keys {
		whole += key.weight
	}
	for _, key := range keys {
		fit := t.has(key)
		held, missing = held+key.weight*fit, missing+key.weight*(1-fit)
		if missing*nearly > (1-sameContent)*whole {
			return false
		}
	}
	return whole > 0 && held/whole >= sameContent
}

// shareRare reports whether two sorted lists have a word in common that says much.
func shareRare(a, b []*word) bool {
	for i, j := 0, 0; i < len(a) && j < len(b); {
		switch order := compareWords(a[i], b[j]); {
		case order == 0 && a[i].weight >= rareWord:
			return true
		case order <= 0:
			i++
		default:
			j++
		}
	}
	return false
}

// Contrasts are weaker than what rules find: what they reach at most, and how much of it rests on the odds.
const weakest, span = 0.1, 0.25

func (x *Contrast) finding() finding {
	sure := 1 / (1 + math.Exp(-x.Odds))
	return finding{
		kind: x.clash.kind, a: x.A(), b: x.B(), why: "both speak of " + x.topic + "; " + x.clash.reason(),
		rule: rashomon.LikelyRule + string(x.clash.kind), strength: math.Round(100*(weakest+span*sure)) / 100,
	}
}
