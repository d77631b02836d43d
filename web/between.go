package web

import (
	"context"
	"fmt"
	"slices"
	"strings"

	"rashomon"
	"rashomon/view"
)

// EchoesInput asks for echoes.
type EchoesInput struct {
	Page
	KnownOn
	Document string `query:"document" maxLength:"64" doc:"the id of a document that repeats or is repeated"`
	Kind     string `query:"kind" enum:"reprint,agency,quotation,shared_source"`
}

func (s *Server) echoes(ctx context.Context, in *EchoesInput) (*Body[List[view.Repeat]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	var meant []rashomon.Echo
	for _, e := range b.Comparison.Echoes {
		isIn := func(p rashomon.Passage) bool { return p.Document == in.Document }
		if (in.Kind == "" || string(e.Kind) == in.Kind) && (in.Document == "" || slices.ContainsFunc(e.Passages, isIn)) {
			meant = append(meant, e)
		}
	}
	return listed(in.Page, meant, func(e rashomon.Echo) string { return e.ID }, b.Repeat)
}

// PredictionsInput asks for predictions.
type PredictionsInput struct {
	Page
	KnownOn
	Outcome  string `query:"outcome" enum:"fulfilled,failed,open"`
	Document string `query:"document" maxLength:"64"`
}

func (s *Server) predictions(ctx context.Context, in *PredictionsInput) (*Body[List[view.Forecast]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	var meant []rashomon.Prediction
	for _, p := range b.Comparison.Predictions {
		if (in.Outcome == "" || string(p.Outcome) == in.Outcome) && (in.Document == "" || p.Document == in.Document) {
			meant = append(meant, p)
		}
	}
	isOpen := func(p rashomon.Prediction) int { return strings.Count(string(p.Outcome), string(rashomon.OutcomeOpen)) }
	slices.SortStableFunc(meant, func(x, y rashomon.Prediction) int { return isOpen(x) - isOpen(y) })
	id := func(p rashomon.Prediction) string {
		return fmt.Sprintf("%s-%d-%d", p.Document, p.Extent.Start, p.Extent.End)
	}
	return listed(in.Page, meant, id, b.Forecast)
}

// ChangesInput asks for changes.
type ChangesInput struct {
	Page
	KnownOn
	Happening string `query:"happening" maxLength:"64"`
}

func (s *Server) changes(ctx context.Context, in *ChangesInput) (*Body[List[view.Course]], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	isElsewhere := func(c rashomon.Change) bool { return in.Happening != "" && c.Happening != in.Happening }
	meant := slices.DeleteFunc(slices.Clone(b.Changes()), isElsewhere)
	return listed(in.Page, meant, func(c rashomon.Change) string { return c.ID }, b.Course)
}

func (s *Server) corrections(ctx context.Context, in *struct{ Page }) (*Body[List[view.Amendment]], error) {
	b, err := s.boards.current(ctx)
	if err != nil {
		return nil, err
	}
	all, err := s.archive.Corrections(ctx)
	if err != nil {
		return nil, err
	}
	undone := rashomon.Undone(all)
	slices.Reverse(all)
	return listed(in.Page, all, func(c rashomon.Correction) string { return fmt.Sprint(c.Number) }, func(c rashomon.Correction) view.Amendment {
		return b.Amendment(c, undone[c.Number])
	})
}

// A Why is one thing that stands between documents, with the rule and the passages behind it: one field, and no other.
type Why struct {
	Difference *view.Contrast `json:"difference,omitempty"`
	Agreement  *view.Concord  `json:"agreement,omitempty"`
	Echo       *view.Repeat   `json:"echo,omitempty"`
	Change     *view.Course   `json:"change,omitempty"`
	Happening  *view.Dossier  `json:"happening,omitempty"`
	Party      *view.Portrait `json:"party,omitempty"`
}

func (s *Server) why(ctx context.Context, in *IDThen) (*Body[Why], error) {
	b, err := s.boards.asOf(ctx, in.KnownOn)
	if err != nil {
		return nil, err
	}
	why := b.whyOf(in.ID.ID)
	if why == (Why{}) {
		return nil, b.unknown("path.id", in.ID.ID)
	}
	return body(why), nil
}

// whyOf returns what has an id, if one thing has it.
func (b *board) whyOf(id string) (why Why) {
	if d, n := b.Difference(id); n == 1 {
		why.Difference = shown(d, func(d rashomon.Difference) view.Contrast { return b.Contrast(view.Group{Difference: d}) })
	}
	if a, n := b.Agreement(id); n == 1 {
		why.Agreement = shown(a, b.Concord)
	}
	if e, n := b.Echo(id); n == 1 {
		why.Echo = shown(e, b.Repeat)
	}
	if c, n := b.Change(id); n == 1 {
		why.Change = shown(c, b.Course)
	}
	if h, n := b.Happening(id); n == 1 {
		why.Happening = shown(h, b.Dossier)
	}
	if p, n := b.Party(id); n == 1 {
		why.Party = shown(p, b.Portrait)
	}
	return why
}

func shown[T, U any](value T, show func(T) U) *U {
	out := show(value)
	return &out
}
