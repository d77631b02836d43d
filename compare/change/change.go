// Package change tells how what is told changed: from the first report to later ones, and where a source puts its own
// report right or takes it back.
package change

import (
	"cmp"
	"fmt"
	"slices"

	"rashomon"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/digest"
)

// An Index keeps what was found, so that no more is looked at when documents come than what they touch. It is not safe for
// concurrent use.
type Index struct {
	figures *ground.Told[[]rashomon.Change]
	own     ground.Kept[[]rashomon.Change]
	back    map[place]bool // sentences of which it was asked whether they take back what was told before; nil where nothing is kept
}

// NewIndex returns an index that has found nothing.
func NewIndex() *Index {
	return &Index{figures: &ground.Told[[]rashomon.Change]{}, own: ground.Kept[[]rashomon.Change]{}, back: map[place]bool{}}
}

// Once returns an index for one comparison, which keeps nothing.
func Once() *Index { return &Index{} }

// Figures returns the changes of figures. The ground must be the same each time.
func (x *Index) Figures(g *ground.Ground) []rashomon.Change {
	return slices.Concat(x.figures.Happenings(g, g.Retold, func(h rashomon.Happening, _ int, _ *[]rashomon.Change) []rashomon.Change {
		return figure.Changes(g, h)
	})...)
}

// Find returns the changes, by happening, question and first report. Figures change over the days of publication,
// whoever tells them; all else within one source: that two sources differ is a difference, and no change of what
// either tells. The changes of figures, those that documents tell themselves, see [Index.Own], and the differences are those of the same
// ground, which must be the same each time.
func (x *Index) Find(g *ground.Ground, found, told []rashomon.Change, differences []*rashomon.Difference) []rashomon.Change {
	var own []rashomon.Change
	for _, d := range differences {
		if d.IsContradiction() && (d.Kind != rashomon.PointFigure || d.Rule == "figure/correction") {
			own = append(own, x.withinSource(g, d)...)
		}
	}
	found = longest(g, append(found, withoutFigures(g, append(own, told...), found)...))
	for i := range found {
		c := &found[i]
		c.ID = rashomon.ShortID("g", fmt.Sprint(c.Rule, c.Question, c.Reports[0].Passage, c.Reports[1].Passage))
	}
	slices.SortFunc(found, func(a, b rashomon.Change) int {
		return cmp.Or(
			cmp.Compare(a.Happening, b.Happening), cmp.Compare(a.Question, b.Question),
			compare(a.Reports[0], b.Reports[0]), cmp.Compare(a.ID, b.ID),
		)
	})
	return found
}

// withoutFigures leaves out the changes that are about a figure which a change of figures tells to be put right: their
// first report gives a figure, or the number that is right stands soon behind the words that something was wrong.
func withoutFigures(g *ground.Ground, changes, figures []rashomon.Change) []rashomon.Change {
	righted := map[string][]int{} // the sentences of a document that put a figure right
	for _, c := range figures {
		for _, r := range c.Reports {
			if r.Kind == rashomon.ReportCorrection {
				righted[r.Document] = append(righted[r.Document], placeOf(g, r).sentence)
			}
		}
	}
	return slices.DeleteFunc(changes, func(c rashomon.Change) bool {
		first, last := c.Reports[0], placeOf(g, c.Reports[len(c.Reports)-1])
		return slices.ContainsFunc(righted[last.document], func(sentence int) bool {
			isNear := last.sentence <= sentence && sentence <= last.sentence+soonBehind
			return isNear || hasFigure(g.Digest(first.Document), first.Extent)
		})
	})
}

// soonBehind is within how many sentences a correction tells what is right: "This was wrong. It counted two twice.
// Nine died."
const soonBehind = 2

func hasFigure(d *digest.Digest, e rashomon.Extent) bool {
	return slices.ContainsFunc(d.Quantities, func(q digest.Quantity) bool { return e.Contains(q.Extent) })
}

func compare(a, b rashomon.Report) int {
	switch {
	case a.Passage.Less(b.Passage):
		return -1
	case b.Passage.Less(a.Passage):
		return 1
	}
	return 0
}

// longest leaves out the changes that a longer one covers: several happenings may ask the same, and several rules find
// one correction.
func longest(g *ground.Ground, found []rashomon.Change) []rashomon.Change {
	slices.SortStableFunc(found, func(a, b rashomon.Change) int {
		return cmp.Or(
			cmp.Compare(len(b.Reports), len(a.Reports)), cmp.Compare(laterAtLast(a), laterAtLast(b)),
			compare(a.Reports[0], b.Reports[0]),
		)
	})
	byPlace := map[place][]rashomon.Change{}
	var out []rashomon.Change
	for _, c := range found {
		covered := func(longer rashomon.Change) bool { return covers(longer, c) }
		if slices.ContainsFunc(c.Reports, func(r rashomon.Report) bool {
			return slices.ContainsFunc(byPlace[placeOf(g, r)], covered)
		}) {
			continue
		}
		for _, r := range c.Reports {
			byPlace[placeOf(g, r)] = append(byPlace[placeOf(g, r)], c)
		}
		out = append(out, c)
	}
	return out
}

// laterAtLast is 1 for a change that ends in a report that says nothing of those before it.
func laterAtLast(c rashomon.Change) int {
	if c.Reports[len(c.Reports)-1].Kind == rashomon.ReportLater {
		return 1
	}
	return 0
}

// covers reports whether a change tells what another one that has a sentence in common with it does: it asks the same,
// or has a report of the document in which the other ends.
func covers(longer, c rashomon.Change) bool {
	return longer.Question == c.Question || slices.ContainsFunc(longer.Reports, func(r rashomon.Report) bool {
		return r.Document == c.Reports[len(c.Reports)-1].Document
	})
}

// A place is a sentence of a document.
type place struct {
	document string
	sentence int
}

func placeOf(g *ground.Ground, r rashomon.Report) place {
	return place{r.Document, g.SentenceAt(r.Passage)}
}
