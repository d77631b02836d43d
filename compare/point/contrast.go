package point

import (
	"cmp"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
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

// Choose returns those of contrasts that are worth telling besides the differences that are known, as differences: the likeliest
// first, none between sentences that are known to differ, none twice in other words.
func Choose(g *ground.Ground, contrasts []*Contrast, known []rashomon.Difference) []rashomon.Difference {
	contrasts = slices.SortedFunc(slices.Values(contrasts), func(x, y *Contrast) int {
		return cmp.Or(-cmp.Compare(x.Odds, y.Odds), comparePassages(x.a.side.Passage, y.a.side.Passage),
			comparePassages(x.b.side.Passage, y.b.side.Passage))
	})
	c := newChoice(g)
	for _, d := range known {
		c.known[c.pair(g.Sentence(d.A.Passage), g.Sentence(d.B.Passage))] = true
	}
	var chosen []finding
	for _, x := range contrasts {
		if c.takes(x) {
			chosen = append(chosen, x.finding())
		}
	}
	return distinct(asDifferences(chosen))
}

func comparePassages(a, b rashomon.Passage) int {
	return cmp.Or(cmp.Compare(a.Document, b.Document), cmp.Compare(a.Extent.Start, b.Extent.Start), cmp.Compare(a.Extent.End, b.Extent.End))
}

// A choice is what was chosen so far. Documents and sentences have numbers, for it is asked for them again and again.
type choice struct {
	ground    *ground.Ground
	documents map[string]int32
	near      [][]int32     // of each document: it and those that are related to it, once they were asked for
	taken     [][]*Contrast // by the document of their first side
	sentences map[rashomon.Passage]int32
	uses      []int // of sentences
	known     map[[2]int32]bool
}

func newChoice(g *ground.Ground) *choice {
	documents := make(map[string]int32, len(g.Digests))
	for i, d := range g.Digests {
		documents[d.Document] = int32(i)
	}
	return &choice{
		ground: g, documents: documents, near: make([][]int32, len(documents)), taken: make([][]*Contrast, len(documents)),
		sentences: map[rashomon.Passage]int32{}, known: map[[2]int32]bool{},
	}
}

// mostUses is in how many contrasts a sentence may stand: what clashes with everything is an answer to nothing.
const mostUses = 2

// takes takes a contrast, if it is worth telling.
func (c *choice) takes(x *Contrast) bool {
	pair := c.pair(x.a.sentence, x.b.sentence)
	if c.known[pair] || c.uses[pair[0]] >= mostUses || c.uses[pair[1]] >= mostUses || c.isTold(x) {
		return false
	}
	c.known[pair] = true
	c.uses[pair[0]]++
	c.uses[pair[1]]++
	document := c.documents[x.A().Document]
	c.taken[document] = append(c.taken[document], x)
	return true
}

// pair returns the numbers of two sentences, in order.
func (c *choice) pair(a, b rashomon.Passage) [2]int32 {
	return unordered(c.sentence(a), c.sentence(b))
}

func (c *choice) sentence(p rashomon.Passage) int32 {
	number, known := c.sentences[p]
	if !known {
		number = int32(len(c.uses))
		c.sentences[p], c.uses = number, append(c.uses, 0)
	}
	return number
}

// isTold reports whether one that was taken between related documents tells the same quarrel in other words.
func (c *choice) isTold(x *Contrast) bool {
	a, b := c.around(x.A().Document), c.around(x.B().Document)
	for len(a) > 0 || len(b) > 0 {
		var next int32
		switch {
		case len(b) == 0 || len(a) > 0 && a[0] < b[0]:
			next, a = a[0], a[1:]
		case len(a) == 0 || b[0] < a[0]:
			next, b = b[0], b[1:]
		default:
			next, a, b = a[0], a[1:], b[1:]
		}
		if slices.ContainsFunc(c.taken[next], x.repeats) {
			return true
		}
	}
	return false
}

// around returns the numbers of a document and of those that are related to it, sorted.
func (c *choice) around(document string) []int32 {
	number := c.documents[document]
	if c.near[number] == nil {
		for _, other := range c.ground.Neighbours([]string{document}) {
			c.near[number] = append(c.near[number], c.documents[other])
		}
		slices.Sort(c.near[number])
	}
	return c.near[number]
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
