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

// asks are the questions on which a source may change what it tells, for people.
var asks = map[rashomon.PointKind]string{
	rashomon.PointWhether: "whether it happened", rashomon.PointWho: "who did it", rashomon.PointWhom: "to whom it was done",
	rashomon.PointWhen: "when it happened", rashomon.PointWhere: "where it happened", rashomon.PointWhy: "why it happened",
	rashomon.PointWhat: "what kind of thing it was", rashomon.PointFigure: "how many",
}

// withinSource returns the change that a difference is between a report and a later one of the same source, if it is
// one.
func (x *Index) withinSource(g *ground.Ground, difference *rashomon.Difference) []rashomon.Change {
	first, later := difference.A, difference.B
	earlier, d := g.Head(first.Document), g.Head(later.Document)
	if earlier.Published > d.Published {
		first, later, earlier, d = later, first, d, earlier
	}
	if !mayReplace(earlier, d) {
		return nil
	}
	question, asked := asks[difference.Kind]
	isOld := slices.ContainsFunc(later.Holders, func(holder string) bool { return isOwn(d, holder) })
	if !asked || isOld {
		return nil
	}
	kind, how := rashomon.ReportLater, "told something else"
	switch {
	case x.takesBackAt(g, later.Passage):
		kind, how = rashomon.ReportCorrection, "put it right"
	case len(later.Holders) > 0 && !slices.Equal(first.Holders, later.Holders):
		return nil // somebody else's word
	}
	happening := difference.Happening
	if happening == "" {
		happening = g.Common(difference.A.Passage, difference.B.Passage)
	}
	why := fmt.Sprintf("%s told it on %s and %s on %s.", d.By(), earlier.Day(), how, d.Day())
	if difference.Kind == rashomon.PointFigure {
		why = difference.Why
	}
	return []rashomon.Change{replaced(g, first, later, kind, rashomon.Change{
		Kind: difference.Kind, Happening: happening, Question: question, Rule: "change/source",
		Why: why,
	})}
}

// takesBackAt reports whether the sentence of a passage takes back what was told before.
func (x *Index) takesBackAt(g *ground.Ground, p rashomon.Passage) bool {
	at := place{p.Document, g.SentenceAt(p)}
	back, known := x.back[at]
	if !known {
		if back = figure.TakesBack(g.Digest(p.Document), at.sentence); x.back != nil {
			x.back[at] = back
		}
	}
	return back
}

// replaced completes a change with a report and the one that replaces it.
func replaced(g *ground.Ground, first, later rashomon.Side, kind rashomon.ReportKind, c rashomon.Change) rashomon.Change {
	c.Reports = []rashomon.Report{
		{Side: first, Kind: rashomon.ReportFirst, Published: g.Head(first.Document).Day(), Replaces: rashomon.None},
		{Side: later, Kind: kind, Published: g.Head(later.Document).Day(), Replaces: 0},
	}
	return c
}

// mayReplace reports whether what a document tells may take the place of what an earlier one did: both have one
// source, or the earlier credits it as its agency, and it was published on a later day.
func mayReplace(earlier, later *digest.Digest) bool {
	return earlier.Day() != "" && earlier.Day() < later.Day() && figure.SameWord(earlier, later)
}

// sentenceOf returns the index of the sentence that an extent begins in.
func sentenceOf(d *digest.Digest, e rashomon.Extent) int {
	i, _ := slices.BinarySearchFunc(d.Sentences, e.Start+1, func(s digest.Sentence, end int) int {
		return cmp.Compare(s.Extent.End, end)
	})
	return min(i, len(d.Sentences)-1)
}
