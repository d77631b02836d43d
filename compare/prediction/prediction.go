// Package prediction finds what is foretold, and what came of it as far as other accounts tell.
//
// What is foretold is found by the grammar of a clause: a modal verb, an infinitive that is intended or expected, a day to
// come. What came of it is looked for in the same document and in those that may tell of the same, by clauses that tell
// of the same parties and things with the same verb, or with words of one scale (data/scales.txt): calm and riots lie at two
// ends of one. An outcome is told, not judged: it hangs on what accounts say, and it stays open where none says enough, or
// where they wrote before the day had come. Where no rule finds one, clauses of later documents are weighed by signs of
// whether they speak of the same and whether it came (sign.go); what is likely by them is told as that.
package prediction

import (
	"cmp"
	"fmt"
	"math"
	"slices"

	"rashomon"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// drawn is the kind of what is drawn of documents to find predictions.
const drawn = "prediction"

// Find returns the predictions, sorted by passage, and a difference of kind outcome for each that failed.
func Find(g *ground.Ground) ([]rashomon.Prediction, []rashomon.Difference) { return Once().Find(g) }

// An Index keeps what was found, so that no more is looked for when documents come than what they touch. It is not safe for
// concurrent use.
type Index struct {
	found ground.Kept[*finder]
	read  *scans
	once  bool
}

// NewIndex returns an index that has found nothing.
func NewIndex() *Index { return &Index{found: ground.Kept[*finder]{}, read: &scans{}} }

// Once returns an index for one comparison, which drops what it draws of documents now and then.
func Once() *Index {
	return &Index{read: &scans{}, once: true}
}

// mostDrawn is of how many documents an index looks for predictions before it drops what it has drawn, which is drawn
// again where a later one is near.
const mostDrawn = 2048

// Find returns the predictions, sorted by passage, and a difference of kind outcome for each that failed.
func (x *Index) Find(g *ground.Ground) ([]rashomon.Prediction, []rashomon.Difference) {
	found, visit := x.Visit(g)
	g.VisitAll(visit)
	return found()
}

// Visit does what [Index.Find] does for whoever goes through the documents with others: what is found is asked for once all were visited.
// The ground must be the same each time.
func (x *Index) Visit(g *ground.Ground) (found func() ([]rashomon.Prediction, []rashomon.Difference), visit func(document string)) {
	n := 0
	finders, visit := x.found.Visit(g, g.Reread, func(document string) *finder {
		f := &finder{g: g, read: x.read}
		f.findIn(g.Digest(document))
		if n++; x.once && n%mostDrawn == 0 {
			g.Forget(drawn)
		}
		return f
	})
	return func() ([]rashomon.Prediction, []rashomon.Difference) {
		if x.once {
			g.Forget(drawn)
		}
		return told(g, finders)
	}, visit
}

// told returns what finders have found.
func told(g *ground.Ground, finders []*finder) ([]rashomon.Prediction, []rashomon.Difference) {
	all, failed := make([][]rashomon.Prediction, len(finders)), make([][]rashomon.Difference, len(finders))
	for i, f := range finders {
		for j, happening := range f.happenings {
			f.differences[j].Happening = g.HappeningID(happening)
		}
		all[i], failed[i] = f.predictions, f.differences
	}
	return slices.Concat(all...), slices.Concat(failed...)
}

// A finder finds what one document foretells.
type finder struct {
	g           *ground.Ground
	read        *scans
	predictions []rashomon.Prediction
	differences []rashomon.Difference
	happenings  []int // of each of these, its number or None
}

// account returns what a document tells.
func (f *finder) account(document string) *account {
	return ground.Draw(f.g, drawn, document, func(d *digest.Digest) *account { return readAccount(f.g, d, f.read) })
}

func (f *finder) findIn(d *digest.Digest) {
	own := f.account(d.Document)
	if len(own.foretold) == 0 {
		return
	}
	near := f.near(d)
	for _, t := range f.trials(own) {
		outcome, verdicts := t.try(near)
		if refuted, found := own.scan().refuted(t.foretelling); found {
			outcome, verdicts = rashomon.OutcomeFailed, []verdict{refuted}
		}
		if len(verdicts) == 0 {
			outcome, verdicts = t.likely(near)
		}
		f.add(t, outcome, verdicts)
	}
}

// near returns the accounts that may tell of the same as a document, itself among them.
func (f *finder) near(d *digest.Digest) []*account {
	var near []*account
	for _, document := range f.g.Neighbours([]string{d.Document}) {
		near = append(near, f.account(document))
	}
	return near
}

// trials returns what an account foretells.
func (f *finder) trials(own *account) []*trial {
	s := own.scan()
	trials := make([]*trial, len(own.foretold))
	for i, foretold := range own.foretold {
		t := &trial{foretelling: foretold, d: s.d, own: own, gist: foretoldGist(f.g, s, foretold.clause), by: s.deadlineOf(foretold)}
		t.nameDeed()
		t.marks = t.gist.mark()
		trials[i] = t
	}
	return trials
}

// nameDeed sets what is to take place where a noun says it: "a flood is forecast", "war is unlikely".
func (t *trial) nameDeed() {
	switch t.rule {
	case "prediction/near", "prediction/forecast", "prediction/prepared":
		if t.gist.taking == "" && !t.near {
			t.gist.taking = cmp.Or(t.gist.object.head, t.gist.subject.head)
			t.gist.failing = inClass("unlikely", t.gist.core())
		}
	}
}

// mostTold is how many passages that tell an outcome are listed: the best are enough for a reader.
const mostTold = 5

func (f *finder) add(t *trial, outcome rashomon.Outcome, verdicts []verdict) {
	p := rashomon.Prediction{
		Side: t.d.Side(t.extent, t.statement), Outcome: outcome, By: t.by.day, Rule: t.rule, Why: t.why(outcome, verdicts),
		Likely: len(verdicts) > 0 && verdicts[0].likely,
	}
	for _, v := range verdicts[:min(len(verdicts), mostTold)] {
		p.ToldBy = append(p.ToldBy, v.side().Passage)
	}
	slices.SortFunc(p.ToldBy, func(a, b rashomon.Passage) int {
		if a.Less(b) {
			return -1
		}
		return 1
	})
	f.predictions = append(f.predictions, p)
	if outcome == rashomon.OutcomeFailed && len(verdicts) > 0 && !t.ought {
		f.differences = append(f.differences, f.difference(t, p, verdicts[0]))
		f.happenings = append(f.happenings, verdicts[0].happening(f.g))
	}
}

// side returns the clause that tells the outcome with whose word it is.
func (v verdict) side() rashomon.Side {
	d, c := v.telling.d, v.telling.d.Clauses[v.telling.clause]
	extent := c.Extent
	if c.Tense == digest.TenseNone && c.Above != rashomon.None && d.Clauses[c.Above].Sentence == c.Sentence {
		if whole := join(extent, d.Clauses[c.Above].Extent); whole.Len() <= longest {
			extent = whole // "was prevented from meeting"
		}
	}
	return d.Side(extent, c.Statement)
}

// difference sets what failed against what tells it.
func (f *finder) difference(t *trial, p rashomon.Prediction, v verdict) rashomon.Difference {
	a, b := p.Side, v.side()
	if b.Less(a.Passage) {
		a, b = b, a
	}
	rule := "prediction/failed"
	if v.likely {
		rule = rashomon.LikelyRule + string(rashomon.PointOutcome)
	}
	return rashomon.Difference{
		ID: id(a.Passage, b.Passage), Kind: rashomon.PointOutcome, A: a, B: b, Why: p.Why, Rule: rule, Strength: strength(t, v),
	}
}

// happening returns the number of the happening that a telling speaks of, or None.
func (v verdict) happening(g *ground.Ground) int {
	return g.Happening(v.telling.d.Document, v.telling.d.Clauses[v.telling.clause].Event)
}

// id names a pair of passages: the same pair has the same name in every comparison.
func id(a, b rashomon.Passage) string {
	pair := fmt.Sprintf("outcome %s %d-%d %s %d", a.Document, a.Extent.Start, a.Extent.End, b.Document, b.Extent.End)
	return rashomon.Element{Document: pair, Index: b.Extent.Start}.ID("c")
}

// likelyStrength is how strong a difference is that no rule tells of: as compare/point has it of what may not fit together.
const likelyStrength = 0.2

// strength tells how sure it is that something failed: surest where a day was set, and where what is told has much in
// common with what was foretold.
func strength(t *trial, v verdict) float64 {
	if v.likely {
		return likelyStrength
	}
	strength := 0.4 + 0.05*min(v.kinship, 6)
	if t.by != (deadline{}) {
		strength += 0.15
	}
	if v.telling.d.Published == "" {
		strength -= 0.1
	}
	return math.Round(100*strength) / 100
}
