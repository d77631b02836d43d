package point

import (
	"cmp"
	"iter"
	"maps"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/concurrent"
)

// Choose returns those of contrasts that are worth telling besides the differences that are known, as differences that must not be
// changed: the likeliest first, none between sentences that are known to differ, none twice in other words, and none by figures
// alone between sentences whose figures are known to fit.
func Choose(
	g *ground.Ground, contrasts []*Contrast, fitting iter.Seq2[*rashomon.Passage, *rashomon.Passage], known []*rashomon.Difference,
) []*rashomon.Difference {
	return Once().Choose(g, contrasts, fitting, known)
}

// Choose does what the function of this name does. No more contrasts are weighed against each other than since the last time
// something has changed for: what was decided of the others stands. They are those that Compare has returned.
func (x *Index) Choose(
	g *ground.Ground, contrasts []*Contrast, fitting iter.Seq2[*rashomon.Passage, *rashomon.Passage], known []*rashomon.Difference,
) []*rashomon.Difference {
	if x.found == nil {
		contrasts = slices.SortedFunc(slices.Values(contrasts), compareContrasts)
	}
	x.round++
	c := newChoice(g, x)
	for _, d := range known {
		pair := unordered(c.sentenceAt(&d.A.Passage), c.sentenceAt(&d.B.Passage))
		c.known[pair], c.doubt[pair[0]], c.doubt[pair[1]] = true, true, true
	}
	for a, b := range fitting {
		pair := unordered(c.sentenceAt(a), c.sentenceAt(b))
		if !c.known[pair] {
			c.known[pair], c.doubt[pair[0]], c.doubt[pair[1]] = false, true, true
		}
	}
	c.forget(c.round, c.asked)
	for _, contrast := range x.gone {
		if contrast.last.taken {
			c.unsettle(contrast)
		}
	}
	x.gone = nil
	var chosen []*rashomon.Difference
	for row := range slices.Chunk(contrasts, foreseen) {
		c.foresee(row)
		for _, contrast := range row {
			if c.decide(contrast) {
				chosen = append(chosen, contrast.asDifference())
			}
		}
	}
	return distinct(chosen)
}

// exchange puts the contrasts of results that are new among those that can be chosen, and takes away those of results that are no more.
func (x *Index) exchange(found exchange) {
	news := slices.SortedFunc(slices.Values(appendContrasts(nil, found.come)), compareContrasts)
	x.gone = appendContrasts(x.gone, found.gone)
	for _, contrast := range x.gone {
		contrast.last.gone = true
	}
	all := make([]*Contrast, 0, len(x.order)+len(news))
	for _, contrast := range x.order {
		if contrast.last.gone {
			continue
		}
		for len(news) > 0 && compareContrasts(news[0], contrast) < 0 {
			all, news = append(all, news[0]), news[1:]
		}
		all = append(all, contrast)
	}
	x.order = append(all, news...)
}

// compareContrasts puts the likeliest first.
func compareContrasts(x, y *Contrast) int {
	if x.Odds != y.Odds {
		return cmp.Compare(y.Odds, x.Odds)
	}
	return compareBoth(x.a.side.Passage, x.b.side.Passage, y.a.side.Passage, y.b.side.Passage)
}

// A decision is what was decided of a contrast when there was a choice last.
type decision struct {
	pair     [2]int32  // its sentences, by their numbers, in order
	told     *Contrast // one that was taken and tells the same quarrel, if it was not taken for that
	at       int32     // the round in which it was taken last, or 0
	foreseen int32     // the round in which it was foreseen last, or 0
	gone     bool      // it cannot be chosen any more
	made     bool
	known    bool // its sentences were known to differ
	taken    bool
}

// A choice is what was chosen so far. Documents and sentences have numbers, for it is asked for them again and again.
type choice struct {
	*numbering
	ground *ground.Ground
	round  int32
	near   [][]int32         // of each document: it and those that are related to it, once they were asked for
	taken  [][]takenContrast // by the document of their first side
	recent [][]takenContrast // of them, those that were taken since others were foreseen
	latest []int32           // documents of which there are recent ones
	fresh  [][]takenContrast // of them, those that were not taken the last time
	uses   []int32           // of sentences
	with   [][mostUses]int32 // of sentences: those that they are taken with, by their numbers from 1
	known  map[[2]int32]bool // of sentences that are known to differ true, of those whose figures are known to fit false
	doubt  []bool            // sentences of which something is known
	asked  int               // passages, by where they lie

	open      []bool    // sentences of which others are taken than the last time
	unsettled []bool    // documents near those, and such that are related to others than before
	nearer    [][]int32 // of each document: those that are related to it since the last time
}

// A numbering gives documents and sentences numbers that they keep.
type numbering struct {
	documents map[string]int32
	sentences map[rashomon.Passage]int32
	at        map[*rashomon.Passage]numbered // passages that were asked for, by where they lie; nil where nothing is kept
	in        []int32                        // of each sentence: the number of its document
}

// A numbered passage is one with the number of the sentence that it begins in.
type numbered struct{ sentence, round int32 }

func newNumbering() *numbering {
	return &numbering{documents: map[string]int32{}, sentences: map[rashomon.Passage]int32{}, at: map[*rashomon.Passage]numbered{}}
}

// forget drops the passages that were not asked for in a round, once they are as many as the others.
func (n *numbering) forget(round int32, asked int) {
	if len(n.at) > 2*asked {
		maps.DeleteFunc(n.at, func(_ *rashomon.Passage, known numbered) bool { return known.round != round })
	}
}

func newChoice(g *ground.Ground, x *Index) *choice {
	c := &choice{numbering: x.numbers, ground: g, round: x.round, known: map[[2]int32]bool{}}
	if c.numbering == nil {
		c.numbering = newNumbering()
		c.at = nil
	}
	for _, d := range g.Digests {
		if _, known := c.documents[d.Document]; !known {
			c.documents[d.Document] = int32(len(c.documents))
		}
	}
	documents, sentences := len(c.documents), len(c.in)
	c.near = make([][]int32, documents)
	c.taken, c.recent, c.fresh = make([][]takenContrast, documents), make([][]takenContrast, documents), make([][]takenContrast, documents)
	c.unsettled = make([]bool, documents)
	c.uses, c.with = make([]int32, sentences), make([][mostUses]int32, sentences)
	c.doubt, c.open = make([]bool, sentences), make([]bool, sentences)
	c.nearer = make([][]int32, documents)
	if x.found != nil {
		for _, pair := range g.Rerelated() {
			c.regroup(c.documents[pair[0]], c.documents[pair[1]], g.AreRelated(pair[0], pair[1]))
		}
	}
	return c
}

// regroup notes that two documents are related since the last time, or no more.
func (c *choice) regroup(a, b int32, related bool) {
	c.unsettled[a], c.unsettled[b] = true, true
	if related {
		c.nearer[a], c.nearer[b] = append(c.nearer[a], b), append(c.nearer[b], a)
	}
}

// mostUses is in how many contrasts a sentence may stand: what clashes with everything is an answer to nothing. Of those of the third and
// fourth contrast of a sentence as many are right as of all others.
const mostUses = 4

// decide takes a contrast, if it is worth telling, and reports whether it does. Where nothing has changed for it, it is decided as
// the last time.
func (c *choice) decide(x *Contrast) bool {
	pair := c.pairOf(x)
	before, known := x.last, c.doubt[pair[0]] && c.doubt[pair[1]] && c.isKnown(x, pair)
	if x.last.known = known; !before.made || before.known != known || c.mayChange(pair) {
		x.last.made, x.last.taken = true, c.isWorthTelling(x, pair)
		if x.last.taken != before.taken {
			c.unsettle(x)
		}
	}
	if x.last.taken {
		c.take(x, pair, before.taken)
	}
	return x.last.taken
}

// foreseen is how many contrasts in a row are foreseen at once: few of those that repeat each other are in one row.
const foreseen = 1 << 12

// foresee finds, for the contrasts of a row that were never decided, several at once, one of those taken so far that tells the same
// quarrel. To decide of them then, only those that were taken since have to be asked for.
func (c *choice) foresee(row []*Contrast) {
	for _, document := range c.latest {
		c.recent[document] = nil
	}
	c.latest = c.latest[:0]
	var open []*Contrast
	for _, x := range row {
		if x.last.made {
			continue
		}
		if pair := c.pairOf(x); c.isFree(pair) {
			c.around(x.A().Document)
			c.around(x.B().Document)
			open = append(open, x)
		}
	}
	concurrent.Each(len(open), func() func(int) {
		return func(i int) {
			open[i].last.told, open[i].last.foreseen = c.telling(open[i], c.taken), c.round
		}
	})
}

// isKnown reports whether two sentences are known to differ, or to fit in what a contrast is about.
func (c *choice) isKnown(x *Contrast, pair [2]int32) bool {
	differ, known := c.known[pair]
	return differ || known && (x.clash == noClash || x.clash.kind == rashomon.PointFigure)
}

// take takes a contrast, which may have been taken the last time.
func (c *choice) take(x *Contrast, pair [2]int32, again bool) {
	x.last.at = c.round
	for i, sentence := range pair {
		c.with[sentence][c.uses[sentence]] = pair[1-i] + 1
		c.uses[sentence]++
	}
	document, now := c.in[c.sentenceOf(x.a)], x.asTaken()
	c.recent[document], c.latest = append(c.recent[document], now), append(c.latest, document)
	if c.taken[document] = append(c.taken[document], now); !again {
		c.fresh[document] = append(c.fresh[document], now)
	}
}

func (c *choice) isWorthTelling(x *Contrast, pair [2]int32) bool {
	wasTaken := x.last.at == c.round-1
	if x.last.known || !c.isFree(pair) {
		return false
	}
	switch told := x.last.told; {
	case told != nil && told.last.at == c.round && c.isNear(x, told):
	case x.last.foreseen == c.round:
		x.last.told = c.telling(x, c.recent)
	case wasTaken: // none of the others that were near told it the last time
		if x.last.told = c.telling(x, c.fresh); x.last.told == nil {
			x.last.told = c.tellingNearer(x)
		}
	default:
		x.last.told = c.telling(x, c.taken)
	}
	return x.last.told == nil
}

// isFree reports whether two sentences are not taken together, and neither as often as one may be.
func (c *choice) isFree(pair [2]int32) bool {
	return c.uses[pair[0]] < mostUses && c.uses[pair[1]] < mostUses && !slices.Contains(c.with[pair[0]][:], pair[1]+1)
}

// isNear reports whether a contrast that was near another one, or told the same quarrel when it was, is near it still.
func (c *choice) isNear(x, told *Contrast) bool {
	document := c.in[c.sentenceOf(told.a)]
	return slices.ContainsFunc([]string{x.A().Document, x.B().Document}, func(of string) bool {
		_, near := slices.BinarySearch(c.around(of), document)
		return near
	})
}

// tellingNearer does what telling does, of those taken of documents that are near since the last time.
func (c *choice) tellingNearer(x *Contrast) *Contrast {
	for _, side := range [...]*claim{x.a, x.b} {
		for _, document := range c.nearer[c.in[c.sentenceOf(side)]] {
			if told := x.repeatedIn(c.taken[document]); told != nil {
				return told
			}
		}
	}
	return nil
}

// mayChange reports whether something has changed by which a contrast is decided: what is taken of its sentences or near its
// documents, or what is near these.
func (c *choice) mayChange(pair [2]int32) bool {
	return c.open[pair[0]] || c.open[pair[1]] || c.unsettled[c.in[pair[0]]] || c.unsettled[c.in[pair[1]]]
}

// unsettle notes that a contrast is taken that was not, or was and is not.
func (c *choice) unsettle(x *Contrast) {
	for _, sentence := range c.pairOf(x) {
		c.open[sentence] = true
	}
	for _, near := range c.around(x.A().Document) {
		c.unsettled[near] = true
	}
}

// pairOf returns the numbers of the two sentences of a contrast, in order.
func (c *choice) pairOf(x *Contrast) [2]int32 {
	if !x.last.made {
		x.last.pair = unordered(c.sentenceOf(x.a), c.sentenceOf(x.b))
	}
	return x.last.pair
}

// sentenceOf returns the number of the sentence of a claim, which keeps it: one is of many contrasts.
func (c *choice) sentenceOf(a *claim) int32 {
	if a.number == 0 {
		a.number = c.sentence(a.sentence) + 1
	}
	return a.number - 1
}

func (c *choice) sentence(p rashomon.Passage) int32 {
	number, known := c.sentences[p]
	if !known {
		number = int32(len(c.in))
		c.sentences[p], c.in = number, append(c.in, c.documents[p.Document])
		c.uses, c.with = append(c.uses, 0), append(c.with, [mostUses]int32{})
		c.doubt, c.open = append(c.doubt, false), append(c.open, false)
	}
	return number
}

// sentenceAt returns the number of the sentence that a passage begins in, which must stay as it is.
func (c *choice) sentenceAt(p *rashomon.Passage) int32 {
	known, found := c.at[p]
	if !found {
		known.sentence = c.sentence(c.ground.Sentence(*p))
	}
	if known.round != c.round {
		c.asked++
		if known.round = c.round; c.at != nil {
			c.at[p] = known
		}
	}
	return known.sentence
}

// telling returns one of those taken between related documents that tells the same quarrel in other words, or nil.
func (c *choice) telling(x *Contrast, taken [][]takenContrast) *Contrast {
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
		if told := x.repeatedIn(taken[next]); told != nil {
			return told
		}
	}
	return nil
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
