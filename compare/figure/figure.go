// Package figure compares figures by arithmetic, and reconciles those of a happening.
//
// A figure is an answer to a question: how many were killed, how many took part. What is counted is read off the words
// around it (data/answers.txt), how much of what happened it counts off its place, days and hedges (a scope). Two
// answers to one question that cannot both hold differ; where the one counts a part of what the other counts, only a
// part that is larger than its whole does.
package figure

import (
	"cmp"
	"fmt"
	"iter"
	"maps"
	"math"
	"slices"
	"strings"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// Compare returns the differences between figures, those of scope marked as such, and the agreements.
func Compare(g *ground.Ground) ([]rashomon.Difference, []rashomon.Agreement) {
	told, agreements, _ := Once().Compare(g)
	differences := make([]rashomon.Difference, len(told))
	for i, d := range told {
		differences[i] = *d
	}
	return differences, agreements
}

// An Index keeps what was found, so that no more is compared when documents come than what they touch. It is not safe for
// concurrent use.
type Index struct {
	found      map[[2]string]*result // nil where nothing is kept
	agreements map[*answer]gathered  // as last told, by the first of each group
	meetings   map[string]meeting    // by party
	round      int                   // of comparing
}

// A gathered agreement is one with the answers that it is of.
type gathered struct {
	group     []*answer
	agreement rashomon.Agreement
}

// What is drawn of documents.
const drawnAnswers, drawnParties, drawnCountries = "figure", "figure parties", "countries"

// A result is what was found within a document, which stands twice, or between two.
type result struct {
	found  []*finding
	agreed [][2]*answer
	fit    [][2]*answer
	near   bool // the two were related
	round  int  // of comparing in which it was last asked for
}

// NewIndex returns an index that has found nothing.
func NewIndex() *Index { return &Index{found: map[[2]string]*result{}, meetings: map[string]meeting{}} }

// Once returns an index for one comparison, which keeps nothing.
func Once() *Index { return &Index{} }

// Done drops what is drawn of documents to compare figures.
func Done(g *ground.Ground) {
	for _, kind := range []string{drawnAnswers, drawnParties, drawnCountries} {
		g.Forget(kind)
	}
}

// Compare returns the differences between figures, those of scope marked as such, the agreements, and the passages of figures that
// were set side by side and may both hold. The ground must be the same each time.
func (x *Index) Compare(g *ground.Ground) ([]*rashomon.Difference, []rashomon.Agreement, iter.Seq2[*rashomon.Passage, *rashomon.Passage]) {
	c := &comparer{g: g, answers: map[string][]*answer{}, parties: map[string][]int{}}
	x.round++
	for _, d := range g.Digests {
		x.add(c, [2]string{d.Document, d.Document})
	}
	related := x.related(g)
	for _, documents := range related {
		x.add(c, documents)
	}
	if len(x.found) > len(g.Digests)+len(related) {
		maps.DeleteFunc(x.found, func(_ [2]string, r *result) bool { return r.round < x.round })
	}
	c.corrected()
	groups := grouped(c.agreed)
	differences, agreements := x.tell(g, c.clearest(groups)), x.agree(g, groups)
	if x.found == nil { // whoever goes through them then would be all that keeps the answers
		return differences, agreements, c.fittingCopied()
	}
	return differences, agreements, c.fitting
}

// add adds what is found of two documents, or within one, as before where nothing has changed for either.
func (x *Index) add(c *comparer, documents [2]string) {
	a, b := documents[0], documents[1]
	r := x.found[documents]
	near := r != nil && r.near
	if c.g.Regrouped(a) && c.g.Regrouped(b) {
		near = c.g.AreRelated(a, b)
	}
	if r == nil || near != r.near || c.g.Changed(a) || c.g.Changed(b) {
		own := &comparer{g: c.g, answers: c.answers, parties: c.parties}
		if a == b {
			own.within(c.told(a))
		} else {
			own.between(a, b)
		}
		r = &result{found: own.found, agreed: own.agreed, fit: own.fit, near: c.g.AreRelated(a, b)}
		if x.found != nil {
			x.found[documents] = r
		}
	}
	r.round = x.round
	c.found, c.agreed, c.fit = append(c.found, r.found...), append(c.agreed, r.agreed...), append(c.fit, r.fit...)
}

// A comparer goes through the pairs of answers.
type comparer struct {
	g       *ground.Ground
	answers map[string][]*answer // by document
	parties map[string][]int
	found   []*finding
	agreed  [][2]*answer
	fit     [][2]*answer // that may both hold
}

func (c *comparer) told(document string) []*answer {
	if _, known := c.answers[document]; !known {
		c.answers[document] = answersOf(c.g, document)
		c.parties[document] = parties(c.g, document)
	}
	return c.answers[document]
}

// within compares the answers of one document: of different holders, in the same place of the text.
func (c *comparer) within(answers []*answer) {
	for i, a := range answers {
		for _, b := range answers[i+1:] {
			if b.sentence-a.sentence > nearSentences {
				break
			}
			if !a.withdrawn && !b.withdrawn && differsInHolders(a, b) && asksSame(a, b) {
				c.compare(a, b, story{})
			}
		}
	}
}

// nearSentences is how many sentences may lie between two figures that a text sets against each other.
const nearSentences = 3

// between compares the answers of two documents.
func (c *comparer) between(first, second string) {
	answers := c.told(first)
	like := byLikeness(c.told(second))
	if len(answers) == 0 || len(like) == 0 {
		return
	}
	x, y := c.parties[first], c.parties[second]
	s := story{
		parties: common(x, y), named: min(len(x), len(y)), apart: daysApart(c.g.Head(first), c.g.Head(second)),
		related: c.g.AreRelated(first, second),
	}
	for _, first := range answers {
		for _, second := range first.candidates(like) {
			a, b := first.shareOfSame(second), second.shareOfSame(first)
			asked := asksSame(a, b) || s.isOne(commonTerms(a, b)) && (a.isOfSameThing(b) || a.isOfOneSubstance(b)) ||
				s.related && a.isLoneCount(b)
			if asked {
				c.compare(a, b, s)
			}
			if a.agrees(b, asked, s) {
				c.agreed = append(c.agreed, [2]*answer{a, b})
			}
		}
	}
}

// isOne reports whether two documents are so far of one story that things of one name are the same things in both: they
// name several parties in common, or the clauses have several words in common.
func (s story) isOne(words int) bool { return s.parties >= oneStory || s.related && words > oneStory }

// oneStory is how many parties two documents must name in common to be of one story.
const oneStory = 2

// tellsToo reports whether the document of an answer gives, on the word of the same holder, the number of another one
// too: then it does not take the two for a contradiction, whatever the reason.
func (c *comparer) tellsToo(own, other *answer) bool {
	return slices.ContainsFunc(c.told(own.d.Document), func(a *answer) bool {
		return a != own && a != other && a.same(other.bounds) && asksSame(a, other) && !differsInHolders(a, own) &&
			a.isNarrow() == other.isNarrow()
	})
}

// byLikeness returns answers by what others must have in common with them to be of the same question.
func byLikeness(answers []*answer) map[string][]*answer {
	like := map[string][]*answer{}
	for _, a := range answers {
		if !a.withdrawn {
			for _, key := range append(a.likeness(), a.contrasts("is", "is not")...) {
				like[key] = append(like[key], a)
			}
		}
	}
	return like
}

// likeness returns what another answer must have one of to be to the same question: the question, the noun, the unit,
// the whole that it is a share of.
func (a *answer) likeness() []string {
	var keys []string
	if a.question != nil {
		keys = append(keys, "question "+a.question.key)
	}
	if a.noun != "" && !a.anybody() {
		keys = append(keys, "noun "+a.noun)
	}
	if a.lone {
		for _, meaning := range a.things() {
			keys = append(keys, fmt.Sprint("things ", meaning))
		}
	}
	if a.state != "" {
		keys = append(keys, "state "+a.state)
	}
	if a.unit != "" {
		keys = append(keys, "unit "+a.unit)
	}
	if a.body != rashomon.None {
		keys = append(keys, fmt.Sprint("body ", a.body))
	}
	if known().is("munition", a.noun) {
		keys = append(keys, "munition")
	}
	if a.of > smallestWhole {
		keys = append(keys, fmt.Sprint("of ", a.of))
	}
	if a.value() >= smallestOdd {
		keys = append(keys, fmt.Sprint("value ", a.value()))
	}
	return keys
}

// contrasts returns by what an answer meets those that say they are not what it is, and those that it is said not to
// be.
func (a *answer) contrasts(is, isNot string) []string {
	var keys []string
	if a.value() >= smallestOther {
		keys = append(keys, fmt.Sprint(is, " ", a.value()))
	}
	if a.notOther != 0 {
		keys = append(keys, fmt.Sprint(isNot, " ", a.notOther))
	}
	return keys
}

// candidates returns the answers that have something in common with one, each once, in their order.
func (a *answer) candidates(like map[string][]*answer) []*answer {
	var out []*answer
	if a.withdrawn {
		return nil
	}
	for _, key := range append(a.likeness(), a.contrasts("is not", "is")...) {
		for _, b := range like[key] {
			if !slices.Contains(out, b) {
				out = append(out, b)
			}
		}
	}
	return out
}

func daysApart(a, b *digest.Digest) int {
	x, y := published(a), published(b)
	if x == 0 || y == 0 {
		return 0
	}
	return max(x-y, y-x)
}

func (c *comparer) compare(a, b *answer, s story) {
	p := &pair{a: a, b: b, story: s}
	p.relation, p.reason = relate(a, b)
	p.story.happening = sharedHappening(a, b)
	f, differs := p.differ()
	switch {
	case !differs:
		c.fit = append(c.fit, [2]*answer{a, b})
	case !c.tellsToo(a, b) && !c.tellsToo(b, a):
		c.keep(f)
	}
}

// fitting goes through the passages of figures that may both hold.
func (c *comparer) fitting(yield func(a, b *rashomon.Passage) bool) {
	for _, answers := range c.fit {
		if !yield(&answers[0].side.Passage, &answers[1].side.Passage) {
			return
		}
	}
}

// fittingCopied goes through copies of those passages, which keep no answer in memory.
func (c *comparer) fittingCopied() iter.Seq2[*rashomon.Passage, *rashomon.Passage] {
	var copied [][2]rashomon.Passage
	for a, b := range c.fitting {
		copied = append(copied, [2]rashomon.Passage{*a, *b})
	}
	return func(yield func(a, b *rashomon.Passage) bool) {
		for i := range copied {
			if !yield(&copied[i][0], &copied[i][1]) {
				return
			}
		}
	}
}

// floor is the strength below which a difference is not given.
const floor = 0.35

func (c *comparer) keep(f finding) {
	if f.strength < floor {
		return
	}
	if f.b.side.Passage.Less(f.a.side.Passage) {
		f.a, f.b = f.b, f.a
	}
	c.found = append(c.found, &f)
}

// clearest returns of the findings in which the same numbers stand against each other, once for all accounts that agree
// on either, the strongest one.
func (c *comparer) clearest(groups map[*answer][]*answer) []*finding {
	best, gists := map[[2]int32]int{}, gists{groups, map[*answer]int32{}, map[gist]int32{}}
	var out []*finding
	plain := map[subject]bool{}
	for _, f := range c.found {
		if f.rule == "figure/count" {
			plain[f.subject()] = true
		}
	}
	for _, f := range c.found {
		if f.rule == "figure/part" && plain[f.subject()] {
			continue
		}
		a, b := gists.of(f.a), gists.of(f.b)
		key := [2]int32{min(a, b), max(a, b)}
		at, taken := best[key]
		switch {
		case !taken:
			best[key] = len(out)
			out = append(out, f)
		case f.before(out[at]):
			out[at] = f
		}
	}
	return out
}

// A subject is the documents of a finding and what it counts. Where their whole numbers differ, their parts need not
// be compared.
type subject struct{ a, b, label string }

func (f *finding) subject() subject { return subject{f.a.d.Document, f.b.d.Document, f.a.label()} }

// A gist is what an answer stands for: the first of those that agree with it.
type gist struct {
	document, label string
	value           uint64 // the bits of it
}

// gists numbers what answers stand for: most are in several findings.
type gists struct {
	groups  map[*answer][]*answer
	answers map[*answer]int32
	numbers map[gist]int32
}

func (g *gists) of(a *answer) int32 {
	number, known := g.answers[a]
	if known {
		return number
	}
	first := a
	if group := g.groups[a.origin()]; group != nil {
		first = group[0]
	}
	key := gist{first.d.Document, first.label(), math.Float64bits(first.value())}
	if number, known = g.numbers[key]; !known {
		number = int32(len(g.numbers))
		g.numbers[key] = number
	}
	g.answers[a] = number
	return number
}

// before reports whether a finding is to be shown rather than another: a contradiction, the stronger one, else the
// first one.
func (f *finding) before(other *finding) bool {
	switch {
	case (f.scope == "") != (other.scope == ""):
		return f.scope == ""
	case f.strength != other.strength:
		return f.strength > other.strength
	}
	return slices.CompareFunc(f.sidesInOrder(), other.sidesInOrder(), byTelling) < 0
}

// sidesInOrder returns the answers of a finding in an order that does not hang on the ids of their documents.
func (f *finding) sidesInOrder() []*answer {
	return slices.SortedFunc(slices.Values([]*answer{f.a, f.b}), byTelling)
}

// byTelling orders answers by when they were told and by their place: two of one text by the id alone.
func byTelling(a, b *answer) int {
	return cmp.Or(
		cmp.Compare(a.d.Published, b.d.Published), cmp.Compare(a.d.Text, b.d.Text), cmp.Compare(a.side.Extent.Start, b.side.Extent.Start),
		cmp.Compare(a.side.Extent.End, b.side.Extent.End), cmp.Compare(a.d.Document, b.d.Document),
	)
}

// tell returns findings as differences, sorted by id: most were told the last time.
func (x *Index) tell(g *ground.Ground, found []*finding) []*rashomon.Difference {
	out := make([]*rashomon.Difference, len(found))
	for i, f := range found {
		happening := g.HappeningID(f.story.happening)
		if f.told == nil || f.told.Happening != happening {
			f.told = f.asDifference(happening)
		}
		out[i] = f.told
	}
	slices.SortFunc(out, func(a, b *rashomon.Difference) int { return strings.Compare(a.ID, b.ID) })
	return slices.CompactFunc(out, func(a, b *rashomon.Difference) bool { return a.ID == b.ID })
}

func (f *finding) asDifference(happening string) *rashomon.Difference {
	return &rashomon.Difference{
		ID: id("c", f.rule, f.a.side.Passage, f.b.side.Passage), Kind: rashomon.PointFigure, Happening: happening,
		A: f.a.side, B: f.b.side, Why: f.why, Rule: f.rule, Strength: f.strength, Scope: f.scope,
	}
}

// id names a finding by its rule and passages.
func id(letter, rule string, passages ...rashomon.Passage) string {
	return rashomon.ShortID(letter, fmt.Sprintf("figure %s %v", rule, passages))
}
