package compare

import (
	"iter"
	"slices"
	"sync/atomic"

	"rashomon"
	"rashomon/compare/change"
	"rashomon/compare/figure"
	"rashomon/compare/ground"
	"rashomon/compare/point"
	"rashomon/compare/position"
	"rashomon/compare/prediction"
	"rashomon/compare/silence"
	"rashomon/compare/sorting"
	"rashomon/concurrent"
	"rashomon/digest"
)

// An Index keeps the comparison of documents that come one after another, so that no more is compared than what those that come
// touch. The comparison is the same, to the byte, as if all documents had come at once. It is not safe for concurrent use.
type Index struct {
	Ground      *ground.Ground
	told        *ground.Told[told]
	positions   ground.Kept[[]rashomon.Position]
	opposed     ground.Kept[[]rashomon.Difference]
	predictions *prediction.Index
	figures     *figure.Index
	points      *point.Index
	changes     *change.Index
	silences    *silence.Index // nil where nothing is kept
	once        bool           // no documents will come
}

// told is how a happening is told, and who could have told it.
type told struct {
	points []rashomon.Point
	silent []string
}

// NewIndex returns an index without documents.
func NewIndex() *Index { return newIndex(ground.New(nil, rashomon.Links{})) }

func newIndex(g *ground.Ground) *Index {
	return &Index{
		Ground: g, told: &ground.Told[told]{}, positions: ground.Kept[[]rashomon.Position]{}, opposed: ground.Kept[[]rashomon.Difference]{},
		predictions: prediction.NewIndex(), figures: figure.NewIndex(), points: point.NewIndex(), changes: change.NewIndex(),
		silences: silence.NewIndex(),
	}
}

// Compare compares all documents: those added now, which must have other ids than all before, and those before. The links are
// those of all.
func (x *Index) Compare(added []*digest.Digest, links rashomon.Links) rashomon.Comparison {
	x.Ground.Update(added, links)
	return x.compare()
}

func (x *Index) compare() rashomon.Comparison {
	g := x.Ground
	out := rashomon.Comparison{Parties: g.Links.Parties, Echoes: g.Links.Echoes}
	for _, d := range g.Digests {
		out.Documents = append(out.Documents, d.Document)
	}
	found := x.findAll()
	differences := gathered(found, func(f *findings) *[]*rashomon.Difference { return &f.differences })
	out.Agreements = distinct(gathered(found, func(f *findings) *[]rashomon.Agreement { return &f.agreements }))
	sorting.ByID(out.Agreements, func(a *rashomon.Agreement) string { return a.ID })
	out.Predictions = gathered(found, func(f *findings) *[]rashomon.Prediction { return &f.predictions })
	contrasts := gathered(found, func(f *findings) *[]*point.Contrast { return &f.contrasts })
	differences = append(differences, x.points.Choose(g, contrasts, found[0].fitting, differences)...)
	changes := gathered(found, func(f *findings) *[]rashomon.Change { return &f.changes })
	own := gathered(found, func(f *findings) *[]rashomon.Change { return &f.own })
	out.Changes = x.changes.Find(g, changes, own, differences)
	out.Differences = sorted(differences)
	place(g, &out)
	// last, for what is found above passes through what takes more memory than what is told
	out.Positions = slices.Concat(x.positions.Documents(g, g.Changed, func(document string) []rashomon.Position {
		return position.Of(g, document)
	})...)
	out.Happenings = x.happenings(found[0].figured)
	return out
}

// mostAsked is of how many happenings is told, in one comparison, before what was drawn of documents for it is dropped. With
// more, less is drawn again and more is held: they are told last, when there is room for that.
const mostAsked = 4096

// happenings returns the happenings with their points and silences. Their figures may be known, by their ids.
func (x *Index) happenings(figured map[string][]rashomon.Point) []rashomon.Happening {
	g := x.Ground
	silences := silence.New(g)
	if x.silences != nil {
		silences = x.silences.On(g)
	}
	changed := func(happening int) bool { return g.Retold(happening) || silences.Overheard(happening) }
	figures := func(h rashomon.Happening) []rashomon.Point {
		if figured != nil {
			return figured[h.ID]
		}
		return figure.Points(g, h)
	}
	var asked atomic.Int64
	all := x.told.Happenings(g, changed, func(h rashomon.Happening, number int, known *told) told {
		if x.once && asked.Add(1)%mostAsked == 0 {
			silences.DropWords()
		}
		var is told
		if known != nil {
			is = *known
		}
		switch {
		case known == nil:
			is.points = slices.Concat(point.Answers(g, h), figures(h))
		case g.Retold(number):
			is.points = slices.Concat(point.AnswersAgain(g, h, known.points), figures(h))
		}
		switch {
		case known == nil:
			is.silent = silences.Of(h)
		case silences.Overheard(number):
			is.silent = silences.Again(h, number, known.silent)
		}
		return is
	})
	if x.once {
		silences.Done()
	}
	out := slices.Clone(g.Links.Happenings)
	for i := range out {
		out[i].Points, out[i].Silent = all[i].points, all[i].silent
	}
	return out
}

// findings are what one of the comparisons finds.
type findings struct {
	differences []*rashomon.Difference // not to be changed
	agreements  []rashomon.Agreement
	predictions []rashomon.Prediction
	contrasts   []*point.Contrast
	fitting     iter.Seq2[*rashomon.Passage, *rashomon.Passage] // figures that may both hold
	changes     []rashomon.Change                               // of figures
	own         []rashomon.Change                               // that documents tell themselves
	figured     map[string][]rashomon.Point                     // of happenings, by their ids; nil where they are asked one by one
}

// figured returns the figures of all happenings, by their ids.
func figured(g *ground.Ground) map[string][]rashomon.Point {
	told := map[string][]rashomon.Point{}
	for _, h := range g.Links.Happenings {
		if points := figure.Points(g, h); points != nil {
			told[h.ID] = points
		}
	}
	return told
}

// gathered takes out what is in all findings.
func gathered[T any](found []findings, of func(*findings) *[]T) []T {
	all := make([][]T, len(found))
	for i := range found {
		own := of(&found[i])
		all[i], *own = *own, nil
	}
	return slices.Concat(all...)
}

// pointers returns where values lie.
func pointers[T any](values []T) []*T {
	out := make([]*T, len(values))
	for i := range values {
		out[i] = &values[i]
	}
	return out
}

// findAll returns what the comparisons find, each on its own, in their order.
func (x *Index) findAll() []findings {
	g := x.Ground
	all := []func(*findings){
		func(f *findings) {
			f.differences, f.agreements, f.fitting = x.figures.Compare(g)
			f.changes = x.changes.Figures(g)
			if x.once { // before what was drawn of documents for it is dropped
				f.figured = figured(g)
				figure.Done(g)
			}
		},
		func(f *findings) { f.differences, f.agreements, f.contrasts = x.points.Compare(g) },
		func(f *findings) {
			opposed, visitOpposed := x.opposed.Visit(g, g.Reread, func(document string) []rashomon.Difference {
				return position.Between(g, document)
			})
			predicted, visitPredicted := x.predictions.Visit(g)
			own, visitOwn := x.changes.Own(g)
			g.VisitAll(visitOpposed, visitPredicted, visitOwn)
			predictions, differences := predicted()
			f.predictions, f.own = predictions, slices.Concat(own...)
			f.differences = pointers(append(slices.Concat(opposed...), differences...))
		},
	}
	found := make([]findings, len(all))
	concurrent.Each(len(all), func() func(int) {
		return func(i int) { all[i](&found[i]) }
	})
	return found
}
