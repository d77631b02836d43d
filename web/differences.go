package web

import (
	"context"
	"slices"

	"rashomon"
	"rashomon/view"
)

// On narrows down what stands between documents.
type On struct {
	Kind      string `query:"kind" enum:"whether,who,whom,figure,when,where,why,what,name,position,outcome" doc:"the question that it is on"`
	Document  string `query:"document" maxLength:"64" doc:"the id of a document that it stands in"`
	Happening string `query:"happening" maxLength:"64" doc:"the id of the happening that it is on"`
}

// takes reports whether something on a question and a happening, with passages, is meant.
func (o On) takes(kind rashomon.PointKind, happening string, passages ...rashomon.Side) bool {
	return (o.Kind == "" || string(kind) == o.Kind) && (o.Happening == "" || happening == o.Happening) &&
		(o.Document == "" || slices.ContainsFunc(passages, func(s rashomon.Side) bool { return s.Document == o.Document }))
}

// DifferencesInput asks for differences.
type DifferencesInput struct {
	Page
	On
	Narrow
	Standing string `query:"standing" enum:"contradiction,likely,scope" default:"contradiction" doc:"contradictions; what likely does not fit together, though no rule tells it; what differs in scope only"`
	With     string `query:"with" maxLength:"64" doc:"the id of another document: differences between it and 'document'"`
}

func (s *Server) differences(ctx context.Context, in *DifferencesInput) (*Body[List[view.Contrast]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow})
	if err != nil {
		return nil, err
	}
	takes := func(d rashomon.Difference) bool {
		return choice.Passages(d.Happening, d.A, d.B) && in.takes(d.Kind, d.Happening, d.A, d.B) &&
			(in.With == "" || d.A.Document == in.With || d.B.Document == in.With)
	}
	var meant []view.Group
	for _, g := range b.GroupsOf(view.Standing(in.Standing)) {
		if takes(g.Difference) || slices.ContainsFunc(g.More, takes) {
			meant = append(meant, g)
		}
	}
	return listed(in.Page, meant, func(g view.Group) string { return g.ID }, b.Contrast)
}

// AgreementsInput asks for agreements.
type AgreementsInput struct {
	Page
	On
	Narrow
	Roots int `query:"roots" minimum:"1" default:"2" doc:"from how many independent roots at least"`
}

func (s *Server) agreements(ctx context.Context, in *AgreementsInput) (*Body[List[view.Concord]], error) {
	b, choice, err := s.chosen(ctx, Accounts{Narrow: in.Narrow})
	if err != nil {
		return nil, err
	}
	var meant []rashomon.Agreement
	for _, a := range b.Comparison.Agreements {
		if len(a.Roots) >= in.Roots && choice.Passages(a.Happening, a.Passages...) && in.takes(a.Kind, a.Happening, a.Passages...) {
			meant = append(meant, a)
		}
	}
	slices.SortStableFunc(meant, func(x, y rashomon.Agreement) int { return len(y.Roots) - len(x.Roots) })
	return listed(in.Page, meant, func(a rashomon.Agreement) string { return a.ID }, b.Concord)
}
